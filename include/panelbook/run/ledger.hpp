#pragma once

#include <filesystem>
#include <vector>

#include "panelbook/history/history.hpp"

namespace panelbook::run {

/// archive/ledger.jsonl: one line for every file that was ever kept, and another whenever its place changed, written
/// before the history says so. With the originals beside it, it is all that the history is made of.
///
/// Of each file the last line: hash, name, stored, state, known_on and run of the record; a last line that was cut off
/// is left out. In the order of the first lines. Throws ReadError.
std::vector<history::FileRecord> read_ledger(const std::filesystem::path& workspace);

/// Adds those of the files that the ledger does not have as they are. Throws WriteError.
void add_to_ledger(const std::filesystem::path& workspace, const std::vector<history::FileRecord>& files);

}  // namespace panelbook::run
