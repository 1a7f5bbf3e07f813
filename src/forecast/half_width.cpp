#include "panelbook/forecast/half_width.hpp"

#include <cmath>

namespace panelbook::forecast {

namespace {

constexpr double normal_95 = 1.959963984540054;

}  // namespace

double half_width_by_method(const Fitted& fitted, std::size_t step) {
    return normal_95 * std::sqrt(fitted.variance * (error_variance(fitted.weights, step) + fitted.variance_of_centre));
}

double half_width_of_sum_by_method(const Fitted& fitted, std::size_t months) {
    const auto n = static_cast<double>(months);
    return normal_95 * std::sqrt(fitted.variance *
                                 (error_variance_of_sum(fitted.weights, months) + n * n * fitted.variance_of_centre));
}

}  // namespace panelbook::forecast
