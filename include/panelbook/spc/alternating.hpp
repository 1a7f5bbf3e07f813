#pragma once

#include <optional>
#include <span>
#include <vector>

namespace panelbook::spc {

/// Fourteen points in a row that go up and down by turns (Nelson, The Shewhart control chart: tests for special causes,
/// Journal of Quality Technology 16, 1984, test 4). Marked from the fourteenth on; equal values and a missing one end
/// the row.
std::vector<bool> alternating(std::span<const std::optional<double>> values);

}  // namespace panelbook::spc
