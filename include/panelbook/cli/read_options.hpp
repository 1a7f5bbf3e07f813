#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/cli/cell_lines.hpp"
#include "panelbook/workbook/limits.hpp"

namespace panelbook::cli {

struct ReadOptions {
    std::string file;
    std::optional<std::string> sheet;  ///< else every sheet
    LineFormat format = LineFormat::text;
    bool count = false;  ///< how many cells there are, and not the cells
    workbook::Limits limits;
    bool quiet = false;
};

/// Reads `read`'s arguments; opens no file. Throws UsageError naming the nearest valid option or word.
ReadOptions parse_read_options(const std::vector<std::string>& arguments);

}  // namespace panelbook::cli
