#include "panelbook/history/schema.hpp"

#include <array>
#include <fmt/format.h>
#include <sqlite3.h>

#include "panelbook/core/errors.hpp"

namespace panelbook::history {

namespace {

constexpr std::int64_t application_id = 0x50424b31;  // "PBK1": tells a history from another program's database

/// The layout as the first version wrote it.
constexpr const char* first_layout = R"sql(
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    stored TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('archived', 'rejected')),
    source TEXT NOT NULL,
    known_on TEXT NOT NULL,
    run INTEGER NOT NULL,
    plan_hash TEXT NOT NULL,
    latest TEXT
) STRICT;

CREATE TABLE finished_run (
    known_on TEXT NOT NULL,
    run INTEGER NOT NULL,
    PRIMARY KEY (known_on, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_off (
    file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
    organisation TEXT NOT NULL,
    board TEXT NOT NULL,
    period TEXT,
    presented_on TEXT,
    completed_by TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER,
    cell_column INTEGER
) STRICT;

CREATE TABLE observation (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    measure TEXT NOT NULL,
    area TEXT NOT NULL,
    period TEXT NOT NULL,
    value REAL,
    pence INTEGER,
    denominator REAL,
    marker TEXT NOT NULL,
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER NOT NULL,
    cell_column INTEGER NOT NULL,
    PRIMARY KEY (file, position),
    CHECK (value IS NULL OR pence IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE saving (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    recurring TEXT NOT NULL,
    year TEXT NOT NULL,
    pence INTEGER NOT NULL,
    scope TEXT NOT NULL,
    as_at TEXT,
    estimate TEXT NOT NULL,
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER NOT NULL,
    cell_column INTEGER NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    severity TEXT NOT NULL,
    rule TEXT NOT NULL,
    place TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER,
    cell_column INTEGER,
    message TEXT NOT NULL,
    remedy TEXT NOT NULL,
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE written (
    path TEXT PRIMARY KEY,
    hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

/// What each later layout adds, in order. A new history goes through all of them too, so that it is the same.
constexpr std::array changes = {
    // Where denominators stand, what every cell was read as, the sheets of a workbook, the last run. What was read
    // before
    // does not say so: it is read again at the next run.
    R"sql(
ALTER TABLE observation ADD COLUMN n_row INTEGER;
ALTER TABLE observation ADD COLUMN n_column INTEGER;

CREATE TABLE cell_run (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    cell_column INTEGER NOT NULL,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (file, position),
    CHECK (first_row <= last_row)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE last_run (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL
) STRICT;

UPDATE file SET plan_hash = '';
)sql",
};

constexpr auto schema_version = static_cast<std::int64_t>(changes.size()) + 1;

}  // namespace

void establish_schema(Database& database) {
    // Read before anything is changed: a database that is not ours stays as it is.
    const std::int64_t id = database.number("PRAGMA application_id");
    const std::int64_t version = database.number("PRAGMA user_version");
    const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    const std::string name = database.path().string();
    if (!empty && id != application_id) {
        throw ReadError(
            fmt::format("{} is a database of another program, not a history of figures. Move it away and "
                        "put back your own {}.",
                        name, database.path().filename().string()));
    }
    if (version > schema_version) {
        throw ReadError(
            fmt::format("{} was written by a newer version of panelbook (its layout is number {}, this "
                        "version knows {}). Install the newer version.",
                        name, version, schema_version));
    }
    database.number("PRAGMA journal_mode = WAL");
    database.run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    if (!empty && version == schema_version) return;
    Transaction transaction(database);
    if (empty) database.run(first_layout);
    const std::int64_t reached = empty ? 1 : version;
    for (std::int64_t next = reached; next < schema_version; ++next)
        database.run(changes[static_cast<std::size_t>(next - 1)]);
    database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, schema_version));
    transaction.commit();
}

void check_integrity(Database& database) {
    Statement pages = database.prepare("PRAGMA quick_check(1)");
    if (!pages.step() || pages.view(0) != "ok") database.fail(SQLITE_CORRUPT);
    Statement strays = database.prepare("PRAGMA foreign_key_check");
    if (strays.step()) database.fail(SQLITE_CORRUPT);
}

}  // namespace panelbook::history
