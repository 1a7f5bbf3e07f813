#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panelbook/core/series.hpp"
#include "panelbook/forecast/methods.hpp"
#include "panelbook/forecast/past_errors.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::forecast {

/// What a figure can be: nothing that is counted, timed or shared out is below 0, no percentage above 100.
struct Bounds {
    std::optional<double> low;
    std::optional<double> high;
};
Bounds bounds_of(const plan::Measure& measure);

/// What is expected of one month, or of several together, with the interval that should hold it 19 times in 20.
struct Outlook {
    double expected = 0.0;
    double lower = 0.0;
    double upper = 0.0;
};

/// A forecast of the months that follow a series, in the series' own unit.
struct Forecast {
    Method method = Method::none;
    std::vector<Outlook> steps;         ///< one a month, from the month after the last; empty where there is none
    std::optional<Outlook> total;       ///< of all steps together, with an interval of its own
    std::size_t first_used = 0;         ///< index of the first value the forecast rests on
    std::size_t values_used = 0;        ///< months, all with a figure
    std::optional<TrackRecord> record;  ///< how the method would have done on the series' own past
    std::vector<double> check;          ///< the theta method's forecast of the same months; empty if it has none
    std::string why;                    ///< where there is no forecast: why, in plain words
    std::string caution;                ///< what to know about one that there is, in plain words; may be empty
};

/// Older months say little about the next, and are left out.
inline constexpr std::size_t most_months = 240;

/// Forecasts the `months` months after `values`, which are consecutive months; an absent one was not recorded.
///
/// The forecast rests on the months from `segment_start` on (the last reset; 0 if none), and of these on the whole
/// stretch that reaches the last of them without a gap; at most `most_months`. None where the last month is missing,
/// the stretch is shorter than `least_months` or all its values are alike; `why` says so. Methods by length: see fit().
///
/// The interval is the wider of the method's own (normal, 95%) and the 95th centile of the absolute errors that the
/// same method would have made at that distance from earlier months of the series (statistics.md 8), never narrower
/// than that of a nearer month, and held to the bounds. That of the total is worked out in the same two ways for the
/// sum: errors of one run of months lean one way, so neither the sum of the bounds nor independence would be right.
Forecast forecast_values(std::span<const std::optional<double>> values, std::size_t segment_start, std::size_t months,
                         const Bounds& bounds);

/// The months of a monthly series up to `last_month`, and where the plan's last reset starts among them.
struct MonthlyValues {
    Period first_month;
    std::vector<std::optional<double>> values;  ///< one a month, to `last_month`
    std::size_t segment_start = 0;
};
MonthlyValues monthly_values(const Series& series, const plan::Plan& plan, Period last_month);

/// The forecast of the `months` months after the last month of `period`, with the plan's resets and the measure's
/// bounds.
Forecast forecast_series(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period,
                         std::size_t months);

}  // namespace panelbook::forecast
