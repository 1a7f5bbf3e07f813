#include "classify.hpp"

#include <algorithm>

#include "panelbook/spc/shift.hpp"
#include "panelbook/spc/trend.hpp"

namespace panelbook::spc {

namespace {

/// What ends at the last point, whether or not it is long enough to be a signal.
void measure_ends(ControlChart& chart, std::span<const std::optional<double>> values) {
    const double centre = chart.segments.back().centre;
    const auto runs = runs_about(values, centre, OnCentre::breaks);
    if (!runs.empty() && runs.back().last + 1 == values.size()) {
        chart.run_length = runs.back().length;
        chart.run_side = runs.back().side;
    }
    const auto skipping = runs_about(values, centre, OnCentre::skipped);
    if (!skipping.empty()) {
        chart.run_length_skipping = skipping.back().length;
        chart.run_side_skipping = skipping.back().side;
    }
    const auto changes = stretches(values);
    if (!changes.empty() && changes.back().first + changes.back().changes + 1 == values.size()) {
        chart.trend_length = changes.back().changes;
        chart.trend_side = changes.back().side;
    }
}

bool is_pattern(Rule rule) {
    switch (rule) {
        case Rule::two_of_three:
        case Rule::two_of_three_zone:
        case Rule::four_of_five:
        case Rule::alternating:
        case Rule::within_one_sigma:
        case Rule::beyond_one_sigma:
            return true;
        default:
            return false;
    }
}

/// The first rule of the other kinds that marked a point, and its side.
std::optional<Side> pattern_of(const ChartPoint& point, const RuleSet& rules) {
    for (const Rule rule : rules.rules)
        if (is_pattern(rule))
            if (const auto side = fired(point, rule)) return side;
    return std::nullopt;
}

void set_class(ControlChart& chart, Class latest, Side side) {
    chart.latest = latest;
    chart.side = side;
}

void classify_last(ControlChart& chart) {
    const ChartPoint& last = chart.points.back();
    const Segment& segment = chart.segments[last.segment];
    if (!last.value)
        chart.why = "the latest month has no figure";
    else if (segment.assessable == Assessable::no)
        chart.why = segment.why;
    else if (last.outside != Side::none)
        set_class(chart, Class::exception, last.outside);
    else if (last.shift != Side::none)
        set_class(chart, Class::step_shift, last.shift);
    else if (last.trend != Side::none)
        set_class(chart, Class::trend, last.trend);
    else if (const auto side = pattern_of(last, chart.rules))
        set_class(chart, Class::pattern, *side);
    else if (segment.runs.signal)
        set_class(chart, Class::pattern, Side::none);
    else if (last.near != Side::none)
        set_class(chart, Class::near_limit, last.near);
    else
        set_class(chart, Class::stable, Side::none);
}

}  // namespace

void classify(ControlChart& chart, std::span<const std::optional<double>> drawn) {
    const Segment& segment = chart.segments.back();
    const auto latest = drawn.subspan(segment.first);
    measure_ends(chart, latest);
    classify_last(chart);
    for (std::size_t i = drawn.size() - 1; i-- > 0;)
        if (chart.points[i].outside != Side::none &&
            chart.segments[chart.points[i].segment].assessable != Assessable::no)
            chart.earlier_exceptions.push_back(i);

    const bool long_run = chart.run_length >= static_cast<std::size_t>(chart.rules.shift_points) &&
                          (chart.rules.has(Rule::shift) || segment.runs.signal);
    // A run as long as the segment is the segment's level already.
    const std::size_t first = drawn.size() - chart.run_length;
    if (segment.assessable != Assessable::no && long_run && first > segment.first) chart.suggested_reset = first;
}

Judgement judge(Side side, plan::Good good) {
    if (side == Side::none) return Judgement::none;
    if (good == plan::Good::none) return Judgement::neutral;
    return (side == Side::above) == (good == plan::Good::up) ? Judgement::improvement : Judgement::concern;
}

}  // namespace panelbook::spc
