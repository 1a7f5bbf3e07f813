#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/workbook/hidden_lines.hpp"

namespace panelbook::workbook {

enum class Visibility { visible, hidden, very_hidden };

/// One sheet as a value: what a table is looked for in. Nothing here knows of zip or XML.
struct Sheet {
    std::string name;
    Visibility visibility = Visibility::visible;
    std::vector<Cell> cells;  ///< non-empty cells only, by row then column, no place twice
    std::vector<CellRange> merged;
    HiddenLines hidden_rows;
    HiddenLines hidden_columns;

    /// The cell at a place; null where it is empty.
    const Cell* at(CellRef place) const;
    /// The cell at a place, or the first cell of the merged range that covers it; null where that is empty.
    const Cell* at_or_merged(CellRef place) const;
    /// The value's text at a place, trimmed; empty where it is empty.
    std::string text_at(CellRef place) const;
    std::uint32_t row_count() const;     ///< one more than the last used row
    std::uint32_t column_count() const;  ///< one more than the last used column
};

enum class Format { xlsx, xls, ods, csv };

struct Workbook {
    Format format = Format::xlsx;
    std::vector<Sheet> sheets;                        ///< in the order of the tabs; a csv has one, named like the file
    const Sheet* sheet(std::string_view name) const;  ///< by name, case folded; null if there is none
};

}  // namespace panelbook::workbook
