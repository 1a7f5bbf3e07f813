#pragma once

#include <string>
#include <vector>

#include "panelbook/run/run.hpp"

namespace panelbook::cli {

/// Reads `run`'s arguments; opens no file. Throws UsageError naming the nearest valid option or form.
run::Options parse_run_options(const std::vector<std::string>& arguments);

}  // namespace panelbook::cli
