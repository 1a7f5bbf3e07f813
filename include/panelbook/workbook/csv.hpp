#pragma once

#include <string>
#include <string_view>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

/// Reads a text of values between delimiters into `sink`, as one sheet named like the file.
///
/// `text` is UTF-8. The delimiter is what a first line "sep=;" says (as in Excel that line is then no row), else
/// whichever of tab | ; and , makes the most rows of the beginning equally wide, the first of them where several do. A
/// field in quotes may hold delimiters, line ends and doubled quotes. Rows end with CR LF, LF or CR; an empty line is
/// an empty row, so that a row has the number that Excel gives it. An empty field is no cell.
///
/// Nothing is re-interpreted: only what `number_from_csv` takes is a number, all else is text as it stands, dates,
/// percentages, TRUE and #N/A included. A quote that is never closed is an error finding ("quote-not-closed"). Throws
/// Refused.
Findings read_csv(std::string_view text, const std::string& file, const Limits& limits, CellSink& sink);

/// Finds the delimiter as `read_csv` does when there is no "sep=" line.
char find_delimiter(std::string_view text);

}  // namespace panelbook::workbook
