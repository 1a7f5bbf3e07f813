#pragma once

#include <filesystem>

#include "panelbook/core/finding.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::plan {

/// The plan from its workbook. Every mistake is a finding that names sheet, cell and, for a wrong word, the nearest
/// valid one; any error finding means that the plan must not be used (exit code 2). Unknown sheets and columns warn.
/// Row 1 is the purpose, row 2 the headings (found by their words, not by position), then rows until the end; a row
/// whose first cell begins with "Example" is left out.
Checked<Plan> read_plan(const workbook::Workbook& book);

/// Reads the file, stamps its SHA-256. Throws UsageError with the remedy where there is none.
Checked<Plan> load_plan(const std::filesystem::path& path);

}  // namespace panelbook::plan
