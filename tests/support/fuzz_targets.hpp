#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::tests {

/// An input to begin with.
struct FuzzSeed {
    std::string name;
    std::string input;
};

/// One thing that is fuzzed, and that the tests replay.
struct FuzzTarget {
    std::string_view name;
    std::string_view dictionary;  ///< in tests/fuzz
    /// Reads an input. Throws std::logic_error if what was read breaks an invariant; refusing it breaks none.
    void (*read)(std::string_view input);
    std::vector<FuzzSeed> (*seeds)();
};

std::span<const FuzzTarget> fuzz_targets();
/// Throws std::out_of_range if there is none of that name.
const FuzzTarget& fuzz_target(std::string_view name);

}  // namespace panelbook::tests
