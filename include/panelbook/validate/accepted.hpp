#pragma once

#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::validate {

/// Findings that the plan's sheet Accepted names become notes that say who accepted them, until when and why. A row
/// whose last day has passed accepts nothing: the finding stays as it is, and one warning a row ("acceptance-expired")
/// says so at the plan. A row about a measure accepts what was found at the cells of its figures in `observations`.
void mark_accepted(Findings& findings, const std::vector<Observation>& observations, const plan::Plan& plan,
                   Date today);

}  // namespace panelbook::validate
