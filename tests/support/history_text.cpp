#include "history_text.hpp"

#include <fmt/format.h>
#include <memory>
#include <set>
#include <sqlite3.h>
#include <stdexcept>

namespace panelbook::tests {

namespace {

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;

Handle open(const std::filesystem::path& path) {
    sqlite3* handle = nullptr;
    if (sqlite3_open(path.c_str(), &handle) != SQLITE_OK) throw std::runtime_error("cannot open " + path.string());
    return {handle, sqlite3_close_v2};
}

std::set<std::string> rows(sqlite3* database, const std::string& table) {
    const std::string sql =
        table == "file" || table == "finished_run" || table == "written"
            ? fmt::format("SELECT '{0}', * FROM {0}", table)
            : fmt::format("SELECT '{0}', f.hash, t.* FROM {0} t LEFT JOIN file f ON f.id = t.file", table);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
    std::set<std::string> lines;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        std::string line;
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const std::string name = sqlite3_column_name(statement, column);
            if (name == "id" || name == "file") continue;
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            line += fmt::format("{}|", text ? text : "(null)");
        }
        lines.insert(line);
    }
    sqlite3_finalize(statement);
    return lines;
}

}  // namespace

std::string history_text(const std::filesystem::path& database) {
    const Handle handle = open(database);
    std::string text;
    for (const char* table :
         {"file", "sign_off", "observation", "saving", "finding", "cell_run", "sheet", "finished_run", "written"}) {
        for (const std::string& line : rows(handle.get(), table)) text += line + "\n";
    }
    return text;
}

void make_database(const std::filesystem::path& path, const std::string& sql) {
    const Handle handle = open(path);
    if (sqlite3_exec(handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle.get()));
}

}  // namespace panelbook::tests
