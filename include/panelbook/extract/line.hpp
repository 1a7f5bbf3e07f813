#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panelbook/extract/columns.hpp"
#include "panelbook/extract/table_job.hpp"

namespace panelbook::extract {

enum class LineKind {
    figures,     ///< one measure in one area
    total,       ///< checked against its parts, not taken
    ignored,     ///< known and not wanted
    unknown,     ///< nothing in the plan knows its label
    unlabelled,  ///< figures without any label
};

/// What one row (or, where periods go down, one column, or one row of a list) is about.
struct Line {
    LineKind kind = LineKind::unlabelled;
    std::uint32_t index = 0;  ///< row or column of the sheet, zero-based
    MeasureId measure;
    AreaId area;
    bool measure_known = false;  ///< a total of one measure over its areas knows its measure
    bool area_known = false;
    std::string label;               ///< as it stands: "Wellington / Hutt Valley"
    CellRef label_cell;              ///< the cell that is not known, or holds the label
    std::string nearest;             ///< of an unknown label: the nearest known one
    std::optional<std::uint32_t> n;  ///< the row or column that holds its denominators
};

/// Labels as they stand around one line, outermost first. `own` is what stands in the line itself; the others were
/// given once for a block of lines.
struct LabelText {
    std::string text;
    CellRef cell;
    bool own = false;
};

/// What the plan fixes for the whole table. Errors are found at the plan's row.
struct FixedLabels {
    std::optional<MeasureId> measure;
    std::optional<AreaId> area;
    bool usable = true;
};
FixedLabels fixed_labels(const TableJob& job, const Field& labels, const Field& areas);

/// What a line is about. `measures` are the labels where the plan says that measures stand, `areas` where areas stand;
/// `either` are headings, each of which may be a measure, an area or both. Empty where the plan fixes them. Where
/// nothing says an area it is the plan's.
Line understand_line(const TableJob& job, const FixedLabels& fixed, std::span<const LabelText> measures,
                     std::span<const LabelText> areas, std::span<const LabelText> either);

/// Adds the "unknown-label" error of a line.
void find_unknown_label(const TableJob& job, const Line& line);

/// Reads the labels that stand in columns, row by row, keeping those given once for a block of rows.
class LabelColumns {
public:
    LabelColumns(const workbook::Sheet& sheet, std::vector<std::uint32_t> columns)
        : m_sheet(sheet), m_columns(std::move(columns)), m_above(m_columns.size()) {}

    /// The labels of a row. A blank cell takes the text above it where `fill` allows.
    std::vector<LabelText> at(std::uint32_t row, bool fill);
    /// Whether a row has a label of its own.
    bool any(std::uint32_t row) const;
    const std::vector<std::uint32_t>& columns() const { return m_columns; }

private:
    const workbook::Sheet& m_sheet;
    std::vector<std::uint32_t> m_columns;
    std::vector<LabelText> m_above;
};

}  // namespace panelbook::extract
