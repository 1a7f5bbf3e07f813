#include <algorithm>
#include <map>

#include "panelbook/spc/chart.hpp"
#include "panelbook/spc/chart_choice.hpp"

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
    RuleSet rules = rule_set(settings.rule_set).value_or(opcc());
    if (settings.shift_points) rules.shift_points = *settings.shift_points;
    if (settings.trend_changes) rules.trend_changes = *settings.trend_changes;
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

/// A chart of shares of 1, or of rates for one, in the unit of the measure.
void scale(ControlChart& chart, double by) {
    for (ChartPoint& point : chart.points)
        for (std::optional<double> PointLimits::*limit :
             {&PointLimits::lower, &PointLimits::upper, &PointLimits::near_lower, &PointLimits::near_upper})
            if (auto& there = point.limits.*limit) *there *= by;
    for (Segment& segment : chart.segments) {
        for (double Segment::*height : {&Segment::centre, &Segment::middle, &Segment::sigma, &Segment::lower,
                                        &Segment::upper, &Segment::near_lower, &Segment::near_upper})
            segment.*height *= by;
        if (segment.held.low) *segment.held.low *= by;
        if (segment.held.high) *segment.held.high *= by;
    }
}

/// The counts behind shares or rates.
std::vector<std::optional<double>> counts_of(const std::vector<std::optional<double>>& values,
                                             const std::vector<std::optional<double>>& denominators, double per) {
    std::vector<std::optional<double>> counts(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] && denominators[i]) counts[i] = *values[i] / per * *denominators[i];
    return counts;
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
    std::vector<std::optional<double>> denominators(values.size());
    for (const auto& [month, index] : months) {
        const SeriesPoint& point = series.points[index];
        if (!point.value) continue;
        values[month] = to_number(*point.value);
        denominators[month] = point.denominator;
    }
    std::vector<std::size_t> starts;
    for (const auto& reset : resets) starts.push_back(reset.first);

    const RuleSet rules = rules_of(plan.settings);
    ChartChoice choice = choose_chart(values, denominators, measure, rules);
    const double per = chart_scale(choice.type, measure);
    ChartInput input;
    input.values = values;
    input.segment_starts = starts;
    std::vector<std::optional<double>> counts;
    if (needs_denominators(choice.type)) {
        counts = counts_of(values, denominators, per);
        input.values = counts;
        input.denominators = denominators;
    }
    ControlChart chart = chart_points(input, choice.type, clamp_of(measure), rules);
    if (per != 1.0) scale(chart, per);
    chart.type_reason = std::move(choice.reason);
    chart.measure = series.measure;
    chart.area = series.area;
    for (std::size_t month = 0; month < chart.points.size(); ++month) {
        chart.points[month].period = window.month_at(static_cast<int>(month));
        const auto at = months.find(month);
        if (at != months.end()) chart.points[month].series_point = at->second;
        if (chart.points[month].value) chart.points[month].value = values[month];
    }
    for (Segment& segment : chart.segments)
        if (const auto reset = resets.find(segment.first); reset != resets.end()) segment.reset_reason = reset->second;

    if (!values.back())
        chart.why = why_no_latest(series, series.at(window.last_month()));
    else if (!chart.points.back().value)
        chart.why = "the figure came without its n";
    const bool signals = chart.latest == Class::exception || chart.latest == Class::step_shift ||
                         chart.latest == Class::trend || chart.latest == Class::pattern;
    if (signals) chart.judgement = judge(chart.side, measure.good);
    return chart;
}

}  // namespace panelbook::spc
