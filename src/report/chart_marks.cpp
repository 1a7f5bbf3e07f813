#include "chart_marks.hpp"

#include <algorithm>
#include <map>

namespace panelbook::report {

namespace {

constexpr std::size_t longest_label = 38;  // letters that fit beside a point without crossing the chart
// Labels nearer than this share of the chart's width stand at different heights.
constexpr double crowded_share = 0.35;
constexpr double upper_row = 0.2;  // of a step, from the edge of the scale
constexpr double lower_row = 0.7;

bool concerns(const plan::Event& event, const MeasureId& measure) {
    return event.measures.empty() ||
           std::find(event.measures.begin(), event.measures.end(), measure) != event.measures.end();
}

Period last_of(const plan::Event& event) {
    return event.to ? event.to->last_month() : event.from.last_month();
}

/// Cut at a word; a comma or a full stop ends it sooner where enough has been said by then.
std::string shortened(const std::string& text) {
    const std::size_t stop = text.find_first_of(",.;:(");
    std::string label = text.substr(0, stop);
    if (label.size() <= longest_label) return label;
    const std::size_t blank = label.rfind(' ', longest_label);
    return label.substr(0, blank == std::string::npos ? longest_label : blank) + " …";
}

std::map<std::size_t, std::string> labels_of(const spc::ControlChart& chart, const plan::Plan& plan,
                                             std::size_t first) {
    std::map<std::size_t, std::string> labels;
    const auto add = [&labels](std::size_t point, const std::string& label) {
        std::string& there = labels[point];
        there += (there.empty() ? "" : "; ") + label;
    };
    for (const spc::Segment& segment : chart.segments)
        if (!segment.reset_reason.empty() && segment.first + segment.count > first)
            add(std::max(segment.first, first), "Reset: " + shortened(segment.reset_reason));
    const Period window = Period::span(chart.points[first].period, chart.points.back().period);
    for (const plan::Event* event : events_of(plan, chart.measure, window)) {
        std::size_t point = first;
        while (chart.points[point].period < event->from.month_at(0)) ++point;
        add(point, event->label);
    }
    return labels;
}

}  // namespace

std::vector<const plan::Event*> events_of(const plan::Plan& plan, const MeasureId& measure, Period window) {
    std::vector<const plan::Event*> events;
    for (const plan::Event& event : plan.events) {
        const bool touches = !(window.last_month() < event.from.month_at(0)) && !(last_of(event) < window.month_at(0));
        if (touches && concerns(event, measure)) events.push_back(&event);
    }
    return events;
}

std::vector<ChartMark> marks_of(const spc::ControlChart& chart, const plan::Plan& plan, std::size_t first, Scale& scale,
                                bool is_share) {
    const auto labels = labels_of(chart, plan, first);
    if (labels.empty()) return {};
    const bool above = !is_share || scale.maximum + scale.step <= 100.0;
    if (above)
        scale.maximum += scale.step;
    else
        scale.minimum = std::max(0.0, scale.minimum - scale.step);

    const double crowded = crowded_share * static_cast<double>(chart.points.size() - first);
    std::vector<ChartMark> marks;
    bool lower = false;
    for (const auto& [point, label] : labels) {
        const bool near = !marks.empty() && static_cast<double>(point - marks.back().point) < crowded;
        lower = near && !lower;
        const double from_edge = (lower ? lower_row : upper_row) * scale.step;
        marks.push_back({point, label, above ? scale.maximum - from_edge : scale.minimum + from_edge});
    }
    return marks;
}

}  // namespace panelbook::report
