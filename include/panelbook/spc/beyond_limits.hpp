#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"
#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Single-point exceptions: values strictly beyond the limits (Shewhart 1931; rule 1 of the Western Electric
/// Statistical Quality Control Handbook, 1956). A value on a limit is within it. One side a value, none where it is
/// missing. A limit that is held to 0 or 100% is no limit of the process and is never signalled.
std::vector<Side> beyond_limits(std::span<const std::optional<double>> values, const std::vector<Zone>& limits);

/// Values within the limits but strictly beyond the near ones, 2 standard deviations from the middle (statistics.md 6,
/// "near limit": information only). Nothing is near a limit that is held.
std::vector<Side> near_limits(std::span<const std::optional<double>> values, const std::vector<Zone>& limits,
                              const std::vector<Zone>& near);

}  // namespace panelbook::spc
