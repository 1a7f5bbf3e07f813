#pragma once

#include <string>
#include <string_view>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

/// Reads a workbook of Excel 5 to 2003 (.xls) into `sink`: a compound file, or its records alone as some programs write
/// them. Sheets of charts, macros and modules are left out. Throws Refused; also for the compound files that are
/// something else (a workbook with a password, a Word document).
Findings read_xls(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink);

/// Whether bytes begin as the records of an .xls file do that lie in no compound file.
bool begins_with_biff(std::string_view bytes);

}  // namespace panelbook::workbook
