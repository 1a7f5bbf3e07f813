#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panelbook/core/series.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::spc {

/// The parameters of a rule set. `opcc` of statistics.md 6: mean -/+ 3 sample SD per segment.
struct RuleSet {
    std::string name = "opcc";
    double limit_sigmas = 3.0;
    double near_sigmas = 2.0;
    int shift_points = 8;
    int trend_changes = 6;
    int trial_points = 13;   ///< fewer: trial limits
    int minimum_points = 6;  ///< fewer: no class
};

struct Clamp {
    std::optional<double> low;   ///< 0 for counts and percentages
    std::optional<double> high;  ///< 100 for percentages
};

enum class Assessable { yes, trial, no };

/// The points between two resets, with the limits they share.
struct Segment {
    std::size_t first = 0;    ///< index in ControlChart::points
    std::size_t count = 0;    ///< points, missing ones too
    std::size_t present = 0;  ///< points with a value
    double centre = 0.0;
    double sd = 0.0;     ///< sample standard deviation, n - 1
    double lower = 0.0;  ///< clamped
    double upper = 0.0;
    double near_lower = 0.0;  ///< mean -/+ 2 SD, clamped
    double near_upper = 0.0;
    Assessable assessable = Assessable::no;
    std::string why;           ///< trial or no: why, in plain words
    std::string reset_reason;  ///< why the segment begins; empty for the first
};

enum class Side { none, above, below };

struct ChartPoint {
    Period period;
    std::optional<double> value;
    std::size_t segment = 0;
    std::size_t series_point = 0;  ///< index in Series::points; meaningless without a value
    Side outside = Side::none;     ///< strictly beyond a limit
    Side near = Side::none;        ///< beyond 2 SD, not outside
    Side shift = Side::none;       ///< in a run of at least `shift_points` on one side of the mean
    Side trend = Side::none;       ///< in at least `trend_changes` successive changes up (above) or down (below)
};

/// By precedence; the class of a chart is that of its last month.
enum class Class { exception, step_shift, trend, near_limit, stable, not_assessed };
enum class Judgement { improvement, concern, neutral, none };

struct ControlChart {
    MeasureId measure;
    AreaId area;
    RuleSet rules;
    Clamp clamp;                     ///< what the limits are held to
    std::vector<ChartPoint> points;  ///< one for every month of the window, missing ones too
    std::vector<Segment> segments;
    Class latest = Class::not_assessed;
    Side side = Side::none;  ///< of the latest class: above/below, or up (above)/down (below) for a trend
    Judgement judgement = Judgement::none;
    std::size_t run_length = 0;  ///< points in a row on one side of the mean that end at the last one
    Side run_side = Side::none;
    std::size_t trend_length = 0;  ///< successive changes one way that end at the last point
    Side trend_side = Side::none;
    std::vector<std::size_t> earlier_exceptions;  ///< indexes of points outside, before the last, latest first
    std::string why;                              ///< where not assessed: why
};

/// Limits and flags of one series of values, segment by segment. Pure numbers, as the oracles have them.
/// `segment_starts` holds the indexes at which a new segment begins (0 need not be named).
ControlChart chart_values(std::span<const std::optional<double>> values, std::span<const std::size_t> segment_starts,
                          const Clamp& clamp, const RuleSet& rules);

/// The chart of a monthly series over the plan's window, ending with the last month of `period`, with the plan's
/// resets. The class is that of the last month of the period; no value there: not_assessed, and why.
ControlChart chart_series(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period);

/// Whether a side is good news for a measure.
Judgement judge(Side side, plan::Good good);

}  // namespace panelbook::spc
