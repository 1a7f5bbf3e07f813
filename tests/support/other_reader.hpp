#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/workbook.hpp"

namespace panelbook::tests {

/// A cell as another reader sees it.
struct TheirCell {
    std::string place;  ///< "Sheet1!A1"
    std::string kind;   ///< number, text, boolean, error; rounded: a number of 15 digits; when: a serial number
    std::string value;
};

struct TheirFile {
    bool opened = true;
    std::vector<TheirCell> cells;
    std::set<std::string> facts;  ///< "Sheet1 is hidden", "Sheet1 merges A1:B2", "Sheet1 hides row 3"
};

/// What a script of tests/workbook prints of files, by their paths, in lines of fields between tabs:
///     file PATH | failed REASON | sheet NAME | cell A1 KIND VALUE | fact TEXT
/// where a tab, a line end or a backslash in a field stands behind a backslash. Throws std::runtime_error if it fails.
std::map<std::string, TheirFile> files_of_script(std::string_view script, const std::vector<std::string>& paths);

/// The files of those endings in the corpus that are neither hostile nor clean series, by path.
std::vector<std::string> corpus_files(const std::filesystem::path& corpus, const std::set<std::string>& endings);

/// How many cells differ, with the first of them; empty if none does. Theirs may keep escapes of xlsx in texts; times
/// are the same to the millisecond.
std::string different_cells(const workbook::Workbook& ours, const TheirFile& theirs);

/// The facts that only one of the two has, one a line; empty if there is none.
std::string different_facts(const workbook::Workbook& ours, const TheirFile& theirs);

}  // namespace panelbook::tests
