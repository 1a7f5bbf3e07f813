#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace panelbook::forecast {

inline constexpr std::size_t year_months = 12;

/// The weights of additive Holt-Winters smoothing, each 0 to 1: alpha, beta and gamma of R's HoltWinters(). In the
/// error-correction form of the same equations the trend moves by level * trend, the season by season * (1 - level) of
/// each error (Hyndman and others, Forecasting with Exponential Smoothing, 2008, chapter 2).
struct Weights {
    double level = 0.0;
    double trend = 0.0;
    double season = 0.0;
};

/// What is carried from one month to the next.
struct States {
    double level = 0.0;
    double trend = 0.0;                        ///< change of the level a month
    std::array<double, year_months> season{};  ///< by index of the value modulo 12; all 0 without a season
};

/// Runs `states` over the values from `first` on and returns the error of each one-step forecast, actual less expected.
std::vector<double> smooth(std::span<const double> values, std::size_t first, const Weights& weights, States& states);

/// The sum of the squared errors of smooth(), which changes no states.
double sum_of_squares(std::span<const double> values, std::size_t first, const Weights& weights, States states);

/// The forecasts of the months after `values_seen` values, in their order.
std::vector<double> project(const States& states, std::size_t values_seen, std::size_t months);

/// By how much an error of one month carries into the forecast of the month `ahead` months later: the weights of the
/// moving-average form, level (1 + ahead * trend), and in the same month of a later year season (1 - level) more.
double carried(const Weights& weights, std::size_t ahead);

/// The variance of the forecast error `months` ahead as a multiple of that of one month: 1 + the sum of the squares of
/// what is carried.
double error_variance(const Weights& weights, std::size_t months);

/// The same of the sum of the next `months` months: errors carried over make them alike, so it is more than their sum.
double error_variance_of_sum(const Weights& weights, std::size_t months);

}  // namespace panelbook::forecast
