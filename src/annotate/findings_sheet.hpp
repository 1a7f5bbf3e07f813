#pragma once

#include <set>
#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/write/package.hpp"

namespace panelbook::annotate {

/// The XML of the sheet that lists findings: one a row, with a link to its cell where it is about `file` and a sheet
/// of `sheets`.
std::string findings_sheet(const Findings& findings, const std::string& file, const std::set<std::string>& sheets,
                           bool strict);

/// A workbook of that sheet alone, with a line above it about the file and why it is no copy of it.
std::vector<write::PackagePart> findings_workbook(const Findings& findings, const std::string& why);

/// "Error (not-a-number): what is wrong, what to do and what is expected": for a comment.
std::string remark(const Finding& finding);

}  // namespace panelbook::annotate
