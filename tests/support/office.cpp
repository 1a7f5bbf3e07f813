#include "office.hpp"

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <sys/wait.h>

#include "panelbook/intake/files.hpp"

#include "folder.hpp"

namespace fs = std::filesystem;

namespace panelbook::tests {

namespace {

/// OOXMLRecalcMode 0 is "always", 1 is "never".
constexpr const char* recalculation_mode = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
)";

ShownSheet parse_csv(const std::string& text) {
    ShownSheet rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted_cell = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted_cell) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted_cell = false;
        } else if (c == '"') {
            quoted_cell = true;
        } else if (c == ',' || c == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (c == '\n') {
                rows.push_back(std::move(row));
                row.clear();
            }
        } else if (c != '\r') {
            cell += c;
        }
    }
    return rows;
}

}  // namespace

std::string quoted(const std::string& argument) {
    std::string result = "'";
    for (const char c : argument) result += c == '\'' ? "'\\''" : std::string(1, c);
    return result + "'";
}

CommandResult run_command(const std::string& command_line) {
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(("{ " + command_line + "; } 2>&1").c_str(), "r"), &::pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command_line);
    CommandResult result;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        result.output.append(buffer.data(), count);
    }
    const int status = ::pclose(pipe.release());
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

namespace {

std::map<std::string, ShownSheet> converted(const fs::path& workbook, Formulas formulas, bool as_shown) {
    const Folder folder("office");
    fs::create_directories(folder / "profile/user");
    std::ofstream(folder / "profile/user/registrymodifications.xcu")
        << fmt::format(fmt::runtime(recalculation_mode), formulas == Formulas::worked_out_again ? 0 : 1);
    fs::create_directories(folder / "in");
    fs::copy_file(workbook, folder / "in/book.xlsx");
    // 44 , 34 " 76 UTF-8; cells as shown or not; -1 every sheet.
    const CommandResult result = run_command(
        "cd " + quoted(folder.path().string()) + " && soffice --headless -env:UserInstallation=file://" +
        (folder / "profile").string() + " --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false," +
        (as_shown ? "true,true" : "false,false") + ",false,false,-1' --outdir out in/book.xlsx");
    std::map<std::string, ShownSheet> sheets;
    if (fs::is_directory(folder / "out")) {
        for (const auto& entry : fs::directory_iterator(folder / "out")) {
            const std::string name = entry.path().stem().string();
            sheets[name.substr(std::string("book-").size())] = parse_csv(intake::read_file(entry.path()));
        }
    }
    if (sheets.empty())
        throw std::runtime_error("LibreOffice made nothing of " + workbook.string() + ": " + result.output);
    return sheets;
}

}  // namespace

std::map<std::string, ShownSheet> recalculated(const fs::path& workbook) {
    return converted(workbook, Formulas::worked_out_again, true);
}

std::map<std::string, ShownSheet> exact_cells(const fs::path& workbook, Formulas formulas) {
    return converted(workbook, formulas, false);
}

}  // namespace panelbook::tests
