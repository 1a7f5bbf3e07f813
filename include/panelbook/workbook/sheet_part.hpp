#pragma once

#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/number_format.hpp"
#include "panelbook/workbook/piece_source.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/serial_date.hpp"
#include "panelbook/workbook/shared_strings.hpp"

namespace panelbook::workbook {

/// What the sheets of one workbook share.
struct SheetContext {
    std::string file;  ///< what findings call it
    SharedTexts texts;
    std::vector<Shown> styles;
    DateSystem dates = DateSystem::from_1900;
};

/// Reads the cells, merged ranges and hidden rows and columns of one sheet into `sink`, which was told of its
/// beginning, and adds what is wrong with single cells to `findings`, one finding a rule with its first place and how
/// many there are. `sheet` is its name. Throws Refused, with the sheet and where it is known the cell.
void read_sheet_part(PieceSource& part, const std::string& sheet, const SheetContext& context, ReadCount& count,
                     CellSink& sink, Findings& findings);

/// The same by expat, which it is compared with.
void read_sheet_part_by_expat(PieceSource& part, const std::string& sheet, const SheetContext& context,
                              ReadCount& count, CellSink& sink, Findings& findings);

}  // namespace panelbook::workbook
