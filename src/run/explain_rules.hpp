#pragma once

#include "panelbook/run/explain.hpp"
#include "panelbook/run/produce.hpp"

namespace panelbook::run {

/// Why the lines and the chart of a measure in an area have the words and colours that they have: each comparison with
/// its verdict and test, and the class of the chart with the rule behind it. No lines where there is neither.
Explanation::Section rules_behind(const plan::Plan& plan, const Edition& edition, const MeasureId& measure,
                                  const AreaId& area);

}  // namespace panelbook::run
