#pragma once

#include <vector>

#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

/// The released amounts, sheet by sheet: what a source says about one scope, as-at and estimate is replaced as a whole
/// by what a later file of it says about the same. Two files of one run that differ about it: neither counts
/// ("conflicting-figures"). In the order source, scope, as-at, estimate, then as they stand in the file.
Checked<std::vector<SavingsAmount>> latest_savings(const std::vector<history::KnownSavings>& savings,
                                                   const GatedFiles& files, const plan::Plan& plan);

}  // namespace panelbook::consolidate
