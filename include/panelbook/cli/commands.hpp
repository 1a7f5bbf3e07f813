#pragma once

#include <span>
#include <string>
#include <vector>

#include "panelbook/cli/command.hpp"

namespace panelbook::cli {

std::span<const Command> commands();

/// Arguments (without the program's name) -> exit code: 0 done, 1 something was rejected or withheld for an error, 2
/// wrong usage or plan, 3 failed with the old output intact, 75 another run holds the lock. Never throws.
int execute(const std::vector<std::string>& arguments, Streams streams);

}  // namespace panelbook::cli
