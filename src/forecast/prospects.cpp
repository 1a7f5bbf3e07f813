#include "panelbook/forecast/prospects.hpp"

namespace panelbook::forecast {

namespace {

int month_of_year(Period first, std::size_t months_later) {
    return first.shifted(static_cast<int>(months_later)).first_day().month().as_number();
}

}  // namespace

std::vector<Prospect> prospects(const std::vector<Series>& series, const plan::Plan& plan, Period period) {
    std::vector<Prospect> all;
    for (const plan::Measure& measure : plan.measures) {
        if (measure.unit == plan::Unit::text) continue;
        const Series* one = find_series(series, measure.id, plan.settings.area);
        if (!one) continue;
        const MonthlyValues monthly = monthly_values(*one, plan, period.last_month());
        if (monthly.values.empty()) continue;
        Prospect prospect;
        prospect.measure = measure.id;
        prospect.area = one->area;
        prospect.year_end = year_end(*one, measure, plan, period);
        prospect.season = seasonality(monthly.values);
        if (prospect.season) {
            prospect.highest_month = month_of_year(monthly.first_month, prospect.season->highest);
            prospect.lowest_month = month_of_year(monthly.first_month, prospect.season->lowest);
        }
        all.push_back(std::move(prospect));
    }
    return all;
}

}  // namespace panelbook::forecast
