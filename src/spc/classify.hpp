#pragma once

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// Sets what a chart says of its last point, and the exceptions before it. `drawn` are the values of its points, of
/// which there is at least one.
void classify(ControlChart& chart, std::span<const std::optional<double>> drawn);

}  // namespace panelbook::spc
