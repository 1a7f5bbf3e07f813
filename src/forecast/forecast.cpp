#include "panelbook/forecast/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/forecast/half_width.hpp"

namespace panelbook::forecast {

namespace {

Outlook held_to(double expected, double half_width, std::optional<double> low, std::optional<double> high) {
    const auto held = [&](double value) {
        if (low) value = std::max(value, *low);
        if (high) value = std::min(value, *high);
        return value;
    };
    return {held(expected), held(expected - half_width), held(expected + half_width)};
}

std::optional<double> times(std::optional<double> bound, std::size_t months) {
    return bound ? std::optional<double>(*bound * static_cast<double>(months)) : std::nullopt;
}

/// Index of the first value of the stretch without a gap that reaches the last one.
std::size_t whole_stretch(std::span<const std::optional<double>> values, std::size_t segment_start) {
    std::size_t first = values.size();
    while (first > segment_start && values[first - 1]) --first;
    return first;
}

std::string months_text(std::size_t months) {
    return fmt::format("{} {}", months, months == 1 ? "month" : "months");
}

/// Why the months from `first` on are no base for a forecast; empty if they are.
std::string why_none(std::span<const std::optional<double>> values, std::size_t segment_start, std::size_t first) {
    if (first == values.size()) return "the latest month has no figure";
    const std::size_t count = values.size() - first;
    if (count < least_months) {
        const std::string_view since = first > segment_start ? " since the last missing one"
                                       : segment_start > 0   ? " since the reset"
                                                             : "";
        return fmt::format("there {} only {}{}, and a forecast needs {}", count == 1 ? "is" : "are", months_text(count),
                           since, least_months);
    }
    const auto used = values.subspan(first);
    if (std::all_of(used.begin(), used.end(), [&](const auto& value) { return *value == *used.front(); }))
        return "every month has the same figure, so nothing shows how far it may stray";
    return {};
}

bool all_finite(const Forecast& forecast) {
    const auto finite = [](const Outlook& outlook) {
        return std::isfinite(outlook.expected) && std::isfinite(outlook.lower) && std::isfinite(outlook.upper);
    };
    const TrackRecord& record = *forecast.record;
    return std::all_of(forecast.steps.begin(), forecast.steps.end(), finite) &&
           (!forecast.total || finite(*forecast.total)) && std::isfinite(record.mase.value_or(0.0)) &&
           std::isfinite(record.last_year_mase.value_or(0.0)) &&
           std::all_of(forecast.check.begin(), forecast.check.end(), [](double value) { return std::isfinite(value); });
}

std::string caution_of(const Forecast& forecast, std::size_t segment_start) {
    std::vector<std::string> cautions;
    if (forecast.first_used > segment_start && forecast.values_used < most_months)
        cautions.push_back(
            fmt::format("it rests on the {} since the last missing one", months_text(forecast.values_used)));
    else if (segment_start > 0)
        cautions.push_back(fmt::format("it rests on the {} since the reset", months_text(forecast.values_used)));
    if (forecast.record && forecast.record->no_better_than_last_year())
        cautions.push_back("on this series it has been no better than taking last year's figure");
    if (forecast.record && forecast.record->interval_often_missed())
        cautions.push_back(
            fmt::format("its interval would have held only {:.0f}% of past months, so it may be too narrow",
                        *forecast.record->coverage));
    const bool apart = !forecast.check.empty() && std::mismatch(
                                                      forecast.check.begin(), forecast.check.end(),
                                                      forecast.steps.begin(), [](double other, const Outlook& step) {
                                                          return other >= step.lower && other <= step.upper;
                                                      }).first != forecast.check.end();
    if (apart) cautions.push_back("a second method (theta) lies outside its interval");
    return fmt::format("{}", fmt::join(cautions, "; "));
}

}  // namespace

Bounds bounds_of(const plan::Measure& measure) {
    Bounds bounds;
    if (measure.unit != plan::Unit::gbp) bounds.low = std::min(0.0, measure.minimum.value_or(0.0));
    if (measure.unit == plan::Unit::percent) bounds.high = std::max(100.0, measure.maximum.value_or(100.0));
    return bounds;
}

Forecast forecast_values(std::span<const std::optional<double>> values, std::size_t segment_start, std::size_t months,
                         const Bounds& bounds) {
    Forecast forecast;
    std::size_t first = whole_stretch(values, std::min(segment_start, values.size()));
    forecast.why = why_none(values, segment_start, first);
    if (!forecast.why.empty()) return forecast;
    first = std::max(first, values.size() > most_months ? values.size() - most_months : std::size_t{0});

    std::vector<double> used;
    for (const auto& value : values.subspan(first)) used.push_back(*value);
    forecast.first_used = first;
    forecast.values_used = used.size();

    const Fitted fitted = fit(used);
    const PastErrors past = past_errors(used, months);
    forecast.method = fitted.method;
    forecast.record = past.record;
    forecast.check = theta_forecast(used, months);
    const std::vector<double> expected = fitted.expected(months);
    double sum = 0.0;
    for (std::size_t step = 1; step <= months; ++step) {
        const double half_width = std::max(half_width_by_method(fitted, step), half_width_seen(past.by_step, step));
        forecast.steps.push_back(held_to(expected[step - 1], half_width, bounds.low, bounds.high));
        sum += expected[step - 1];
    }
    if (months > 0) {
        const double half_width = std::max(half_width_of_sum_by_method(fitted, months), centile_95(past.of_sum));
        forecast.total = held_to(sum, half_width, times(bounds.low, months), times(bounds.high, months));
    }
    if (!all_finite(forecast)) {
        forecast = {};
        forecast.why = "the figures are too large to be worked with";
        return forecast;
    }
    forecast.caution = caution_of(forecast, segment_start);
    return forecast;
}

MonthlyValues monthly_values(const Series& series, const plan::Plan& plan, Period last_month) {
    MonthlyValues monthly;
    std::vector<const SeriesPoint*> points;
    for (const SeriesPoint& point : series.points)
        if (point.period.months() == 1 && point.value && point.period <= last_month) points.push_back(&point);
    if (points.empty()) return monthly;
    monthly.first_month = points.front()->period;
    const Period all = Period::span(monthly.first_month, last_month);
    monthly.values.resize(static_cast<std::size_t>(all.months()));
    for (const SeriesPoint* point : points) {
        const auto month = static_cast<std::size_t>(Period::span(monthly.first_month, point->period).months() - 1);
        monthly.values[month] = to_number(*point->value);
    }
    for (const plan::Reset& reset : plan.resets) {
        if (reset.measure != series.measure || (reset.area && *reset.area != series.area)) continue;
        const Period from = reset.from.month_at(0);
        if (from <= monthly.first_month || last_month < from) continue;
        const auto month = static_cast<std::size_t>(Period::span(monthly.first_month, from).months() - 1);
        monthly.segment_start = std::max(monthly.segment_start, month);
    }
    return monthly;
}

Forecast forecast_series(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period,
                         std::size_t months) {
    const MonthlyValues monthly = monthly_values(series, plan, period.last_month());
    if (monthly.values.empty()) {
        Forecast none;
        none.why = "no monthly figures are sent";
        return none;
    }
    return forecast_values(monthly.values, monthly.segment_start, months, bounds_of(measure));
}

}  // namespace panelbook::forecast
