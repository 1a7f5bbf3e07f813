#pragma once

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

/// `panelbook read`: the cells of a file exactly as the tool sees them.
///
/// A file is read twice, and printed the second time only if the first found it whole: what is damaged at its end, or
/// beyond a limit, prints nothing that a person or a program could take for its cells.
Command read_command();

}  // namespace panelbook::cli
