#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook rebuild`: history.db again from the archive.
Command rebuild_command();

}  // namespace panelbook::cli
