#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace panelbook::write {

/// One row of a sheet of the plan: heading -> text, as a person would type it. Blank cells need not be named.
using PlanRow = std::map<std::string, std::string>;
/// Sheet -> its rows, in order. Sheets that are not named are written empty.
using PlanRows = std::map<std::string, std::vector<PlanRow>>;

/// Writes a plan workbook that staff can edit in Excel: the sheets and columns of plan::schema() with their purpose,
/// notes, drop-downs and example rows, then the rows. Every setting is listed, given or not. Dates ("2014-09-29")
/// become dates and numbers become numbers in the columns that hold them; a text that is neither stays text, for the
/// reader to find.
///
/// The same rows give the same bytes. Throws UsageError for a sheet, column or setting that the schema does not know or
/// a text that a cell cannot hold, WriteError if the file cannot be written.
void write_plan_workbook(const PlanRows& rows, const std::filesystem::path& path);

}  // namespace panelbook::write
