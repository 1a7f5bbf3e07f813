#pragma once

#include <optional>
#include <string_view>

#include "panelbook/core/cell.hpp"

namespace panelbook::workbook {

/// Reads "A1:C9" or "A1", whichever corners it names. Nothing for anything else.
std::optional<CellRange> parse_range(std::string_view text);

}  // namespace panelbook::workbook
