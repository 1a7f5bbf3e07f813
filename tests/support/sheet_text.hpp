#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/workbook/workbook.hpp"

/// Workbooks written as text that a person can read: what the samples and the tests are made of.
///
/// One line a row, cells between tabs; an empty line is an empty row. A line that begins with "@" gives an instruction:
///   @sheet NAME            begins a sheet ("Sheet1" where there is none); "@sheet NAME hidden" hides it
///   @merge A1:D1           merges; the value is that of the first cell
///   @width 30 12 12        column widths from A on, in characters
///   @numbers #,##0         how the plain numbers of this sheet are shown
///   @style heading A4:F5   dresses a range: title, heading, total or note
///   @hide row 5            or "@hide column C"
///   @1904                  the workbook counts dates from 1904
///   @inline                texts stand in the cells, not among the shared strings (not with hidden rows)
///   @# words               for the reader of the text; not written
/// A cell is
///   12.5  -3  1e6          a number; with a thousands comma or a leading zero it is text, as it would be in an export
///   4.5%                   a number (0.045) shown as 4.5%
///   2014-04-01             a date shown as dd/mm/yyyy;  2014-04 the first of the month, shown as mmm-yy
///   00:01:02               a time
///   TRUE  FALSE            booleans
///   #N/A                   an error value (#DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #NULL!)
///   =SUM(B2:B4)|12         a formula and its cached result, which is read like a cell
///   'text                  text, whatever it looks like
///   *text                  bold text; a lone * is text
///   anything else          text
/// In a text, \n is a line end, \t a tab and \\ a backslash.
namespace panelbook::tests {

struct TextCell {
    enum class Shown { general, percent, day, month, time };
    CellRef at;
    std::variant<double, bool, std::string, CellError> value;  ///< dates and times as days since 1899-12-30
    Shown shown = Shown::general;
    int decimals = 0;     ///< of a percentage
    std::string formula;  ///< without "="; empty: a constant
    bool bold = false;
};

struct TextStyle {
    enum class Kind { title, heading, total, note } kind = Kind::heading;
    CellRange range;
};

struct TextSheet {
    std::string name;
    bool hidden = false;
    std::vector<TextCell> cells;  ///< by row then column
    std::vector<CellRange> merged;
    std::vector<double> widths;
    std::string number_format;
    std::vector<TextStyle> styles;
    std::vector<std::uint32_t> hidden_rows;
    std::vector<std::uint32_t> hidden_columns;
};

struct TextWorkbook {
    std::vector<TextSheet> sheets;
    bool epoch_1904 = false;
    bool inline_strings = false;
};

/// Throws std::runtime_error with the line number for a text it does not understand.
TextWorkbook parse_sheets(std::string_view text);

/// Writes an xlsx. The same text gives the same bytes. Throws std::runtime_error as parse_sheets, or if it cannot
/// write.
void write_workbook(std::string_view text, const std::filesystem::path& path);

/// Writes the first sheet as csv: commas, quotes where needed, CRLF, UTF-8; what a cell shows, with dates as
/// dd/mm/yyyy.
void write_csv(std::string_view text, const std::filesystem::path& path);

/// The same cells as the reader would give them, without a file in between.
workbook::Workbook to_workbook(std::string_view text);

}  // namespace panelbook::tests
