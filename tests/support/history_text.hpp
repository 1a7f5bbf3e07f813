#pragma once

#include <filesystem>
#include <string>

namespace panelbook::tests {

/// All that a history holds, one row a line, the same whatever the numbers of its rows. What the last run said is left
/// out: it is no part of the history.
std::string history_text(const std::filesystem::path& database);

/// Makes a database from SQL.
void make_database(const std::filesystem::path& path, const std::string& sql);

}  // namespace panelbook::tests
