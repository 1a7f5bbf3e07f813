#include "holt_winters_start.hpp"

#include <span>

#include "panelbook/forecast/decomposition.hpp"

namespace panelbook::tests {

HoltWintersStart holt_winters_start(const std::vector<double>& values, bool seasonal) {
    HoltWintersStart start;
    if (!seasonal) {
        start.states.level = values.front();
        start.first = 1;
        return start;
    }
    const std::span<const double> two_years(values.data(), 2 * forecast::year_months);
    start.states.season = forecast::seasonal_figure(two_years).value();
    std::vector<double> trend;
    for (const auto& mean : forecast::centred_year_mean(two_years))
        if (mean) trend.push_back(*mean);
    const forecast::Line line = forecast::least_squares_line(trend);
    start.states.level = line.intercept;
    start.states.trend = line.slope;
    start.first = forecast::year_months;
    return start;
}

double sample_variance(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double mean = 0.0;
    for (const double value : values) mean += value / n;
    double sum = 0.0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return sum / (n - 1.0);
}

}  // namespace panelbook::tests
