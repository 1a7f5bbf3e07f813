#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::cli {

enum ExitCode : int { done = 0, something_wrong = 1, wrong_usage = 2, failed = 3, locked = 75 };

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

}  // namespace panelbook::cli
