#pragma once

#include <optional>
#include <vector>

#include "panelbook/extract/headings.hpp"
#include "panelbook/extract/line.hpp"

namespace panelbook::extract {

/// A table with periods along one axis and series along the other, whichever way it is turned.
struct Matrix {
    bool lines_are_rows = true;
    std::vector<Line> lines;
    std::vector<Slot> slots;
    std::vector<std::optional<std::uint32_t>>
        slot_n;  ///< by slot: the column of n, or nothing; empty where there is none

    CellRef at(std::size_t line, std::size_t slot) const {
        return lines_are_rows ? CellRef{lines[line].index, slots[slot].index}
                              : CellRef{slots[slot].index, lines[line].index};
    }
    /// The cell that holds n for a figure; nothing where the table gives none.
    std::optional<CellRef> n_at(std::size_t line, std::size_t slot) const;
};

/// Takes every figure of a table, with the findings of its cells, labels and totals.
///
/// A period in which no series has anything says nothing. A blank cell beside figures is not supplied; between two
/// figures of its own series it is found too. A year between its own months is a total where the measure sums over
/// time.
void read_matrix(const TableJob& job, Matrix matrix, TableRead& read);

}  // namespace panelbook::extract
