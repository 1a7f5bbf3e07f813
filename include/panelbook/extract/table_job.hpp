#pragma once

#include <optional>
#include <string>

#include "panelbook/extract/cell_reading.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/extract/labels.hpp"

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
    /// Adds what a cell says as an observation; a wrong cell is found and withheld, a blank one is not supplied.
    void observe(const MeasureId& measure, const AreaId& area, Period period, CellRef cell, const CellReading& reading,
                 std::optional<double> denominator) const;
    /// n in a cell; a text where n belongs is found, and there is no n.
    std::optional<double> denominator_at(CellRef cell) const;
};

/// “text” with the quotation marks of print.
std::string quoted(std::string_view text);

}  // namespace panelbook::extract
