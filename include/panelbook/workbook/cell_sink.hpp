#pragma once

#include <cstdint>
#include <string_view>

#include "panelbook/workbook/cell_view.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::workbook {

/// Told of each cell as it is read, so that a reading costs no memory per cell.
///
/// Derive from it, count or print or keep what is wanted, and pass it to `read_cells`; `WorkbookBuilder` is the one
/// that keeps everything. Sheets come one after the other, each begun and ended; between the two, calls come in the
/// order of the file. Cells come by row then column in nearly every file, but not in all, and a file can give a place
/// twice: the last of the two is what counts. Only cells that are not empty come, texts are valid UTF-8 and not empty,
/// numbers are finite.
///
/// A file can turn out to be damaged at its very end: nothing that a sink was told may be used before `read_cells` has
/// said that the file is whole. What a sink throws comes through `read_cells`.
class CellSink {
public:
    virtual ~CellSink() = default;
    virtual void begin_sheet(std::string_view name, Visibility visibility) = 0;
    virtual void cell(const CellView& cell) = 0;
    /// A merged range; its value is that of its first cell.
    virtual void merged(const CellRange&) {}
    /// Rows from `first` to `last`, zero-based, both included.
    virtual void hidden_rows(std::uint32_t /*first*/, std::uint32_t /*last*/) {}
    virtual void hidden_columns(std::uint32_t /*first*/, std::uint32_t /*last*/) {}
    virtual void end_sheet() = 0;
};

}  // namespace panelbook::workbook
