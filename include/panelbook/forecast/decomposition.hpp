#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "panelbook/forecast/smoothing.hpp"

namespace panelbook::forecast {

/// The mean of the 12 months about each month, the first and the last of 13 at half weight; nothing for the first six
/// and the last six months (Macaulay 1931; R's decompose()).
std::vector<std::optional<double>> centred_year_mean(std::span<const double> values);

/// Classical additive decomposition: what each month of the year lies above (or below) the centred mean on average,
/// less the mean of the twelve; by index of the value modulo 12, as R's decompose()$figure. Nothing for fewer than 24
/// values: two whole years are needed for a figure of every month.
std::optional<std::array<double, year_months>> seasonal_figure(std::span<const double> values);

/// An intercept and slope by least squares over 1, 2, 3, ...
struct Line {
    double intercept = 0.0;
    double slope = 0.0;
};
/// Two values at least.
Line least_squares_line(std::span<const double> values);

}  // namespace panelbook::forecast
