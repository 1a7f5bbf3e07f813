#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook diff`: what changed between two dashboards, or two days of a workspace.
Command diff_command();

}  // namespace panelbook::cli
