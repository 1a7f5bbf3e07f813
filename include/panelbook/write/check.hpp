#pragma once

#include "panelbook/report/model.hpp"

namespace panelbook::write {

/// Throws WriteError, with the page it is on, for whatever would break the workbook: a sheet name that a spreadsheet
/// refuses or that is used twice, text that is not UTF-8 or longer than a cell holds, a number that is not finite, an
/// item that does not exist, a table whose name or headings are not unique, a row of the wrong length.
void check(const report::Report& report);

/// How many UTF-16 units the text takes, which is how spreadsheets count. Text is valid UTF-8.
std::size_t utf16_length(std::string_view text);

}  // namespace panelbook::write
