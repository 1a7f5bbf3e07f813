#include "panelbook/history/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <utility>

#include "panelbook/core/errors.hpp"

namespace panelbook::history {

namespace {

constexpr int busy_milliseconds = 5000;

}  // namespace

Database::Database(const std::filesystem::path& path) : m_path(path) {
    const int code = sqlite3_open_v2(
        path.c_str(), &m_handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        sqlite3_close_v2(m_handle);
        fail(code);
    }
    sqlite3_busy_timeout(m_handle, busy_milliseconds);
}

Database::~Database() {
    sqlite3_close_v2(m_handle);
}

void Database::fail(int code) const {
    const std::string name = m_path.string();
    switch (code & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw ReadError(
                fmt::format("{0} is damaged and cannot be read as the history of figures. Put back the last good copy "
                            "of {1} from your backup and delete {1}-wal and {1}-shm if they lie beside it. The "
                            "originals in archive/ are not touched.",
                            name, m_path.filename().string()));
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw LockedError(
                fmt::format("{} is in use by another program. Close whatever has it open, then run again.", name));
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            throw WriteError(
                fmt::format("{} cannot be opened for writing. Check that its folder exists and that you may write in "
                            "it.",
                            name));
        case SQLITE_FULL:
            throw WriteError(fmt::format("{} cannot grow: the disk is full. Make room, then run again.", name));
        default:
            throw WriteError(fmt::format("{} cannot be read or written ({}). Check the disk, then run again.", name,
                                         sqlite3_errstr(code)));
    }
}

void Database::run(const std::string& sql) {
    if (const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) fail(code);
    return {*this, statement};
}

std::int64_t Database::number(const std::string& sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

Statement::Statement(Database& database, sqlite3_stmt* handle) : m_database(&database), m_handle(handle) {}

Statement::~Statement() {
    sqlite3_finalize(m_handle);
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_handle(std::exchange(other.m_handle, nullptr)), m_bound(other.m_bound) {}

Statement& Statement::again() {
    sqlite3_reset(m_handle);
    m_bound = 0;
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    const char* bytes = text.data() ? text.data() : "";
    const int code = sqlite3_bind_text64(m_handle, ++m_bound, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) m_database->fail(code);
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    if (const int code = sqlite3_bind_int64(m_handle, ++m_bound, number); code != SQLITE_OK) m_database->fail(code);
    return *this;
}

Statement& Statement::bind(double number) {
    if (const int code = sqlite3_bind_double(m_handle, ++m_bound, number); code != SQLITE_OK) m_database->fail(code);
    return *this;
}

Statement& Statement::bind_null() {
    if (const int code = sqlite3_bind_null(m_handle, ++m_bound); code != SQLITE_OK) m_database->fail(code);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) m_database->fail(code);
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

bool Statement::null(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::string_view Statement::view(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column));
    return bytes ? std::string_view(bytes, size) : std::string_view();
}

std::string Statement::text(int column) const {
    return std::string(view(column));
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_handle, column);
}

Transaction::Transaction(Database& database) : m_database(database) {
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!m_open) return;
    try {
        m_database.run("ROLLBACK");
    } catch (const std::exception&) {
        // SQLite rolled back by itself; the error that brought us here is the one to report.
    }
}

void Transaction::commit() {
    m_database.run("COMMIT");
    m_open = false;
}

}  // namespace panelbook::history
