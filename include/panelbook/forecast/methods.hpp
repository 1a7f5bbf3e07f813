#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "panelbook/forecast/smoothing.hpp"

namespace panelbook::forecast {

/// Fewer months than these are not forecast.
inline constexpr std::size_t least_months = 12;

enum class Method { none, seasonal_smoothing, simple_smoothing, mean };
/// "exponential smoothing with a season", "simple exponential smoothing", "the mean", "none".
std::string_view to_word(Method method);

/// A method fitted to a run of months without a gap.
struct Fitted {
    Method method = Method::none;
    Weights weights;
    States states;
    std::size_t values_seen = 0;
    double variance = 0.0;            ///< of the one-month errors: their sum of squares over values less parameters
    double variance_of_centre = 0.0;  ///< the mean only: its own variance, 1/n of that of one month
    double sum_of_squares = 0.0;
    std::size_t parameters = 0;  ///< weights and first states that were estimated

    std::vector<double> expected(std::size_t months) const { return project(states, values_seen, months); }
};

/// ETS(A,N,A): level and season, no trend. alpha and gamma by Nelder and Mead on the squared errors, the first states
/// from the classical decomposition (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 8.3 and 3.4).
/// 24 values at least.
Fitted fit_seasonal_smoothing(std::span<const double> values);

/// ETS(A,N,N), alpha by least squares, the first level the mean of the first six months. 2 values at least.
Fitted fit_simple_smoothing(std::span<const double> values);

/// The mean of all months, for every month to come. 2 values at least.
Fitted fit_mean(std::span<const double> values);

/// The method for this many months, fitted. With 36 or more the seasonal one. Below, the mean or simple smoothing by
/// AICc; from 24 on the seasonal one too where AICc, which asks much of so short a series, prefers it all the same: on
/// series with a season of 24 to 35 months the other two would err by half as much again.
Fitted fit(std::span<const double> values);

/// The theta method (Assimakopoulos and Nikolopoulos 2000, in the form of Hyndman and Billah 2003) on the series less
/// its seasonal figure: simple smoothing with half the slope of the least-squares line. A check on the first method.
/// Nothing for fewer than 24 values.
std::vector<double> theta_forecast(std::span<const double> values, std::size_t months);

}  // namespace panelbook::forecast
