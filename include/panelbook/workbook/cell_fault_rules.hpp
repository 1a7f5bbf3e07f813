#pragma once

#include "panelbook/workbook/cell_faults.hpp"

namespace panelbook::workbook {

// What can be wrong with single cells in whatever format they are stored.

inline constexpr CellFaults::Rule cell_not_readable{
    Severity::error, "cell-not-readable",
    "The file says what kind of value stands in this cell, but what stands there is none of that kind.",
    "Type the value into the cell again."};
inline constexpr CellFaults::Rule formula_not_calculated{
    Severity::warning, "formula-not-calculated",
    "The formula in this cell was never worked out, so the file holds no value for it; the cell was taken as empty.",
    "Open the file in Excel, which works it out, and save it again."};
inline constexpr CellFaults::Rule style_missing{
    Severity::warning, "style-missing",
    "The format of this cell is missing from the file; a number was taken as a plain number and not as a date.",
    "Open the file in Excel, check the cell and save the file again."};
inline constexpr CellFaults::Rule merge_not_readable{
    Severity::warning, "merge-not-readable", "The file names a merged range that is no range; it was left out.",
    "Open the file in Excel, check the merged cells and save the file again."};

}  // namespace panelbook::workbook
