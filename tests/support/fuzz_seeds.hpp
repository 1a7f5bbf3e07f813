#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/fuzz_targets.hpp"
#include "support/package.hpp"

namespace panelbook::tests {

/// The file that an input stands for. One that begins with "@@" is a zip file in parts, each after a line "@@name", and
/// is zipped with right sizes and check sums, so that a changed byte is a changed byte of XML; any other input is the
/// file itself.
std::string file_of_input(std::string_view input);

/// Whole files, and files in parts.
std::vector<FuzzSeed> package_seeds();
std::vector<FuzzSeed> workbook_seeds();
std::vector<FuzzSeed> ods_seeds();
std::vector<FuzzSeed> xls_seeds();
std::vector<FuzzSeed> csv_seeds();
/// Single parts: XML.
std::vector<FuzzSeed> sheet_seeds();
std::vector<FuzzSeed> shared_strings_seeds();
std::vector<FuzzSeed> styles_seeds();
/// A number format, a line end, a number or a date.
std::vector<FuzzSeed> number_seeds();
/// Text of every encoding, with what must not be seen and with escapes.
std::vector<FuzzSeed> text_seeds();

}  // namespace panelbook::tests
