#include "panelbook/spc/chart.hpp"

#include <algorithm>

#include "panelbook/spc/beyond_limits.hpp"
#include "panelbook/spc/limits.hpp"
#include "panelbook/spc/shift.hpp"
#include "panelbook/spc/trend.hpp"

namespace panelbook::spc {

namespace {

using Values = std::span<const std::optional<double>>;

std::vector<std::size_t> starts_of_segments(std::size_t points, std::span<const std::size_t> named) {
    std::vector<std::size_t> starts{0};
    starts.insert(starts.end(), named.begin(), named.end());
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::erase_if(starts, [points](std::size_t start) { return start >= points; });
    return starts;
}

void mark_points(ControlChart& chart, const Segment& segment, Values values, const Clamp& clamp) {
    const auto outside = beyond_limits(values, segment, clamp);
    const auto near = near_limits(values, segment, clamp);
    const auto shifted = shift(values, segment.centre, chart.rules.shift_points);
    const auto trending = trend(values, chart.rules.trend_changes);
    for (std::size_t i = 0; i < values.size(); ++i) {
        ChartPoint& point = chart.points[segment.first + i];
        point.outside = outside[i];
        point.near = near[i];
        point.shift = shifted[i];
        point.trend = trending[i];
    }
}

/// What ends at the last point, whether or not it is long enough to be a signal.
void measure_ends(ControlChart& chart, const Segment& segment, Values values) {
    const auto runs = runs_about(values, segment.centre);
    if (!runs.empty() && runs.back().first + runs.back().length == values.size()) {
        chart.run_length = runs.back().length;
        chart.run_side = runs.back().side;
    }
    const auto changes = stretches(values);
    if (!changes.empty() && changes.back().first + changes.back().changes + 1 == values.size()) {
        chart.trend_length = changes.back().changes;
        chart.trend_side = changes.back().side;
    }
}

void classify(ControlChart& chart) {
    const ChartPoint& last = chart.points.back();
    const Segment& segment = chart.segments[last.segment];
    if (!last.value) {
        chart.why = "the latest month has no figure";
    } else if (segment.assessable == Assessable::no) {
        chart.why = segment.why;
    } else if (last.outside != Side::none) {
        chart.latest = Class::exception;
        chart.side = last.outside;
    } else if (last.shift != Side::none) {
        chart.latest = Class::step_shift;
        chart.side = last.shift;
    } else if (last.trend != Side::none) {
        chart.latest = Class::trend;
        chart.side = last.trend;
    } else if (last.near != Side::none) {
        chart.latest = Class::near_limit;
        chart.side = last.near;
    } else {
        chart.latest = Class::stable;
    }
}

}  // namespace

ControlChart chart_values(std::span<const std::optional<double>> values, std::span<const std::size_t> segment_starts,
                          const Clamp& clamp, const RuleSet& rules) {
    ControlChart chart;
    chart.rules = rules;
    chart.clamp = clamp;
    if (values.empty()) {
        chart.why = "there are no months to chart";
        return chart;
    }
    chart.points.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        chart.points[i].value = values[i];
        chart.points[i].series_point = i;
    }

    const auto starts = starts_of_segments(values.size(), segment_starts);
    for (std::size_t s = 0; s < starts.size(); ++s) {
        const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : values.size();
        const Values of_segment = values.subspan(starts[s], end - starts[s]);
        Segment segment = segment_limits(of_segment, clamp, rules);
        segment.first = starts[s];
        for (std::size_t i = starts[s]; i < end; ++i) chart.points[i].segment = s;
        if (segment.assessable != Assessable::no) mark_points(chart, segment, of_segment, clamp);
        if (end == values.size()) measure_ends(chart, segment, of_segment);
        chart.segments.push_back(std::move(segment));
    }

    classify(chart);
    for (std::size_t i = values.size() - 1; i-- > 0;)
        if (chart.points[i].outside != Side::none) chart.earlier_exceptions.push_back(i);
    return chart;
}

Judgement judge(Side side, plan::Good good) {
    if (side == Side::none) return Judgement::none;
    if (good == plan::Good::none) return Judgement::neutral;
    return (side == Side::above) == (good == plan::Good::up) ? Judgement::improvement : Judgement::concern;
}

}  // namespace panelbook::spc
