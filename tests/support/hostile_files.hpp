#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "panelbook/workbook/limits.hpp"

namespace panelbook::tests {

/// A file that is made to cost more than it should, or to be taken for what it is not, and what must come of it.
struct HostileFile {
    std::string name;
    /// Its bytes at 1/`share` of its full size: 1, or `small_share` for a test that must be quick.
    std::function<std::string(std::uint64_t share)> bytes;
    std::string rule = {};   ///< of the one error; empty if it is read
    std::string words = {};  ///< in the error's message
    std::size_t cells = 0;   ///< at its full size; at a share of it, that share
    const char* extension = ".xlsx";
};
std::ostream& operator<<(std::ostream& out, const HostileFile& file);

inline constexpr std::uint64_t small_share = 64;

/// The limits that a file at 1/`share` of its size runs into at the same place.
workbook::Limits limits_at(std::uint64_t share);

/// Files that unpack to far more than they are.
std::vector<HostileFile> bombs();
/// Files that say something else than they hold, that lead outside or in circles.
std::vector<HostileFile> liars();
/// Files that hold very much of one thing.
std::vector<HostileFile> heaps();
std::vector<HostileFile> csv_heaps();

}  // namespace panelbook::tests
