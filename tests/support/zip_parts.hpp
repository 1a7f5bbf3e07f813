#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::tests {

/// One file of a zip, inflated.
struct ZipPart {
    std::string name;
    std::string bytes;
};

/// The parts of a zip that is whole and not hostile, in the order of its directory. Throws std::runtime_error
/// otherwise.
std::vector<ZipPart> read_zip(const std::filesystem::path& path);

/// A zip of the parts in their order, deflated and dated 1980-01-01: the same parts give the same bytes.
void write_zip(const std::vector<ZipPart>& parts, const std::filesystem::path& path);

}  // namespace panelbook::tests
