#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/extract/columns.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::extract {

/// The non-empty cells of rows `first` to `last`, by row then column.
std::span<const Cell> cells_of_rows(const workbook::Sheet& sheet, std::uint32_t first, std::uint32_t last);

/// The sheets that a table is to be read from: the one named, every visible one that fits a pattern, or the first
/// visible one. A hidden sheet is taken only by its name, with a "hidden-sheet" warning. None: "sheet-not-found" with
/// the nearest.
Checked<std::vector<const workbook::Sheet*>> find_sheets(const workbook::Workbook& book, const plan::TableSpec& spec,
                                                         const SentFile& file);

/// The rows of a sheet in which a table may lie.
struct Stretch {
    std::optional<CellRef> title;
    std::uint32_t first = 0;  ///< the first row that may hold its headings
    std::uint32_t end = 0;  ///< one more than the last row: the next title that the plan knows, or the end of the sheet
};

/// The stretch below the title of `spec`, or the whole sheet where it has none. Nothing if the title is not on the
/// sheet. A title is compared exactly, then as a label, then by its beginning; of several equal ones the topmost is
/// taken.
std::optional<Stretch> find_stretch(const workbook::Sheet& sheet, const plan::TableSpec& spec,
                                    const plan::Source& source);

/// The header rows that the plan gives; nothing if it gives none, or they lie outside the stretch.
std::optional<HeaderRows> given_header(const plan::TableSpec& spec, const Stretch& stretch);

/// Where periods stand across: the first row of the stretch with two periods or more, with the rows of years above it;
/// else the first with one period over a figure.
std::optional<HeaderRows> find_period_header(const workbook::Sheet& sheet, const Stretch& stretch);

/// What a row below the headings is to somebody who looks for the end of the table.
enum class RowKind {
    blank,
    words,     ///< no figure: a heading, a note, a title
    known,     ///< a figure, under a label that is known
    unknown,   ///< a figure, under a label that is not known
    headings,  ///< the headings of another table
};

/// The rows of a table's body and what stands right below it.
struct Body {
    std::vector<std::uint32_t> rows;             ///< rows of words, known and unknown; never blank
    std::optional<std::uint32_t> figures_below;  ///< the first row with figures that the blank row before it cut off
};

/// The rows from `first` to the end of the table. Blank rows before the first figure are skipped. Headings end a table.
/// A blank row ends a table that has a title; without one the table goes on where the next row with a figure is known.
Body find_body(const Stretch& stretch, std::uint32_t first, const std::function<RowKind(std::uint32_t)>& kind_of);

}  // namespace panelbook::extract
