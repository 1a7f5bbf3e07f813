#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"
#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Two of three points near a limit, as NHSRplotthedots 0.2.2 has it: all three in a row on one side of the centre line
/// and at least two of them near the limit, not beyond it. Those near it are marked. `near` is what near_limits gives.
std::vector<Side> two_of_three(std::span<const std::optional<double>> values, double centre,
                               std::span<const Side> near);

/// Two of three points beyond two standard deviations on one side, the third anywhere; points beyond the limits count.
/// Marked is the last of the three, where it is itself beyond (rule 2 of the Western Electric Statistical Quality
/// Control Handbook, 1956; Nelson, 1984, test 5; as qcc 3.0 has it). `two_sigma` are the zones of two standard
/// deviations.
std::vector<Side> two_of_three_zone(std::span<const std::optional<double>> values, const std::vector<Zone>& two_sigma);

}  // namespace panelbook::spc
