#pragma once

#include <vector>

#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

/// What became of every source of the plan for the dashboard's period, in plan order; `figures` is left at 0. A source
/// has sent its return if a file of it says anything about a period that ends within the dashboard's, about the last
/// whole year where the measure is yearly, or about savings as they stood on the eve of the period or later.
///
/// A required return that is missing is found: past its due date an error ("return-overdue"), else a note
/// ("return-awaited").
Checked<std::vector<ReturnStatus>> returns_of(const std::vector<history::KnownObservation>& observations,
                                              const std::vector<history::KnownSavings>& savings,
                                              const std::vector<history::FileRecord>& files, const GatedFiles& gates,
                                              const plan::Plan& plan, Period period, Date as_of);

/// The periods of a measure that the dashboard's period asks for: its months, its quarters, or for a yearly measure the
/// financial year that ends in it; where none ends in it, the last that ended before.
std::vector<Period> needed_periods(plan::Frequency frequency, Period period);

}  // namespace panelbook::consolidate
