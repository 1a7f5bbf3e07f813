#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

/// A range that a formula adds, or takes away.
struct Addend {
    CellRange range;
    bool subtracted = false;
    bool only_numbers = false;  ///< within SUM, where texts count for nothing; outside it a text is an error
};

/// A formula that is nothing but a sum of cells of its own sheet: SUM(B4:B9), B4+B5-B6, SUM(B4:B6,B8).
struct SumFormula {
    CellRef at;
    std::vector<Addend> addends;
};

struct SheetSums {
    std::string sheet;
    std::vector<SumFormula> sums;
};

/// Reads "SUM(B4:B9)" as it stands in `at`. `from` is the cell that the text was written for: relative references of a
/// formula that several cells share move with the cell. Nothing for a formula that is anything else.
std::vector<Addend> parse_sum(std::string_view formula, CellRef from, CellRef at);

/// The sums of every sheet of an xlsx that was read before; none for a file of another format. Throws Refused.
std::vector<SheetSums> read_sums(std::string_view bytes, const Limits& limits);

}  // namespace panelbook::workbook
