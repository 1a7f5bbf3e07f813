#pragma once

#include <optional>
#include <string>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/read.hpp"

namespace panelbook::workbook {

/// The table that a part of the sheet `sheet` defines; nothing if it names no range. Throws Refused.
std::optional<NamedTable> read_table_part(PartStream part, const std::string& sheet, const Limits& limits);

}  // namespace panelbook::workbook
