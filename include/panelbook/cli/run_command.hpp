#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook run`: the inbox to a dashboard.
Command run_command();

}  // namespace panelbook::cli
