#include "panelbook/history/schema.hpp"

#include <fmt/format.h>

#include "panelbook/core/errors.hpp"

namespace panelbook::history {

namespace {

constexpr std::int64_t schema_version = 1;
constexpr std::int64_t application_id = 0x50424b31;  // "PBK1": tells a history from another program's database

constexpr const char* tables = R"sql(
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
    if (empty) {
        Transaction transaction(database);
        database.run(tables);
        database.run(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, schema_version));
        transaction.commit();
    }
}

}  // namespace panelbook::history
