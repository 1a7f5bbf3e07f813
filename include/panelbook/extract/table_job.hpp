#pragma once

#include <optional>
#include <string>

#include "panelbook/extract/cell_reading.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/extract/labels.hpp"
#include "panelbook/extract/locate.hpp"

namespace panelbook::extract {

/// One table of one sheet to be read: where it stands, what the plan says about it, and where its outcome goes.
struct TableJob {
    const workbook::Sheet& sheet;
    const plan::TableSpec& spec;
    const plan::Source& source;
    const plan::Plan& plan;
    const SentFile& file;
    const LabelBook& labels;
    Extract& out;
    Findings& findings;

    /// Adds a finding about a cell of the sheet; `found` is the cell's text.
    void at_cell(Severity severity, std::string rule, CellRef cell, std::string message, std::string remedy,
                 std::string expected = {}) const;
    /// Adds a finding about the sheet as a whole.
    void at_sheet(Severity severity, std::string rule, std::string message, std::string remedy,
                  std::string found = {}) const;
    /// Adds an error about the row of the plan that describes the table.
    void at_plan(std::string rule, std::string message, std::string remedy, std::string found) const;

    /// How the cells of a measure are read in this table.
    ValueRule rule_for(plan::Unit unit) const { return {unit, spec.scale, spec.missing}; }
    /// Adds what a cell says as an observation; a wrong cell is found and withheld, a blank one is not supplied. A text
    /// where n belongs, in the cell `n`, is found, and there is no n.
    void observe(const MeasureId& measure, const AreaId& area, Period period, CellRef cell, const CellReading& reading,
                 std::optional<CellRef> n) const;
    std::optional<double> denominator_at(CellRef cell) const;

    /// Says what a cell was read as; a blank one is nothing.
    void claim(CellRef cell, CellRole role) const;
    /// The same for every filled cell of the rows `first` to `last`, in the columns that `wanted` says.
    template <class Wanted>
    void claim_rows(std::uint32_t first, std::uint32_t last, CellRole role, const Wanted& wanted) const {
        for (const Cell& cell : cells_of_rows(sheet, first, last)) {
            if (!is_blank(&cell) && wanted(cell.at.column)) out.cells.claim(sheet.name, cell.at, role);
        }
    }
};

/// What a cell that belongs to a figure was read as. A blank one has no role: the answer means nothing.
CellRole role_of(const CellReading& reading);

/// “text” with the quotation marks of print.
std::string quoted(std::string_view text);

}  // namespace panelbook::extract
