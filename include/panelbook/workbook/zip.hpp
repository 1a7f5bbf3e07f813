#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

enum class Packing { stored, deflated };

/// One file of a zip file, as the central directory and the local header agree that it is.
struct ZipEntry {
    std::string name;  ///< with / between folders, none in front
    Packing packing = Packing::stored;
    std::uint32_t crc = 0;
    std::uint64_t bytes = 0;  ///< what it says to unpack to: to be checked, never to be relied on
    std::string_view packed;  ///< the packed bytes, a view into the file
};

/// The list of what a zip file holds, read from its central directory and checked against every local header.
///
/// Only what one reading can be made of is taken: a file whose parts overlap, whose names occur twice (case and the
/// kind of slash do not tell names apart), whose two headers disagree, that is encrypted, split over several disks,
/// packed other than by deflate, or that has bytes behind its end record is refused.
class ZipDirectory {
public:
    /// `file` must outlive the directory. Throws Refused.
    ZipDirectory(std::string_view file, const Limits& limits);

    /// In the order of the central directory; folders are left out.
    const std::vector<ZipEntry>& entries() const { return m_entries; }
    /// By name, whatever its case; null if there is none.
    const ZipEntry* find(std::string_view name) const;

private:
    std::vector<ZipEntry> m_entries;
    std::unordered_map<std::string, std::size_t> m_by_name;
};

}  // namespace panelbook::workbook
