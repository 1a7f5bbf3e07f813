#include "panelbook/spc/periods_ahead.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/forecast/forecast.hpp"

#include "period_order.hpp"

namespace panelbook::spc {

namespace {

/// A month and the way it was written.
struct WrittenMonth {
    Period month;
    enum class Style { day, key, label } style = Style::key;
    int day = 1;

    std::string later(int months) const {
        const Period later = month.shifted(months);
        if (style == Style::label) return later.label();
        return style == Style::key ? later.key() : fmt::format("{}-{:02}", later.key(), day);
    }
};

std::optional<WrittenMonth> written_month(const std::string& text) {
    if (const auto date = parse_iso_date(trimmed(text)))
        return WrittenMonth{Period::month_of(*date), WrittenMonth::Style::day, std::min<int>(date->day(), 28)};
    const auto period = parse_period(text);
    if (!period || period->months() != 1) return std::nullopt;
    return WrittenMonth{*period, period->label() == text ? WrittenMonth::Style::label : WrittenMonth::Style::key, 1};
}

bool consecutive_months(const std::vector<std::string>& periods) {
    std::optional<Period> before;
    for (const std::string& text : periods) {
        const auto written = written_month(text);
        if (!written || (before && before->shifted(1) != written->month)) return false;
        before = written->month;
    }
    return true;
}

bool consecutive_numbers(const std::vector<std::string>& periods) {
    std::optional<double> before;
    for (const std::string& text : periods) {
        const auto place = period_order(text);
        if (!place || place->kind != PeriodOrder::Kind::number || (before && *before + 1.0 != place->place))
            return false;
        before = place->place;
    }
    return true;
}

std::string period_after(const std::string& last, std::size_t steps) {
    if (const auto written = written_month(last)) return written->later(static_cast<int>(steps));
    const auto place = period_order(last);
    if (place && place->kind == PeriodOrder::Kind::number)
        return fmt::format("{}", place->place + static_cast<double>(steps));
    return fmt::format("{} +{}", last, steps);
}

forecast::Bounds bounds_of(const ControlChart& chart) {
    const bool negative = std::any_of(chart.points.begin(), chart.points.end(),
                                      [](const ChartPoint& point) { return point.value && *point.value < 0.0; });
    forecast::Bounds bounds;
    if (!negative) bounds.low = 0.0;
    bounds.high = chart.segments.back().held.high;
    return bounds;
}

}  // namespace

void add_periods_ahead(ChartReport& report, std::size_t count) {
    report.with_forecast = true;
    for (std::size_t step = 1; step <= count; ++step)
        report.ahead.push_back({period_after(report.periods.back(), step), {}, {}, {}});
    if (!consecutive_months(report.periods) && !consecutive_numbers(report.periods)) {
        report.notes.emplace_back(
            "No forecast: it needs one row for every month, in order, even where there is no figure.");
        return;
    }
    std::vector<std::optional<double>> values;
    values.reserve(report.chart.points.size());
    for (const ChartPoint& point : report.chart.points) values.push_back(point.value);
    const forecast::Forecast made =
        forecast::forecast_values(values, report.chart.segments.back().first, count, bounds_of(report.chart));
    if (made.steps.empty()) {
        report.notes.push_back(fmt::format("No forecast: {}.", made.why));
        return;
    }
    for (std::size_t i = 0; i < made.steps.size() && i < count; ++i) {
        const forecast::Outlook& outlook = made.steps[i];
        report.ahead[i].expected = outlook.expected;
        report.ahead[i].lower = outlook.lower;
        report.ahead[i].upper = outlook.upper;
    }
    std::string note = fmt::format("The forecast is by {}, from the last {} periods", forecast::to_word(made.method),
                                   made.values_used);
    if (made.record && made.record->mase)
        note += fmt::format("; its mean absolute scaled error (MASE) on their own past is {:.2f}", *made.record->mase);
    if (made.record && made.record->coverage)
        note += fmt::format("; the interval would have held {:.0f}% of {} past figures", *made.record->coverage,
                            made.record->errors);
    report.notes.push_back(note + ".");
    if (!made.caution.empty()) report.notes.push_back(fmt::format("Take care with the forecast: {}.", made.caution));
}

}  // namespace panelbook::spc
