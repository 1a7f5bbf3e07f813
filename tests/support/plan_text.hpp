#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "panelbook/workbook/workbook.hpp"
#include "panelbook/write/plan_workbook.hpp"

namespace panelbook::tests {

/// The rows of a plan from a text. Each sheet is either a table,
///   @sheet Areas
///   area<TAB>name<TAB>kind          the headings, then one line a row
/// or, where it has many columns, records,
///   @records Measures
///   measure: burglary               one "heading: value" a line, a blank line between two rows
/// A sheet may be begun again; its rows follow. "@# words" is for the reader of the text. In a value, \n is a line end.
/// Throws std::runtime_error with the line number for a text it does not understand.
write::PlanRows parse_plan_text(std::string_view text);

void write_plan(std::string_view text, const std::filesystem::path& path);

/// The same plan as the reader of workbooks would give it, without a file in between: purpose in row 1, headings in row
/// 2, examples in row 3, rows from row 4, columns in the order of the schema. Sheets and columns that the schema does
/// not know stand after the others, so that a test can have them; a column that is only in the schema is there and
/// empty.
workbook::Workbook to_plan_workbook(std::string_view text);

/// The columns of every sheet of the plan as tables in Markdown: the second part of docs/plan.md.
std::string plan_columns_markdown();

}  // namespace panelbook::tests
