#pragma once

#include <string>
#include <string_view>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/read.hpp"

namespace panelbook::workbook {

/// Reads a workbook from the bytes of a zip file into `sink`. Sheets that are charts or dialogs have no cells and are
/// left out. Throws Refused; also for the zip files that are something else (xlsb, ods, a Word document).
Checked<CellsRead> read_xlsx(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink);

}  // namespace panelbook::workbook
