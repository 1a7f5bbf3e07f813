#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::workbook {

/// A name that a workbook gives to a range or a formula.
struct DefinedName {
    std::string name;
    std::string sheet;      ///< the only sheet it is known on; empty if it is known on all
    std::string refers_to;  ///< as stored: "Return!$A$1:$C$9"
    bool hidden = false;
    bool operator==(const DefinedName&) const = default;
};

/// An Excel table.
struct NamedTable {
    std::string name;
    std::string sheet;
    CellRange range;  ///< header and total rows included
    bool operator==(const NamedTable&) const = default;
};

/// What has been read of a file, besides the cells that the sink was told of.
struct CellsRead {
    /// False: the file was refused, an error finding says why, and nothing that the sink was told may be used.
    bool whole = false;
    Format format = Format::xlsx;
    std::uint64_t inflated_bytes = 0;  ///< of all parts of a zip; the size of a file that is none
    std::vector<DefinedName> names;    ///< in the order of the file
    std::vector<NamedTable> tables;    ///< in the order of the sheets
};

/// Reads every non-empty cell of a workbook of xlsx, xlsm, xls, ods or csv format (told by content, not by name) into
/// `sink`.
///
/// `name` is what findings call the file. Nothing can be read at all -> `whole` is false and there is one error finding
/// of the container family ("file-damaged", "file-encrypted", "limit-hit", "doctype-refused", "format-not-read",
/// "file-empty"). Findings of single cells, error findings too, leave `whole` true. Never throws for what a file holds.
/// Throws ReadError if the file cannot be opened or read from disk, and what `sink` throws.
Checked<CellsRead> read_cells(const std::filesystem::path& path, const std::string& name, const Limits& limits,
                              CellSink& sink);

/// The same for bytes in memory.
Checked<CellsRead> read_cells_bytes(std::string_view bytes, const std::string& name, const Limits& limits,
                                    CellSink& sink);

/// The same as a value: every cell in memory, by row then column. A file that is refused gives an empty workbook.
Checked<Workbook> read_workbook(const std::filesystem::path& path, const std::string& name, const Limits& limits);

/// The same for bytes in memory, as the fuzz targets and tests call it.
Checked<Workbook> read_workbook_bytes(std::string_view bytes, const std::string& name, const Limits& limits);

}  // namespace panelbook::workbook
