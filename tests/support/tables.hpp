#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panelbook/extract/extract.hpp"

namespace panelbook::tests {

/// A sheet from a text: one line a row, cells between bars. A cell is a number ("12"), a percentage as Excel holds one
/// ("4%": 0.04 with a percent format), a date ("2014-04-01"), a time ("0:01:02"), TRUE or FALSE, an error ("#N/A"), a
/// text
/// ("'12" is the text 12), or nothing. Blanks around a cell do not count. "@merge A1:C1", "@hide row 5", "@hide column
/// C" on lines of their own.
workbook::Sheet sheet_of(std::string_view text, std::string name = "Return");

/// A workbook of one sheet.
workbook::Workbook book_of(std::string_view text, std::string name = "Return");

/// A small office: counts burglary, robbery and asb; percentages satisfaction; seconds answer-time (a mean); pounds
/// grant. The force is the city and the county. One source, "crime", whose Labels are given as "theirs=measure" or
/// "theirs=measure/area"; the measure may be ignore or total.
plan::Plan office_plan(std::vector<std::string> labels = {});

/// What a table says, as the office's source "crime" reads it. Throws std::runtime_error where a filled cell of it is
/// accounted for by nothing, or twice.
Checked<extract::Extract> read_table(std::string_view sheet, plan::TableSpec spec, std::vector<std::string> labels = {},
                                     bool needs_release = false);

/// "burglary city 2014-04 12", with " of 65" for a denominator and the marker in words where there is one: in the order
/// of the extract.
std::vector<std::string> said(const extract::Extract& extract);
/// "error unknown-label A4": in the order of the sheet, cells without a place last.
std::vector<std::string> found(Findings findings);
/// One string a line, for messages.
std::string lines(const std::vector<std::string>& texts);

}  // namespace panelbook::tests
