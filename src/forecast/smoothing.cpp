#include "panelbook/forecast/smoothing.hpp"

namespace panelbook::forecast {

namespace {

struct Gains {
    double level;
    double trend;
    double season;
};

Gains gains_of(const Weights& weights) {
    return {weights.level, weights.level * weights.trend, weights.season * (1.0 - weights.level)};
}

double step(States& states, std::size_t index, double value, const Gains& gains) {
    double& season = states.season[index % year_months];
    const double error = value - (states.level + states.trend + season);
    states.level += states.trend + gains.level * error;
    states.trend += gains.trend * error;
    season += gains.season * error;
    return error;
}

}  // namespace

std::vector<double> smooth(std::span<const double> values, std::size_t first, const Weights& weights, States& states) {
    const Gains gains = gains_of(weights);
    std::vector<double> errors;
    for (std::size_t i = first; i < values.size(); ++i) errors.push_back(step(states, i, values[i], gains));
    return errors;
}

double sum_of_squares(std::span<const double> values, std::size_t first, const Weights& weights, States states) {
    const Gains gains = gains_of(weights);
    double sum = 0.0;
    for (std::size_t i = first; i < values.size(); ++i) {
        const double error = step(states, i, values[i], gains);
        sum += error * error;
    }
    return sum;
}

std::vector<double> project(const States& states, std::size_t values_seen, std::size_t months) {
    std::vector<double> expected;
    for (std::size_t ahead = 1; ahead <= months; ++ahead)
        expected.push_back(states.level + static_cast<double>(ahead) * states.trend +
                           states.season[(values_seen + ahead - 1) % year_months]);
    return expected;
}

double carried(const Weights& weights, std::size_t ahead) {
    const Gains gains = gains_of(weights);
    const double of_level = gains.level + static_cast<double>(ahead) * gains.trend;
    return ahead % year_months == 0 ? of_level + gains.season : of_level;
}

double error_variance(const Weights& weights, std::size_t months) {
    double variance = 1.0;
    for (std::size_t ahead = 1; ahead < months; ++ahead) variance += carried(weights, ahead) * carried(weights, ahead);
    return variance;
}

double error_variance_of_sum(const Weights& weights, std::size_t months) {
    double variance = 0.0;
    double in_all = 1.0;  // how often the error of one month counts in the sum
    for (std::size_t left = 0; left < months; ++left) {
        if (left > 0) in_all += carried(weights, left);
        variance += in_all * in_all;
    }
    return variance;
}

}  // namespace panelbook::forecast
