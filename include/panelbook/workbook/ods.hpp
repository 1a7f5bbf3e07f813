#pragma once

#include <string>
#include <string_view>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/zip.hpp"

namespace panelbook::workbook {

/// Whether a zip file is of the OpenDocument kind: a spreadsheet (.ods), a text or something else of it.
bool is_open_document(const ZipDirectory& directory);

/// Reads the sheets of an OpenDocument spreadsheet into `sink`. Values are as saved: a percentage, an amount of money,
/// a date, a time, TRUE or FALSE by what its cell says that it is. Throws Refused; also for other OpenDocument files.
Checked<CellsRead> read_ods(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink);

/// Whether a text, as UTF-8, begins as an OpenDocument spreadsheet in one XML file (.fods) does.
bool begins_as_flat_ods(std::string_view text);

/// The same for a spreadsheet in one XML file.
Checked<CellsRead> read_flat_ods(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink);

}  // namespace panelbook::workbook
