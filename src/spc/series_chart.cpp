#include <algorithm>
#include <map>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

namespace {

/// Nothing that is counted, timed or shared out can be below 0, and no share above 100%, unless the plan says so.
Clamp clamp_of(const plan::Measure& measure) {
    Clamp clamp;
    if (measure.unit != plan::Unit::gbp) clamp.low = std::min(0.0, measure.minimum.value_or(0.0));
    if (measure.unit == plan::Unit::percent) clamp.high = std::max(100.0, measure.maximum.value_or(100.0));
    return clamp;
}

RuleSet rules_of(const plan::Settings& settings) {
    RuleSet rules;
    rules.name = settings.rule_set;
    rules.shift_points = settings.shift_points;
    rules.trend_changes = settings.trend_changes;
    return rules;
}

/// Month of the window -> index of its point in the series.
std::map<std::size_t, std::size_t> months_in(const Series& series, Period window) {
    std::map<std::size_t, std::size_t> found;
    const auto months = static_cast<std::size_t>(window.months());
    std::size_t month = 0;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const Period period = series.points[i].period;
        if (period.months() != 1 || !window.contains(period)) continue;
        while (month < months && window.month_at(static_cast<int>(month)) < period) ++month;
        found[month] = i;
    }
    return found;
}

/// Month of the window -> why a new segment begins there.
std::map<std::size_t, std::string> resets_in(const Series& series, const plan::Plan& plan, Period window) {
    std::map<std::size_t, std::string> found;
    for (const plan::Reset& reset : plan.resets) {
        if (reset.measure != series.measure || (reset.area && *reset.area != series.area)) continue;
        const Period from = reset.from.month_at(0);
        for (int month = 0; month < window.months(); ++month)
            if (window.month_at(month) == from) found[static_cast<std::size_t>(month)] = reset.reason;
    }
    return found;
}

std::string why_no_latest(const Series& series, const SeriesPoint* last) {
    if (last && !last->reason.empty()) return last->reason;
    if (last && last->marker != Marker::none) return std::string(to_word(last->marker));
    const bool monthly = std::any_of(series.points.begin(), series.points.end(),
                                     [](const SeriesPoint& point) { return point.period.months() == 1; });
    return monthly || series.points.empty() ? "not supplied" : "no monthly figures are sent";
}

}  // namespace

ControlChart chart_series(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period) {
    const Period window = Period::ending(period, std::max(1, plan.settings.spc_window_months));
    const auto months = months_in(series, window);
    const auto resets = resets_in(series, plan, window);

    std::vector<std::optional<double>> values(static_cast<std::size_t>(window.months()));
    for (const auto& [month, index] : months)
        if (const auto& value = series.points[index].value) values[month] = to_number(*value);
    std::vector<std::size_t> starts;
    for (const auto& reset : resets) starts.push_back(reset.first);

    ControlChart chart = chart_values(values, starts, clamp_of(measure), rules_of(plan.settings));
    chart.measure = series.measure;
    chart.area = series.area;
    for (std::size_t month = 0; month < chart.points.size(); ++month) {
        chart.points[month].period = window.month_at(static_cast<int>(month));
        const auto at = months.find(month);
        if (at != months.end()) chart.points[month].series_point = at->second;
    }
    for (Segment& segment : chart.segments)
        if (const auto reset = resets.find(segment.first); reset != resets.end()) segment.reset_reason = reset->second;

    if (!values.back()) chart.why = why_no_latest(series, series.at(window.last_month()));
    const bool signals =
        chart.latest == Class::exception || chart.latest == Class::step_shift || chart.latest == Class::trend;
    if (signals) chart.judgement = judge(chart.side, measure.good);
    return chart;
}

}  // namespace panelbook::spc
