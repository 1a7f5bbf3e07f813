#pragma once

#include <filesystem>
#include <string>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::workbook {

/// Every non-empty cell of a workbook of xlsx, xlsm or csv format (told by content, not by name).
///
/// `name` is what findings call the file. Nothing can be read at all -> an empty workbook and an error finding of the
/// container family ("file-damaged", "file-encrypted", "limit-hit", "doctype-refused", "format-not-read",
/// "file-empty"); never throws for what a file holds. Throws ReadError if the file cannot be opened or read from disk.
Checked<Workbook> read_workbook(const std::filesystem::path& path, const std::string& name, const Limits& limits);

/// The same for bytes in memory, as the fuzz targets and tests call it.
Checked<Workbook> read_workbook_bytes(std::string_view bytes, const std::string& name, const Limits& limits);

}  // namespace panelbook::workbook
