#pragma once

#include <set>
#include <string>
#include <vector>

#include "draft.hpp"

namespace panelbook::report {

/// The tile of a priority: a line for each of its measures that the plan puts on the tile, by the kind of the tile.
/// Every NA has its reason among the footnotes; the statuses of the lines are added to the draft.
Tile tile_of(Draft& draft, const plan::Priority& priority);

/// The numbered notes under a tile: each said once, numbered as it first comes up.
class Footnotes {
public:
    /// The number of the note; empty text has none.
    void add(const std::string& words, std::set<std::size_t>& marks);
    /// "1 Some of the cohort ..."
    std::vector<std::string> lines() const;

private:
    std::vector<std::string> m_notes;
};

/// "1,3"
std::string marks_text(const std::set<std::size_t>& marks);

}  // namespace panelbook::report
