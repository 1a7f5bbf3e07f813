#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/series.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::compare {

enum class Verdict { better, worse, no_significant_change, not_assessed };
enum class Direction { up, down, level };

/// One side of a comparison: the value of a period, and the points it is made of.
struct PeriodValue {
    Period period;
    std::optional<double> value;        ///< in the measure's unit (percentages 0 to 100)
    std::optional<double> denominator;  ///< summed n, where every point has one
    std::vector<std::size_t> points;    ///< indexes in Series::points, in period order
    std::string reason;                 ///< where there is no value: why, in plain words
    Marker marker = Marker::none;
};

struct Interval {
    double lower = 0.0;
    double upper = 0.0;
};

struct Comparison {
    MeasureId measure;
    AreaId area;
    plan::Basis basis = plan::Basis::year_to_date;
    PeriodValue current;
    PeriodValue reference;
    std::optional<double> difference;      ///< current - reference, in the unit (points for percentages)
    std::optional<double> percent_change;  ///< never for percentages, never from a base of 0
    Direction direction = Direction::level;
    Verdict verdict = Verdict::not_assessed;
    bool small_numbers = false;
    std::optional<Interval> interval;  ///< of the per cent change for counts, of the difference for shares
    std::optional<double> p_value;
    std::string test;  ///< "month-matched quasi-Poisson", "exact binomial", "Newcombe", ...; empty if none
    std::string why;   ///< one clause: why it is not assessed, or why it is amber
};

/// The value of a measure over a period by its roll-up over time: sum, mean, ratio (pooled by denominators), last.
/// A point of exactly that period wins over its months. A missing month means no value, with its reason.
PeriodValue value_of(const Series& series, const plan::Measure& measure, Period period);

/// The period a basis sets `period` against, and the current side it looks at (year to date, quarter, 12 months, ...).
struct Sides {
    Period current;
    std::optional<Period> reference;
};
Sides sides_of(plan::Basis basis, const plan::Measure& measure, Period period);

/// One comparison with another period or with the target, tested as statistics.md 7 says: counts by the month-matched
/// quasi-Poisson test (phi of the last 24 months for quarters), by the exact conditional binomial for small totals or
/// where there are no months; shares by Newcombe. The target of what is added up is that of a financial year: the year
/// to date is set against as many twelfths of it, a count by the same quasi-Poisson test of one total (exact for small
/// ones), a share by its Wilson interval. Bases that need other areas are benchmark::comparisons_with_areas().
Comparison compare(const Series& series, const plan::Measure& measure, plan::Basis basis, Period period,
                   const plan::Settings& settings);

/// How many of the tested comparisons would be better or worse by chance alone, had nothing changed.
struct ChanceVerdicts {
    std::size_t tested = 0;  ///< with a direction that is better and numbers that are not small
    double expected = 0.0;   ///< of them, at the confidence of the tests
};
ChanceVerdicts chance_verdicts(const std::vector<Comparison>& comparisons, const plan::Plan& plan);

/// All that the plan wants except of other areas, in plan order of measures and of their comparisons, for the plan's
/// area and its parts.
std::vector<Comparison> compare_all(const std::vector<Series>& series, const plan::Plan& plan, Period period);

}  // namespace panelbook::compare
