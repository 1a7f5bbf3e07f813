#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"
#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Four of five points beyond one standard deviation on one side, the fifth anywhere. Marked is the last of the five,
/// where it is itself beyond (rule 3 of the Western Electric Statistical Quality Control Handbook, 1956; Nelson, 1984,
/// test 6; as qcc 3.0 has it). `one_sigma` are the zones of one standard deviation.
std::vector<Side> four_of_five(std::span<const std::optional<double>> values, const std::vector<Zone>& one_sigma);

}  // namespace panelbook::spc
