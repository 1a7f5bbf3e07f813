#include "panelbook/spc/averages.hpp"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace panelbook::spc {

namespace {

constexpr double range_limit = 3.267;

}  // namespace

std::optional<double> mean_of(std::span<const double> values) {
    if (values.empty()) return std::nullopt;
    const auto n = static_cast<long double>(values.size());
    long double sum = 0.0L;
    for (const double value : values) sum += value;
    const long double first_pass = sum / n;
    long double left = 0.0L;
    for (const double value : values) left += value - first_pass;
    return static_cast<double>(first_pass + left / n);
}

std::optional<double> sample_sd(std::span<const double> values) {
    if (values.size() < 2) return std::nullopt;
    const double mean = *mean_of(values);
    long double squares = 0.0L;
    for (const double value : values) {
        const long double difference = static_cast<long double>(value) - mean;
        squares += difference * difference;
    }
    return std::sqrt(static_cast<double>(squares / static_cast<long double>(values.size() - 1)));
}

std::optional<double> median_of(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    const std::array<double, 2> two{*std::max_element(values.begin(), middle), *middle};
    return mean_of(two);
}

std::vector<double> moving_ranges(std::span<const std::optional<double>> values) {
    std::vector<double> ranges;
    ranges.reserve(values.size());
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i - 1] && values[i]) ranges.push_back(std::abs(*values[i] - *values[i - 1]));
    return ranges;
}

std::optional<double> mean_moving_range(std::span<const double> ranges, bool screen) {
    const auto mean = mean_of(ranges);
    if (!mean || !screen) return mean;
    std::vector<double> kept;
    kept.reserve(ranges.size());
    std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(kept),
                 [most = range_limit * *mean](double range) { return range < most; });
    return mean_of(kept);
}

double c4(std::size_t n) {
    const auto count = static_cast<double>(n);
    return std::sqrt(2.0 / (count - 1.0)) *
           std::exp(boost::math::lgamma(count / 2.0) - boost::math::lgamma((count - 1.0) / 2.0));
}

}  // namespace panelbook::spc
