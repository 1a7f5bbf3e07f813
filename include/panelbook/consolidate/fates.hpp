#pragma once

#include <cstddef>
#include <optional>

namespace panelbook::consolidate {

/// What became of one observation, or of one amount of savings.
struct Fate {
    enum class Kind {
        not_in_plan,       ///< the plan does not have its measure, area or source
        holds,             ///< it is what is published, or says the same; or it says why there is nothing to publish
        repeats,           ///< its own file says the same in another row, which is counted
        superseded,        ///< a later file of the same source says what holds
        not_released,      ///< its file may not be shown
        in_conflict,       ///< another one that counts as much says something else; neither is published
        withheld_by_plan,  ///< the plan's Gaps withhold it
    } kind = Kind::not_in_plan;
    /// The later one of the same source that replaces it, by its place in the list. One that is not released replaces
    /// only what is not released either.
    std::optional<std::size_t> replaced_by;
};

}  // namespace panelbook::consolidate
