#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace panelbook::tests {

/// What a program may use.
struct Allowance {
    std::uint64_t address_bytes = 512ull << 20;
    std::uint64_t processor_seconds = 10;
};

/// How a program ended, and what it used.
struct LimitedRun {
    int exit_code = 0;  ///< 128 + N if signal N ended it
    std::string out;
    std::string err;
    double processor_seconds = 0.0;
    double seconds = 0.0;
};

/// Runs a program with these arguments under limits that the kernel keeps; beyond them it is killed or gets no memory.
LimitedRun run_limited(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                       const Allowance& allowance = {});

/// The program as it is released, if it was built and from these sources: PANELBOOK_RELEASE_PROGRAM, else the release
/// build of the checkout. Empty otherwise, after a message that says that the test was skipped.
std::filesystem::path release_program();

}  // namespace panelbook::tests
