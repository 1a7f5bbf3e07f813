#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Eight points in a row beyond one standard deviation, with both sides among them: two levels mixed (Nelson, The
/// Shewhart control chart: tests for special causes, Journal of Quality Technology 16, 1984, test 8). A value on the
/// edge is not beyond. Marked from the eighth on; a missing value ends the row.
std::vector<bool> beyond_one_sigma(std::span<const std::optional<double>> values, const std::vector<Zone>& one_sigma);

}  // namespace panelbook::spc
