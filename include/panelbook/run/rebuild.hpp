#pragma once

#include <filesystem>
#include <iosfwd>

namespace panelbook::run {

/// Makes history.db again from the originals in archive/ and rejected/, archive/ledger.jsonl and the logs: the same
/// content as the history had after the last run with this plan. The old one stays in its place until the new one is
/// whole, and beside it as history.db.old if an original is missing. Returns 0, or 1 if an original is missing or one
/// is there that the ledger does not have; what it found is printed to `err`.
///
/// Throws UsageError (no plan, or one with mistakes), LockedError, ReadError (an original has changed), WriteError.
int rebuild(const std::filesystem::path& workspace, bool quiet, std::ostream& out, std::ostream& err);

}  // namespace panelbook::run
