#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/inflate.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/zip.hpp"

namespace panelbook::workbook {

/// What unpacking may still cost, counted over all parts of one file.
struct InflateCount {
    std::uint64_t inflated = 0;
};

/// The bytes of one part, a piece at a time. Every limit is counted here as the bytes come out, and at the end the size
/// and the CRC must be what the directory said.
class PartStream {
public:
    PartStream(const ZipEntry& entry, Inflater& inflater, InflateCount& count, const Limits& limits);

    /// The next piece, valid until the next call; empty at the end. Throws Refused.
    std::string_view next();
    /// Reads on to the end, so that the size and the CRC are checked.
    void drain();
    const std::string& name() const { return m_entry.name; }

private:
    void check_limits() const;
    void check_end() const;

    const ZipEntry& m_entry;
    Inflater& m_inflater;
    InflateCount& m_count;
    const Limits& m_limits;
    std::uint64_t m_read = 0;
    std::uint32_t m_crc = 0;
};

/// The parts of an Office file. One part is open at a time: they share the window.
class Package {
public:
    /// `file` and `limits` must outlive the package. Throws Refused.
    Package(std::string_view file, const Limits& limits);

    const ZipDirectory& directory() const { return m_directory; }
    bool has(std::string_view name) const { return m_directory.find(name) != nullptr; }
    /// Throws Refused ("file-damaged") if there is no such part.
    PartStream open(std::string_view name);
    /// Reads every part that was not opened: its CRC must be right and no DOCTYPE may be in it.
    void check_other_parts();
    /// How many bytes were unpacked so far; a part that was opened twice counts twice.
    std::uint64_t inflated_bytes() const { return m_count.inflated; }

private:
    const Limits& m_limits;
    ZipDirectory m_directory;
    Inflater m_inflater;
    InflateCount m_count;
    std::vector<bool> m_opened;
};

}  // namespace panelbook::workbook
