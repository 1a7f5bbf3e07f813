#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/inflate.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/piece_source.hpp"
#include "panelbook/workbook/zip.hpp"

namespace panelbook::workbook {

/// What unpacking needs and has cost, over all parts of one file.
struct Unpacking {
    explicit Unpacking(const Limits& limits_of_file);

    const Limits& limits;
    const InflateLibrary& library;
    std::unique_ptr<Inflater> inflater;
    std::vector<char> window;  ///< what parts are unpacked into, unless somewhere else is given
    std::uint64_t inflated = 0;
};

/// The bytes of one part. Every limit is counted here as the bytes come out, and at the end the size and the CRC must
/// be what the directory said.
class PartStream : public PieceSource {
public:
    PartStream(const ZipEntry& entry, Unpacking& unpacking);

    std::string_view next() override;
    /// The same through a window of the caller's, which is not empty. A part that is not packed does not use it.
    std::string_view next_through(std::span<char> window);
    /// Reads on to the end, so that the size and the CRC are checked.
    void drain();
    std::uint64_t packed_bytes() const { return m_entry.packed.size(); }

private:
    void check_limits() const;
    void check_end() const;

    const ZipEntry& m_entry;
    Unpacking& m_unpacking;
    std::uint64_t m_read = 0;
    std::uint32_t m_crc = 0;
};

/// The parts of an Office file. One part is open at a time: they share what unpacks them.
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
    std::uint64_t inflated_bytes() const { return m_unpacking.inflated; }

private:
    ZipDirectory m_directory;
    Unpacking m_unpacking;
    std::vector<bool> m_opened;
};

}  // namespace panelbook::workbook
