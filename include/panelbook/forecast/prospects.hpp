#pragma once

#include <optional>
#include <vector>

#include "panelbook/forecast/seasonality.hpp"
#include "panelbook/forecast/year_end.hpp"

namespace panelbook::forecast {

/// What may be said of one monthly measure beyond the period: how its year may end, and whether it has a season.
struct Prospect {
    MeasureId measure;
    AreaId area;
    YearEnd year_end;
    std::optional<Seasonality> season;
    int highest_month = 0;  ///< 1 to 12, where there is a season
    int lowest_month = 0;
};

/// Of every measure of which the plan's own area has months, in plan order; only months up to `period` are looked at.
std::vector<Prospect> prospects(const std::vector<Series>& series, const plan::Plan& plan, Period period);

}  // namespace panelbook::forecast
