#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Fifteen points in a row within one standard deviation of the centre, on either side: limits that are too wide
/// (Nelson, The Shewhart control chart: tests for special causes, Journal of Quality Technology 16, 1984, test 7). A
/// value on the edge is within. Marked from the fifteenth on; a missing value ends the row.
std::vector<bool> within_one_sigma(std::span<const std::optional<double>> values, const std::vector<Zone>& one_sigma);

}  // namespace panelbook::spc
