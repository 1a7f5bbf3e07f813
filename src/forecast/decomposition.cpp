#include "panelbook/forecast/decomposition.hpp"

#include <numeric>

namespace panelbook::forecast {

std::vector<std::optional<double>> centred_year_mean(std::span<const double> values) {
    constexpr std::size_t half_year = year_months / 2;
    std::vector<std::optional<double>> means(values.size());
    constexpr double weight = 1.0 / static_cast<double>(year_months);
    // Latest month first and each month weighted on its own, as R's filter(): values that tie there tie here.
    for (std::size_t i = half_year; i + half_year < values.size(); ++i) {
        double mean = 0.0;
        for (std::size_t back = 0; back <= year_months; ++back) {
            const bool end = back == 0 || back == year_months;
            mean += (end ? weight / 2.0 : weight) * values[i + half_year - back];
        }
        means[i] = mean;
    }
    return means;
}

std::optional<std::array<double, year_months>> seasonal_figure(std::span<const double> values) {
    if (values.size() < 2 * year_months) return std::nullopt;
    std::array<double, year_months> figure{};
    std::array<double, year_months> seen{};
    const auto means = centred_year_mean(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!means[i]) continue;
        figure[i % year_months] += values[i] - *means[i];
        seen[i % year_months] += 1.0;
    }
    for (std::size_t month = 0; month < year_months; ++month) figure[month] /= seen[month];
    const double mean = std::accumulate(figure.begin(), figure.end(), 0.0) / static_cast<double>(year_months);
    for (double& month : figure) month -= mean;
    return figure;
}

Line least_squares_line(std::span<const double> values) {
    const auto n = static_cast<double>(values.size());
    const double mean_x = (n + 1.0) / 2.0;
    const double mean_y = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double products = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = static_cast<double>(i + 1) - mean_x;
        products += x * (values[i] - mean_y);
        squares += x * x;
    }
    const double slope = products / squares;
    return {mean_y - slope * mean_x, slope};
}

}  // namespace panelbook::forecast
