#pragma once

#include <optional>
#include <string>
#include <vector>

namespace panelbook::cli {

struct CheckOptions {
    std::vector<std::string> files;
    std::optional<std::string> plan;  ///< else the plan.xlsx of each file's folder, or of the nearest folder above it
    std::optional<std::string> annotate;  ///< where the copy with comments goes; for one file only
    bool json = false;
    bool quiet = false;
};

/// Reads `check`'s arguments; opens no file. Throws UsageError naming the nearest valid option.
CheckOptions parse_check_options(const std::vector<std::string>& arguments);

}  // namespace panelbook::cli
