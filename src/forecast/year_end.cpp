#include "panelbook/forecast/year_end.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <fmt/format.h>

#include "panelbook/compare/compare.hpp"

namespace panelbook::forecast {

namespace {

constexpr double normal_95 = 1.959963984540054;

/// `share` of the year's figure is known and is `known`; the rest is the mean month of `total` over `months`.
Outlook mixed(double known, double share, const Outlook& total, std::size_t months) {
    const auto with = [&](double sum) { return share * known + (1.0 - share) * sum / static_cast<double>(months); };
    return {with(total.expected), with(total.lower), with(total.upper)};
}

Outlook added(double known, const Outlook& total) {
    return {known + total.expected, known + total.lower, known + total.upper};
}

std::optional<double> chance_of(const plan::Measure& measure, const Outlook& outlook) {
    if (!measure.target || measure.good == plan::Good::none) return std::nullopt;
    const double half_width = std::max(outlook.upper - outlook.expected, outlook.expected - outlook.lower);
    if (half_width <= 0.0) return std::nullopt;
    const boost::math::normal_distribution<double> normal(outlook.expected, half_width / normal_95);
    const double at_most = boost::math::cdf(normal, *measure.target);
    return measure.good == plan::Good::down ? at_most : 1.0 - at_most;
}

}  // namespace

YearEnd year_end(const Series& series, const plan::Measure& measure, const plan::Plan& plan, Period period) {
    YearEnd end;
    end.year = period.containing_financial_year();
    const Period to_date = period.year_to_date();
    const auto known_months = static_cast<std::size_t>(to_date.months());
    end.months_ahead = year_months - known_months;
    const compare::PeriodValue so_far = compare::value_of(series, measure, to_date);
    end.so_far = so_far.value;
    if (measure.over_time == plan::RollUp::none) {
        end.why = "its months are not made into a figure of the year";
    } else if (end.months_ahead == 0) {
        end.why = "the financial year is complete";
    } else {
        end.forecast = forecast_series(series, measure, plan, period, end.months_ahead);
        end.why = end.forecast.why;
    }
    if (!end.why.empty()) return end;
    if (!so_far.value) {
        end.why = fmt::format("there is no figure for {}", to_date.words());
        return end;
    }

    const Outlook& ahead = *end.forecast.total;
    const double share = static_cast<double>(known_months) / static_cast<double>(year_months);
    switch (measure.over_time) {
        case plan::RollUp::sum:
            // Percentages are never added up, whatever the plan says of them (compare::value_of).
            end.outlook = measure.unit == plan::Unit::percent ? mixed(*so_far.value, share, ahead, end.months_ahead)
                                                              : added(*so_far.value, ahead);
            break;
        case plan::RollUp::mean:
        case plan::RollUp::ratio:  // an average month ahead weighs what an average month so far weighs
            end.outlook = mixed(*so_far.value, share, ahead, end.months_ahead);
            break;
        case plan::RollUp::last:
        case plan::RollUp::none:
            end.outlook = end.forecast.steps.back();
            break;
    }
    end.chance_of_target = chance_of(measure, *end.outlook);
    return end;
}

}  // namespace panelbook::forecast
