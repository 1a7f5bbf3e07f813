#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/benchmark/funnel.hpp"
#include "panelbook/benchmark/rates.hpp"
#include "panelbook/compare/compare.hpp"
#include "panelbook/core/series.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::benchmark {

/// One area of a group.
struct Standing {
    AreaId area;
    compare::PeriodValue figure;       ///< in the measure's unit
    std::optional<double> population;  ///< where the rate is of people
    double rate = 0.0;                 ///< figure / population * per, or the figure itself
    std::optional<Interval> interval;  ///< 95%: Byar of a count, Wilson of a share; none for levels and times
    std::size_t rank = 0;              ///< 1 is best, or highest where neither is better; equal rates share a rank
};

/// Where an area lies in the range that the others give.
enum class Place { within, outside, far_outside, not_assessed };

/// The plan's own area among the areas of kind peer, its most similar group.
struct Benchmark {
    MeasureId measure;
    Period period;
    double per = 0.0;                   ///< 1,000 for counts, 1 for pounds; 0: the figure itself, not a rate
    std::vector<Standing> areas;        ///< with a rate, highest first; the plan's own among them
    std::size_t own = 0;                ///< index of the plan's own area
    std::vector<std::string> absent;    ///< "Northshire: not supplied": peers without a rate, and why
    double group_mean = 0.0;            ///< unweighted, the plan's own area included, as HMIC defined it
    double others_mean = 0.0;           ///< unweighted, without it
    std::optional<Interval> range_95;   ///< where one more area like the others would lie, 19 times in 20
    std::optional<Interval> range_998;  ///< 998 times in 1,000
    Place place = Place::not_assessed;
    compare::Verdict verdict = compare::Verdict::not_assessed;
    bool small_numbers = false;
    std::string why;                   ///< where not assessed or amber: why, in plain words
    std::optional<Standing> national;  ///< the area of kind national, where it has a figure
};

/// Of every measure of which the plan's own area and at least one peer have a figure, in plan order: of the 12 months
/// to `period`, else the year to date, else the quarter, whichever is the first that the plan's own area and at least
/// three peers have (or, if none is, at least one). Counts and money are set against the population of the Areas
/// sheet; an area without one is absent. The range is that of range_of_group().
std::vector<Benchmark> benchmarks(const std::vector<Series>& series, const plan::Plan& plan, Period period);

/// The comparisons "most similar group" and "national" of every measure that wants them, in plan order. The reference
/// is in the measure's own unit: what the plan's own area would have at the mean rate of the group (its own included),
/// or at the national rate. The interval of the first is its distance from the range of the group; of the second, a
/// count by quasi-Poisson of one total, a share by Wilson.
std::vector<compare::Comparison> comparisons_with_areas(const std::vector<Benchmark>& benchmarks,
                                                        const std::vector<Series>& series, const plan::Plan& plan,
                                                        Period period);

/// The funnel of one measure over the parts of the plan's own area.
struct AreaFunnel {
    MeasureId measure;
    Period period;
    double per = 0.0;                ///< 1,000 for counts; 0: percentages
    std::vector<AreaId> areas;       ///< as Funnel::points
    std::vector<double> rates;       ///< per `per`, or percentages
    std::vector<Interval> range_95;  ///< between which each would lie, the spread among areas allowed for
    std::vector<Interval> range_998;
    Funnel funnel;
};

/// Of every count or share that at least 20 parts of the plan's own area have for the 12 months to `period`.
std::vector<AreaFunnel> funnels(const std::vector<Series>& series, const plan::Plan& plan, Period period);

}  // namespace panelbook::benchmark
