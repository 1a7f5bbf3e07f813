#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace panelbook::tests {

/// Writes an xlsx workbook from a text that a person can read: what the samples and the tests are made of.
///
/// One line a row, cells between tabs. A line that begins with "@" gives an instruction:
///   @sheet NAME          begins a sheet; "@sheet NAME hidden" hides it
///   @merge A1:D1         merges, after the cells are written
///   @width 30 12 12      column widths from A on, in characters
///   @1904                the workbook counts dates from 1904
///   @hide row 5 | @hide column C
/// An empty line is an empty row. A cell is
///   12.5 -1,234 stays text unless it is a plain number; 12.5 is a number
///   4.5%                 a number (0.045) with a percent format
///   2014-04-01           a date, shown as dd/mm/yyyy;  2014-04 a date shown as mmm-yy;  00:01:02 a time
///   TRUE FALSE           booleans
///   #N/A                 an error value
///   =SUM(B2:B4)|12       a formula and its cached value
///   'text                text, whatever it looks like;  *text  bold text
///   anything else        text
/// Throws std::runtime_error with the line number for a text it does not understand. The same text gives the same
/// bytes.
void write_workbook(std::string_view text, const std::filesystem::path& path);

}  // namespace panelbook::tests
