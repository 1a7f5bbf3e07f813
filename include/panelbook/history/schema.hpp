#pragma once

#include "panelbook/history/database.hpp"

namespace panelbook::history {

/// Makes an empty database into a history, or brings one that an earlier version wrote up to this version's layout, all
/// or nothing. Throws ReadError for a newer layout and for a database that is not a history.
void establish_schema(Database& database);

/// Throws ReadError if SQLite finds the file damaged, or a row that names a file which is not there.
void check_integrity(Database& database);

}  // namespace panelbook::history
