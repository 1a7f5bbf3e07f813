#include "panelbook/forecast/methods.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "panelbook/forecast/decomposition.hpp"
#include "panelbook/forecast/nelder_mead.hpp"

namespace panelbook::forecast {

namespace {

constexpr std::size_t seasonal_months = 36;
constexpr std::size_t least_seasonal_months = 2 * year_months;
constexpr std::size_t months_for_first_level = 6;
// Below it (1 - (1 - alpha)^n) / alpha loses its digits, and is n.
constexpr double least_weight = 1e-8;

double mean_of_first(std::span<const double> values, std::size_t count) {
    const auto first = values.first(std::min(count, values.size()));
    return std::accumulate(first.begin(), first.end(), 0.0) / static_cast<double>(first.size());
}

/// 0 to 1 for any number, so that a search without bounds stays inside.
double share_of(double number) {
    return 1.0 / (1.0 + std::exp(-number));
}

double per_degree_of_freedom(double sum, std::size_t values, std::size_t parameters) {
    return sum / static_cast<double>(values > parameters ? values - parameters : 1);
}

std::vector<double> less_season(std::span<const double> values, const std::array<double, year_months>& season) {
    std::vector<double> adjusted(values.begin(), values.end());
    for (std::size_t i = 0; i < adjusted.size(); ++i) adjusted[i] -= season[i % year_months];
    return adjusted;
}

void finish(Fitted& fitted, std::span<const double> values) {
    fitted.values_seen = values.size();
    fitted.sum_of_squares = sum_of_squares(values, 0, fitted.weights, fitted.states);
    fitted.variance = per_degree_of_freedom(fitted.sum_of_squares, values.size(), fitted.parameters);
    smooth(values, 0, fitted.weights, fitted.states);
}

/// Akaike's criterion corrected for short series; the variance counts as a parameter too.
double aicc(const Fitted& fitted) {
    const auto n = static_cast<double>(fitted.values_seen);
    const double k = static_cast<double>(fitted.parameters) + 1.0;
    if (n - k - 1.0 <= 0.0) return std::numeric_limits<double>::infinity();
    return n * std::log(fitted.sum_of_squares / n) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0);
}

}  // namespace

std::string_view to_word(Method method) {
    switch (method) {
        case Method::seasonal_smoothing:
            return "exponential smoothing with a season";
        case Method::simple_smoothing:
            return "simple exponential smoothing";
        case Method::mean:
            return "the mean";
        case Method::none:
            break;
    }
    return "none";
}

Fitted fit_seasonal_smoothing(std::span<const double> values) {
    Fitted fitted;
    fitted.method = Method::seasonal_smoothing;
    fitted.parameters = 2 + year_months;
    fitted.states.season = seasonal_figure(values).value();
    fitted.states.level = mean_of_first(less_season(values, fitted.states.season), year_months);
    const auto weights_at = [](const std::array<double, 2>& point) {
        return Weights{share_of(point[0]), 0.0, share_of(point[1])};
    };
    const auto squares = [&](const std::array<double, 2>& point) {
        return sum_of_squares(values, 0, weights_at(point), fitted.states);
    };
    fitted.weights = weights_at(nelder_mead<2>(squares, {-1.0, -2.0}, 1.0));
    finish(fitted, values);
    return fitted;
}

Fitted fit_simple_smoothing(std::span<const double> values) {
    Fitted fitted;
    fitted.method = Method::simple_smoothing;
    fitted.parameters = 2;
    fitted.states.level = mean_of_first(values, months_for_first_level);
    const auto squares = [&](const std::array<double, 1>& point) {
        return sum_of_squares(values, 0, {share_of(point[0]), 0.0, 0.0}, fitted.states);
    };
    fitted.weights.level = share_of(nelder_mead<1>(squares, {-1.0}, 1.0)[0]);
    finish(fitted, values);
    return fitted;
}

Fitted fit_mean(std::span<const double> values) {
    Fitted fitted;
    fitted.method = Method::mean;
    fitted.parameters = 1;
    fitted.states.level = mean_of_first(values, values.size());
    fitted.variance_of_centre = 1.0 / static_cast<double>(values.size());
    finish(fitted, values);
    return fitted;
}

Fitted fit(std::span<const double> values) {
    if (values.size() >= seasonal_months) return fit_seasonal_smoothing(values);
    Fitted best = fit_mean(values);
    const auto take_if_better = [&](Fitted other) {
        if (aicc(other) < aicc(best)) best = std::move(other);
    };
    take_if_better(fit_simple_smoothing(values));
    if (values.size() >= least_seasonal_months) take_if_better(fit_seasonal_smoothing(values));
    return best;
}

std::vector<double> theta_forecast(std::span<const double> values, std::size_t months) {
    const auto season = seasonal_figure(values);
    if (!season) return {};
    const std::vector<double> adjusted = less_season(values, *season);
    const Fitted smoothed = fit_simple_smoothing(adjusted);
    const double alpha = smoothed.weights.level;
    const double drift = least_squares_line(adjusted).slope / 2.0;
    const auto n = static_cast<double>(values.size());
    const double head_start = alpha > least_weight ? (1.0 - std::pow(1.0 - alpha, n)) / alpha : n;
    std::vector<double> expected;
    for (std::size_t ahead = 0; ahead < months; ++ahead)
        expected.push_back(smoothed.states.level + drift * (static_cast<double>(ahead) + head_start) +
                           (*season)[(values.size() + ahead) % year_months]);
    return expected;
}

}  // namespace panelbook::forecast
