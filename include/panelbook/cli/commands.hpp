#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::cli {

/// Where a command writes: figures and results to `out`, what is wrong to `err`.
struct Streams {
    std::ostream& out;
    std::ostream& err;
};

/// One word of the command line. Every command answers `--help` in under 25 lines, with examples.
struct Command {
    std::string_view name;
    std::string_view summary;
    std::string_view help;
    int (*run)(const std::vector<std::string>& arguments, Streams streams);
};

std::span<const Command> commands();

/// Arguments (without the program's name) -> exit code: 0 done, 1 something was rejected or withheld for an error, 2
/// wrong usage or plan, 3 failed with the old output intact, 75 another run holds the lock. Never throws.
int execute(const std::vector<std::string>& arguments, Streams streams);

}  // namespace panelbook::cli
