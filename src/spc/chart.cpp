#include "panelbook/spc/chart.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "panelbook/spc/averages.hpp"
#include "panelbook/spc/limits.hpp"

#include "classify.hpp"
#include "mark_points.hpp"

namespace panelbook::spc {

namespace {

using Values = std::vector<std::optional<double>>;

std::vector<std::size_t> starts_of_segments(std::size_t points, std::span<const std::size_t> named) {
    std::vector<std::size_t> starts{0};
    starts.insert(starts.end(), named.begin(), named.end());
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::erase_if(starts, [points](std::size_t start) { return start >= points; });
    return starts;
}

bool divides(const ChartInput& input, ChartType type) {
    const bool of_counts = type == ChartType::c || type == ChartType::t || type == ChartType::g;
    return !input.denominators.empty() && !of_counts;
}

/// The values as they are drawn.
Values drawn_values(const ChartInput& input, ChartType type, std::span<const std::size_t> starts) {
    Values drawn(input.values.begin(), input.values.end());
    if (needs_denominators(type) && input.denominators.empty()) return Values(drawn.size());
    if (divides(input, type)) {
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const auto& denominator = input.denominators[i];
            if (drawn[i] && denominator && *denominator > 0.0)
                *drawn[i] /= *denominator;
            else
                drawn[i] = std::nullopt;
        }
    }
    if (type != ChartType::moving_ranges) return drawn;
    Values ranges(drawn.size());
    for (std::size_t i = 1; i < drawn.size(); ++i)
        if (drawn[i - 1] && drawn[i] && !std::binary_search(starts.begin(), starts.end(), i))
            ranges[i] = std::abs(*drawn[i] - *drawn[i - 1]);
    return ranges;
}

/// The points of a segment that its limits rest on, counted from its first.
std::pair<std::size_t, std::size_t> baseline_of(const Baseline& baseline, std::size_t first, std::size_t end) {
    if (baseline.points) {
        const std::size_t from = std::max(first, baseline.points->first);
        const std::size_t to = std::min(end, baseline.points->second + 1);
        if (from < to) return {from - first, to - first};
    }
    const std::size_t count = end - first;
    return {0, baseline.first_points == 0 ? count : std::min(count, baseline.first_points)};
}

}  // namespace

ControlChart chart_points(const ChartInput& input, ChartType type, const Clamp& clamp, const RuleSet& rules) {
    ControlChart chart;
    chart.type = type;
    chart.rules = rules;
    if (rules.holds_limits) chart.clamp = clamp;
    if (input.values.empty()) {
        chart.why = "there are no months to chart";
        return chart;
    }
    const auto starts = starts_of_segments(input.values.size(), input.segment_starts);
    const Values drawn = drawn_values(input, type, starts);
    const bool with_denominators = needs_denominators(type) && !input.denominators.empty();
    const bool baseline_counts = !(rules.baseline_ends_at_reset && starts.size() > 1);
    const Baseline baseline = baseline_counts ? input.baseline : Baseline{};

    chart.points.resize(drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        chart.points[i].value = drawn[i];
        if (!input.denominators.empty()) chart.points[i].denominator = input.denominators[i];
        chart.points[i].series_point = i;
    }
    chart.segments.reserve(starts.size());
    for (std::size_t s = 0; s < starts.size(); ++s) {
        const std::size_t first = starts[s];
        const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : drawn.size();
        SegmentValues values;
        values.drawn = std::span(drawn).subspan(first, end - first);
        if (with_denominators) values.denominators = input.denominators.subspan(first, end - first);
        std::tie(values.from, values.to) = baseline_of(baseline, first, end);

        Segment segment = segment_limits(values, type, clamp, rules);
        segment.first = first;
        segment.baseline_first = first + values.from;
        if (rules.has(Rule::unusual_runs)) segment.runs = unusual_runs(values.drawn, segment.centre);
        // Ranges next to each other share a value, so their runs are longer than those of independent points.
        if (type == ChartType::moving_ranges) segment.runs.signal = false;
        const auto points = std::span(chart.points).subspan(first, end - first);
        for (ChartPoint& point : points) point.segment = s;
        mark_points(points, segment, values, rules);
        chart.segments.push_back(std::move(segment));
    }
    classify(chart, drawn);
    return chart;
}

ControlChart chart_values(std::span<const std::optional<double>> values, std::span<const std::size_t> segment_starts,
                          const Clamp& clamp, const RuleSet& rules) {
    return chart_points({values, {}, segment_starts, {}}, ChartType::individuals, clamp, rules);
}

Centre centre_of(const ControlChart& chart) {
    switch (chart.type) {
        case ChartType::run:
            return Centre::median;
        case ChartType::g:
            return chart.rules.cases_between == CasesBetween::without_the_event ? Centre::median : Centre::mean;
        case ChartType::t:
            return Centre::typical;
        default:
            return Centre::mean;
    }
}

std::string_view to_word(Centre centre) {
    switch (centre) {
        case Centre::mean:
            return "mean";
        case Centre::median:
            return "median";
        case Centre::typical:
            break;
    }
    return "centre line";
}

}  // namespace panelbook::spc
