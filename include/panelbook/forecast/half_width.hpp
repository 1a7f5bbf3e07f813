#pragma once

#include <cstddef>

#include "panelbook/forecast/methods.hpp"

namespace panelbook::forecast {

/// Half the width of the method's own 95% interval `step` months ahead (1 = next month), errors taken as normal.
double half_width_by_method(const Fitted& fitted, std::size_t step);

/// The same for the sum of the next `months` months.
double half_width_of_sum_by_method(const Fitted& fitted, std::size_t months);

}  // namespace panelbook::forecast
