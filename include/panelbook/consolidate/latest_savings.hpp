#pragma once

#include <vector>

#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/consolidate/fates.hpp"
#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

struct LatestSavings {
    std::vector<SavingsAmount> amounts;
    std::vector<Fate> fates;  ///< of the savings that were given, in their order
    Findings findings;
};

/// The released amounts, sheet by sheet: what a source says about one scope, as-at and estimate is replaced as a whole
/// by what a later file of it says about the same. Two files of one run that differ about it: neither counts
/// ("conflicting-figures", which names the cells that differ). A row that a file gives twice counts once; where the two
/// amounts differ neither counts ("savings-row-twice"). In the order source, scope, as-at, estimate, then as they stand
/// in the file.
LatestSavings latest_savings(const std::vector<history::KnownSavings>& savings, const GatedFiles& files,
                             const plan::Plan& plan);

}  // namespace panelbook::consolidate
