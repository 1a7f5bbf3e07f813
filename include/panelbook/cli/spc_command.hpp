#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook spc`: the limits and flags of one series.
Command spc_command();

}  // namespace panelbook::cli
