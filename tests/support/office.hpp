#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace panelbook::tests {

/// A sheet as a person sees it: the shown text of every cell, row by row.
using ShownSheet = std::vector<std::vector<std::string>>;

/// Every sheet of a workbook by its name, after LibreOffice has worked out every formula again (by default it keeps
/// what the file says). Throws std::runtime_error if LibreOffice cannot open it.
std::map<std::string, ShownSheet> recalculated(const std::filesystem::path& workbook);

/// The same with every digit of a number, either as the file says it or worked out again.
enum class Formulas { as_written, worked_out_again };
std::map<std::string, ShownSheet> exact_cells(const std::filesystem::path& workbook, Formulas formulas);

/// What a command printed, and its exit code.
struct CommandResult {
    int exit_code = 0;
    std::string output;  ///< standard output and error
};
CommandResult run_command(const std::string& command_line);

/// An argument for run_command, whatever it holds.
std::string quoted(const std::string& argument);

}  // namespace panelbook::tests
