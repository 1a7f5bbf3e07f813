#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// Single-point exceptions: values strictly beyond the limits of their segment (Shewhart 1931; rule 1 of the Western
/// Electric Statistical Quality Control Handbook, 1956). A value on a limit is within it. One side a value, none where
/// it is missing. A limit clamped to 0 or 100% is no limit of the process and is never signalled.
std::vector<Side> beyond_limits(std::span<const std::optional<double>> values, const Segment& segment,
                                const Clamp& clamp);

/// Values within the limits but strictly beyond 2 standard deviations (statistics.md 6, "near limit": information
/// only). Nothing is near a clamped limit.
std::vector<Side> near_limits(std::span<const std::optional<double>> values, const Segment& segment,
                              const Clamp& clamp);

}  // namespace panelbook::spc
