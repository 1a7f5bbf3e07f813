#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/extract/line.hpp"

namespace panelbook::extract {

/// One row of a list, understood.
struct ListRow {
    Line line;
    std::optional<Period> period;
    std::string period_text;
    bool period_total = false;
    CellRef period_cell;
    CellRef cell;  ///< of the value
    std::optional<CellRef> n;
    CellReading reading;
};

/// Takes the figures of a list, with the findings of its cells, labels and periods; rows of totals over areas or over
/// measures are checked against the rows of the same measure or area and period, and not taken.
void take_rows(const TableJob& job, const std::vector<ListRow>& rows, TableRead& read);

}  // namespace panelbook::extract
