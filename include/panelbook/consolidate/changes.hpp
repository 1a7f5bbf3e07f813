#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/consolidate/consolidate.hpp"

namespace panelbook::consolidate {

/// A figure that was published and is another now, or is no longer published.
struct Change {
    MeasureId measure;
    AreaId area;
    Period period;
    Amount before;
    std::optional<Amount> after;
    std::string reason;  ///< where it is no longer published: why
    std::optional<Date> known_on;
    std::vector<Provenance> old_cells;  ///< of a rolled-up figure those of its parts that changed
    std::vector<Provenance> new_cells;
};

/// The figures of `before` that are not the same in `after`, in its order. A figure that is new is no change.
std::vector<Change> changes_between(const std::vector<Series>& before, const std::vector<Series>& after);

/// What a dashboard's changes are told against.
struct ChangeBasis {
    Date as_known_on;
    bool issued = false;  ///< an edition that went to the Panel; else the last dashboard
};

/// The last edition that the plan says was issued to the office before `as_of`; without one the last day before it on
/// which files became known. Nothing where nothing was known before.
std::optional<ChangeBasis> change_basis(const plan::Plan& plan, const std::vector<history::FileRecord>& files,
                                        Date as_of);

/// What was known on an earlier day, of what is known now.
Known known_by(const Known& known, Date day);

}  // namespace panelbook::consolidate
