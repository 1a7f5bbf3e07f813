#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace panelbook::tests {

/// The file that a fuzzer's input stands for. An input that begins with "@@" is a workbook in parts, each after a line
/// "@@name", and is zipped with right sizes and check sums, so that a changed byte is a changed byte of XML; any other
/// input is the file itself.
std::string file_of_input(std::string_view input);

/// Reads an input as a file of that name. Throws std::logic_error if what was read breaks an invariant.
void read_input(std::string_view input, const std::string& name);

/// An input to begin with.
struct FuzzSeed {
    std::string name;
    std::string input;
};
std::vector<FuzzSeed> workbook_seeds();
std::vector<FuzzSeed> csv_seeds();

}  // namespace panelbook::tests
