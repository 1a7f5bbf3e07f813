#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook explain`: how a figure came about.
Command explain_command();

}  // namespace panelbook::cli
