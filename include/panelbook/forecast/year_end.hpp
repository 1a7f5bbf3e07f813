#pragma once

#include "panelbook/forecast/forecast.hpp"

namespace panelbook::forecast {

/// How a measure may stand at the end of the financial year that a period lies in.
struct YearEnd {
    Period year;
    std::size_t months_ahead = 0;
    std::optional<double> so_far;            ///< the figure from April to the period, in the unit
    std::optional<Outlook> outlook;          ///< of the whole year, with its 95% interval
    std::optional<double> chance_of_target;  ///< 0 to 1; nothing without a target or a good direction
    Forecast forecast;                       ///< of the months left
    std::string why;                         ///< where there is no outlook: why, in plain words
};

/// The year's figure by the measure's roll-up over time: what is added up is known to date plus the forecast months; a
/// mean averages the twelve months; a pooled share takes each month ahead to rest on as many cases as an average month
/// so far; a level is that of March. The interval is that of the months ahead together (forecast_values), since what
/// is known is certain. The chance of the target takes the outlook as normal. A target of a measure that is added up
/// is that of the whole financial year.
YearEnd year_end(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period);

}  // namespace panelbook::forecast
