#pragma once

#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::validate {

/// The rules that look at what one file said as a whole: duplicate-observation, out-of-range, impossible-percentage (no
/// whole count out of n gives it), missing-period (a gap between a series' first and last period), not-whole (a count
/// with a fraction). Observations that fail an error rule get Marker::in_error and lose their value; nothing is
/// removed.
Findings validate(std::vector<Observation>& observations, const plan::Plan& plan);

}  // namespace panelbook::validate
