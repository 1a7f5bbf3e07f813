#pragma once

#include <string>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/piece_source.hpp"

namespace panelbook::workbook {

/// The texts that cells share, in their order. Runs of rich text are joined, phonetic guides left out, blanks kept as
/// stored. Throws Refused.
std::vector<std::string> read_shared_strings(PieceSource& part, const Limits& limits);

}  // namespace panelbook::workbook
