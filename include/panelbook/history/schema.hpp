#pragma once

#include "panelbook/history/database.hpp"

namespace panelbook::history {

/// Makes an empty database into a history, or checks that it is one that this version can use. Throws ReadError for a
/// newer schema and for a database that is not a history.
void establish_schema(Database& database);

}  // namespace panelbook::history
