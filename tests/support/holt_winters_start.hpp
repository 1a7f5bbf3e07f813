#pragma once

#include <cstddef>
#include <vector>

#include "panelbook/forecast/smoothing.hpp"

namespace panelbook::tests {

/// What R's HoltWinters() starts from, and the first value it forecasts.
struct HoltWintersStart {
    forecast::States states;
    std::size_t first = 0;
};

/// Without a season the first value; with one the decomposition of the first two years and a line through its trend.
HoltWintersStart holt_winters_start(const std::vector<double>& values, bool seasonal);

/// With divisor n - 1, about the mean.
double sample_variance(const std::vector<double>& values);

}  // namespace panelbook::tests
