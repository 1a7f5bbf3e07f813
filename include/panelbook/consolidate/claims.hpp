#pragma once

#include <cstddef>
#include <vector>

#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

/// One observation, by the places of its names in the plan's lists.
struct Claim {
    std::size_t measure = 0;
    std::size_t area = 0;
    Period period;
    std::size_t source = 0;
    std::size_t rank = 0;  ///< of the run that took it, in time; the files of one run share it
    const history::KnownObservation* known = nullptr;
    const GatedFile* file = nullptr;

    const Observation& said() const { return known->observation; }
    /// A marker such as "suppressed" takes away a value that stands beside it.
    bool has_value() const;
};

/// The observations of files that the plan knows, by measure, area, period, source, run, then file and cell. What names
/// a measure, area or source that the plan does not have is left out and counted ("not-in-plan"). The claims point into
/// both arguments.
Checked<std::vector<Claim>> claims_of(const std::vector<history::KnownObservation>& observations,
                                      const GatedFiles& files, const plan::Plan& plan);

}  // namespace panelbook::consolidate
