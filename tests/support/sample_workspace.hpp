#pragma once

#include <filesystem>
#include <vector>

namespace panelbook::tests {

/// Writes a workspace from its tables: OUT/plan.xlsx from TABLES/plan.txt (plan_text.hpp), and OUT/inbox/NAME from
/// every TABLES/inbox/NAME.txt (sheet_text.hpp), where NAME ends in .xlsx or .csv and may stand in sub-folders. The
/// same tables give the same bytes. Returns what was written, below OUT, sorted. Throws std::runtime_error that names
/// the table.
std::vector<std::filesystem::path> write_sample(const std::filesystem::path& tables, const std::filesystem::path& out);

}  // namespace panelbook::tests
