#pragma once

#include <vector>

#include "panelbook/consolidate/absences.hpp"
#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/consolidate/fates.hpp"
#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

/// The series that were sent, before absences are explained and areas rolled up.
struct Latest {
    /// By plan order of measures, then of areas; points in period order. An absent point has its marker, and its reason
    /// where the history knows it: not released, two figures in conflict, a cell that cannot be used.
    std::vector<Series> series;
    std::vector<Revision> revisions;  ///< in the order of the series, then of change
    Senders senders;
    std::vector<Fate> fates;  ///< of the observations, in their order
    Findings findings;
};

/// What holds for each figure. Within a source the latest known released observation; the files of one run that differ
/// ("conflicting-figures"), and two sources that differ, hold for nothing. A figure that was published and is marked as
/// absent since is found ("figure-withdrawn"). Measures, areas and sources that the plan does not have are left out and
/// found ("not-in-plan"). A Gaps row marked not released, suppressed or in error withholds a figure that was sent; any
/// other one is found to be out of date ("gap-has-figure").
Latest latest_figures(const std::vector<history::KnownObservation>& observations, const GatedFiles& files,
                      const plan::Plan& plan);

}  // namespace panelbook::consolidate
