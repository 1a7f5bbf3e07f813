#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace panelbook::history {

class Statement;

/// One open SQLite file. Every failure is thrown in plain words that name the file and the remedy: ReadError where the
/// file is damaged, LockedError where another program holds it, WriteError where it cannot be opened or written.
class Database {
public:
    explicit Database(const std::filesystem::path& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs SQL that gives no rows.
    void run(const std::string& sql);
    Statement prepare(std::string_view sql);
    /// A PRAGMA that gives one whole number.
    std::int64_t number(const std::string& sql);

    const std::filesystem::path& path() const { return m_path; }
    [[noreturn]] void fail(int code) const;

private:
    std::filesystem::path m_path;
    sqlite3* m_handle = nullptr;
};

/// A prepared statement. Parameters are bound in order from the first; columns are read in order from the first.
class Statement {
public:
    Statement(Database& database, sqlite3_stmt* handle);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    /// Begins a new execution; the next `bind` is of the first parameter.
    Statement& again();
    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind(double number);
    Statement& bind_null();
    template <class T>
    Statement& bind(const std::optional<T>& value) {
        return value ? bind(*value) : bind_null();
    }

    /// The next row; false after the last.
    bool step();
    /// Executes a statement that gives no rows.
    void run();

    bool null(int column) const;
    std::string text(int column) const;
    /// Valid until the next step.
    std::string_view view(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;

private:
    Database* m_database;
    sqlite3_stmt* m_handle;
    int m_bound = 0;
};

/// All or nothing: rolled back unless `commit` was called.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

}  // namespace panelbook::history
