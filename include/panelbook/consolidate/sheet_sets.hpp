#pragma once

#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/history/history.hpp"

namespace panelbook::consolidate {

/// Workbooks of a source's last run whose sheets are not those of any workbook that it sent before: "sheets-changed",
/// with the names that are new and those that are gone since the last one.
Findings changed_sheets(const std::vector<history::FileRecord>& files);

}  // namespace panelbook::consolidate
