#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook check`: what is wrong with files, before they are sent.
Command check_command();

}  // namespace panelbook::cli
