#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/chart_type.hpp"
#include "panelbook/core/series.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/spc/rule_set.hpp"
#include "panelbook/spc/unusual_runs.hpp"

namespace panelbook::spc {

struct Clamp {
    std::optional<double> low;   ///< 0 for counts and percentages
    std::optional<double> high;  ///< 100 for percentages
};

enum class Assessable { yes, trial, no };

/// What the standard deviation of the points is taken from.
enum class SigmaMethod {
    none,  ///< a run chart has no limits
    sample_sd,
    sample_sd_over_c4,
    moving_range,       ///< mean moving range / 1.128
    mean_moving_range,  ///< the limits lie 2.66 mean moving ranges from the mean
    binomial,           ///< sqrt(p(1 - p)), over the square root of each denominator
    poisson,            ///< sqrt(mean); over the square root of each denominator where there is one
    geometric,
    time_between,  ///< moving range of the values to the power 1/3.6; the limits are taken back
    ranges,        ///< 3.267 x mean moving range, for the moving ranges themselves
};

/// The points between two resets, with the limits they share.
struct Segment {
    std::size_t first = 0;     ///< index in ControlChart::points
    std::size_t count = 0;     ///< points, missing ones too
    std::size_t present = 0;   ///< points with a value
    std::size_t rests_on = 0;  ///< points with a value that centre and limits are worked out from: the baseline, or all
    std::size_t baseline_first = 0;  ///< index in ControlChart::points of the first of them, missing ones too
    std::size_t baseline_count = 0;  ///< and how many there are
    double centre = 0.0;             ///< mean or median: the line that is drawn, and that runs are about
    double middle = 0.0;             ///< what the limits lie about: the centre, but for g and t charts
    SigmaMethod method = SigmaMethod::none;
    bool screened = false;  ///< large moving ranges were left out
    /// One standard deviation of a point. Where `varies`: times the square root of the point's denominator.
    double sigma = 0.0;
    /// Where the method rests on it; Laney: of the points in units of their binomial or Poisson standard deviation.
    std::optional<double> mean_moving_range;
    /// The limits are middle -/+ multiplier x sigma; for mean_moving_range: x mean moving range.
    double multiplier = 3.0;
    double sigma_z = 1.0;     ///< Laney: what sigma was widened by; in `sigma` already
    bool varies = false;      ///< every point has limits of its own, by its denominator
    bool exact = false;       ///< limits are exact Poisson or binomial ones, not multiples of sigma
    bool has_limits = false;  ///< false: no spread, or none that can be worked out
    Clamp held;               ///< what the limits are held to
    double lower = 0.0;       ///< those of the last point where they vary
    double upper = 0.0;
    double near_lower = 0.0;
    double near_upper = 0.0;
    Assessable assessable = Assessable::no;
    std::string why;           ///< trial or no: why, in plain words
    std::string reset_reason;  ///< why the segment begins; empty for the first
    UnusualRuns runs;
};

enum class Side : std::uint8_t { none, above, below };

/// The limits of one point; nothing where they are not assessable.
struct PointLimits {
    std::optional<double> lower;
    std::optional<double> upper;
    std::optional<double> near_lower;
    std::optional<double> near_upper;
};

struct ChartPoint {
    Period period;
    std::optional<double> value;  ///< as it is drawn: divided by the denominator where the chart does so
    std::optional<double> denominator;
    std::size_t segment = 0;
    std::size_t series_point = 0;  ///< index in Series::points; meaningless without a value
    PointLimits limits;
    Side outside = Side::none;       ///< strictly beyond a limit
    Side near = Side::none;          ///< beyond the near limit, not outside
    Side shift = Side::none;         ///< in a run of at least `shift_points` on one side of the centre
    Side trend = Side::none;         ///< in at least `trend_changes` successive changes up (above) or down (below)
    Side two_of_three = Side::none;  ///< of either kind
    Side four_of_five = Side::none;
    bool alternating = false;
    bool within_one_sigma = false;
    bool beyond_one_sigma = false;
};

/// Whether a rule marked the point, and on which side; Side::none where the rule has none.
std::optional<Side> fired(const ChartPoint& point, Rule rule);
/// The ids of the rules that marked it, by precedence, separated by blanks.
std::string rules_of(const ChartPoint& point, const RuleSet& rules);

/// By precedence; the class of a chart is that of its last month. `pattern`: a rule other than the first three, or an
/// unusual number of crossings.
enum class Class { exception, step_shift, trend, pattern, near_limit, stable, not_assessed };
enum class Judgement { improvement, concern, neutral, none };

struct ControlChart {
    MeasureId measure;
    AreaId area;
    ChartType type = ChartType::individuals;
    std::string type_reason;  ///< why it is charted so: a clause; empty where nobody chose
    RuleSet rules;
    Clamp clamp;                     ///< what the limits of single values are held to
    std::vector<ChartPoint> points;  ///< one for every month of the window, missing ones too
    std::vector<Segment> segments;
    Class latest = Class::not_assessed;
    Side side = Side::none;  ///< of the latest class: above/below, or up (above)/down (below) for a trend
    Judgement judgement = Judgement::none;
    std::size_t run_length = 0;  ///< points in a row on one side of the centre that end at the last one
    Side run_side = Side::none;
    std::size_t run_length_skipping =
        0;  ///< the same, where points on the centre line and missing ones are passed over
    Side run_side_skipping = Side::none;
    std::size_t trend_length = 0;  ///< successive changes one way that end at the last point
    Side trend_side = Side::none;
    std::vector<std::size_t> earlier_exceptions;  ///< indexes of points outside, before the last, latest first
    /// Where a reset may be considered: the first point of a run, still going on, that is long enough for a shift.
    std::optional<std::size_t> suggested_reset;
    std::string why;  ///< where not assessed: why
};

/// Which points centre and limits are worked out from. None: all of each segment.
struct Baseline {
    std::size_t first_points = 0;  ///< of each segment; 0: all
    /// From the first to the last index of the chart, both included, for the segment that holds any of them.
    std::optional<std::pair<std::size_t, std::size_t>> points;
};

struct ChartInput {
    std::span<const std::optional<double>> values;
    std::span<const std::optional<double>> denominators;  ///< empty, or one a value: a point is value / denominator
    std::span<const std::size_t> segment_starts;  ///< indexes at which a new segment begins (0 need not be named)
    Baseline baseline;
};

/// Limits and flags of one series of values, segment by segment. Pure numbers, as the oracles have them. A value
/// without its denominator, or with one of 0, is a missing point; c, t and g charts take values as they are.
ControlChart chart_points(const ChartInput& input, ChartType type, const Clamp& clamp, const RuleSet& rules);

/// The same for single values and all of each segment.
ControlChart chart_values(std::span<const std::optional<double>> values, std::span<const std::size_t> segment_starts,
                          const Clamp& clamp, const RuleSet& rules);

/// The chart of a monthly series over the plan's window, ending with the last month of `period`, with the plan's
/// resets. The class is that of the last month of the period; no value there: not_assessed, and why.
ControlChart chart_series(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period);

/// What the centre line is.
enum class Centre { mean, median, typical };  ///< typical: the mean of transformed times, taken back
Centre centre_of(const ControlChart& chart);
/// "mean", "median", "centre line".
std::string_view to_word(Centre centre);

/// Whether a side is good news for a measure.
Judgement judge(Side side, plan::Good good);

}  // namespace panelbook::spc
