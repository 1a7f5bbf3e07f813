#pragma once

#include <vector>

#include "panelbook/consolidate/fates.hpp"
#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

/// What a later file has put right is no longer to be done: such findings become notes that name the file and, where
/// there is one, the cell that replaces theirs. That is so where all that the finding's cell said is replaced by a
/// later file of the same source; for a cell that said nothing (a label, a total), all that its column or its row said;
/// else all that its file said. A file that said nothing at all is put right by a later one of the same source whose
/// name is the same or begins with it ("Return v2.xlsx" after "Return.xlsx").
///
/// `fates` are those of the observations, `savings_fates` those of the savings, in their order.
std::vector<history::KnownFinding> put_right(std::vector<history::KnownFinding> findings, const GatedFiles& files,
                                             const std::vector<history::KnownObservation>& observations,
                                             const std::vector<Fate>& fates,
                                             const std::vector<history::KnownSavings>& savings,
                                             const std::vector<Fate>& savings_fates);

}  // namespace panelbook::consolidate
