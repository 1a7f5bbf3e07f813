#include "panelbook/workbook/compound_file.hpp"

#include <algorithm>
#include <cstddef>

#include "panelbook/workbook/little_endian.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/text_encoding.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint64_t header_bytes = 512;
constexpr std::uint64_t small_sector_bytes = 64;
constexpr std::uint32_t first_special = 0xFFFFFFFA;  // from here on no sector but a mark: end of chain, unused, ...
constexpr std::uint32_t unused = 0xFFFFFFFF;
constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;
constexpr std::uint32_t sectors_in_header = 109;
constexpr std::uint64_t entry_bytes = 128;
constexpr std::uint32_t no_entry = 0xFFFFFFFF;
constexpr unsigned kind_folder = 1;
constexpr unsigned kind_stream = 2;
constexpr unsigned kind_root = 5;

Refused broken_chain() {
    return damaged("Its table of sectors runs in a circle or leaves the file.");
}

std::string lower_case(std::string_view name) {
    std::string lower(name);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

void append_numbers(std::vector<std::uint32_t>& numbers, std::string_view bytes) {
    const LittleEndian all(bytes);
    for (std::uint64_t at = 0; at + 4 <= all.size(); at += 4) numbers.push_back(all.u32(at));
}

/// The entries below one folder: a tree of which each knows the one before and the one behind it.
std::vector<std::uint32_t> entries_below(const LittleEndian& directory, std::uint32_t top) {
    const std::uint64_t entries = directory.size() / entry_bytes;
    std::vector<bool> seen(static_cast<std::size_t>(entries), false);
    std::vector<std::uint32_t> to_visit{top};
    std::vector<std::uint32_t> below;
    while (!to_visit.empty()) {
        const std::uint32_t entry = to_visit.back();
        to_visit.pop_back();
        if (entry == no_entry) continue;
        if (entry >= entries || seen[entry]) throw damaged("Its list of streams is wrong.");
        seen[entry] = true;
        below.push_back(entry);
        to_visit.push_back(directory.u32(entry * entry_bytes + 68));
        to_visit.push_back(directory.u32(entry * entry_bytes + 72));
    }
    return below;
}

}  // namespace

CompoundFile::CompoundFile(std::string_view file) : m_file(file) {
    const LittleEndian header(file);
    if (file.size() < header_bytes) throw damaged("It is too short to be a workbook.");
    const unsigned shift = header.u16(30);
    if (header.u16(28) != 0xFFFE || (shift != 9 && shift != 12) || header.u16(32) != 6)
        throw damaged("Its beginning is wrong.");
    m_sector_bytes = std::uint64_t{1} << shift;
    // The header takes up a whole sector; the last may be cut short.
    m_sectors = file.size() > m_sector_bytes ? (file.size() - 1) / m_sector_bytes : 0;
    m_small_below = header.u32(56);
    read_table();
    for (const std::uint32_t sector : chain(header.u32(60), m_table))
        append_numbers(m_small_table, sector_bytes(sector));
    read_directory();
}

bool CompoundFile::has(std::string_view name) const {
    return find(name) != nullptr;
}

std::string CompoundFile::stream(std::string_view name) const {
    const Entry* entry = find(name);
    if (!entry || !entry->is_stream) throw damaged("A stream of it is missing.");
    if (entry->bytes >= m_small_below) {
        std::string bytes = joined(entry->first_sector);
        bytes.resize(std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(entry->bytes)));
        return bytes;
    }
    std::string bytes;
    const LittleEndian small_sectors(m_small_sectors);
    for (const std::uint32_t sector : chain(entry->first_sector, m_small_table)) {
        const std::uint64_t at = sector * small_sector_bytes;
        if (at >= small_sectors.size()) throw broken_chain();
        bytes += small_sectors.slice(at, std::min(small_sector_bytes, small_sectors.size() - at));
        if (bytes.size() >= entry->bytes) break;
    }
    bytes.resize(std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(entry->bytes)));
    return bytes;
}

void CompoundFile::read_table() {
    const LittleEndian header(m_file);
    for (std::uint32_t index = 0; index < sectors_in_header; ++index) add_table_sector(header.u32(76 + 4 * index));
    // Where the header has no room for the list of the table's sectors, it goes on in sectors of its own.
    std::uint32_t sector = header.u32(72) == 0 ? end_of_chain : header.u32(68);
    std::vector<bool> seen(static_cast<std::size_t>(m_sectors), false);
    while (sector < first_special) {
        if (sector >= m_sectors || seen[sector]) throw broken_chain();
        seen[sector] = true;
        const LittleEndian list(sector_bytes(sector));
        const std::uint64_t next_at = m_sector_bytes - 4;
        for (std::uint64_t at = 0; at < next_at; at += 4) add_table_sector(list.u32(at));
        sector = list.u32(next_at);
    }
}

void CompoundFile::add_table_sector(std::uint32_t sector) {
    if (sector >= first_special) return;
    // The table has a place for each sector; where it has more, its list goes round in a circle.
    if (m_table.size() > m_sectors + m_sector_bytes) throw broken_chain();
    append_numbers(m_table, sector_bytes(sector));
}

void CompoundFile::read_directory() {
    const std::string bytes = joined(LittleEndian(m_file).u32(48));
    const LittleEndian directory(bytes);
    const bool sizes_are_long = m_sector_bytes > header_bytes;
    const auto entry_at = [&directory, sizes_are_long](std::uint64_t at) {
        const std::uint64_t name_bytes = std::min<std::uint64_t>(directory.u16(at + 64), 64);
        Entry entry;
        entry.name =
            lower_case(to_utf8(directory.slice(at, name_bytes >= 2 ? name_bytes - 2 : 0), Encoding::utf_16_le));
        entry.is_stream = directory.u8(at + 66) == kind_stream;
        entry.first_sector = directory.u32(at + 116);
        entry.bytes = sizes_are_long ? directory.u64(at + 120) : directory.u32(at + 120);
        return entry;
    };
    if (directory.size() < entry_bytes || directory.u8(66) != kind_root) throw damaged("Its list of streams is wrong.");
    const Entry root = entry_at(0);
    for (const std::uint32_t index : entries_below(directory, directory.u32(76))) {
        const unsigned kind = directory.u8(index * entry_bytes + 66);
        if (kind == kind_stream || kind == kind_folder) m_top.push_back(entry_at(index * entry_bytes));
    }
    if (root.bytes > 0 && root.first_sector < first_special) m_small_sectors = joined(root.first_sector);
}

std::string_view CompoundFile::sector_bytes(std::uint32_t sector) const {
    if (sector >= m_sectors) throw broken_chain();
    const auto at = static_cast<std::size_t>((std::uint64_t{sector} + 1) * m_sector_bytes);
    return m_file.substr(at, static_cast<std::size_t>(m_sector_bytes));
}

std::vector<std::uint32_t> CompoundFile::chain(std::uint32_t first, const std::vector<std::uint32_t>& table) const {
    std::vector<std::uint32_t> sectors;
    for (std::uint32_t sector = first; sector != end_of_chain && sector != unused; sector = table[sector]) {
        if (sector >= table.size() || sectors.size() == table.size()) throw broken_chain();
        sectors.push_back(sector);
    }
    return sectors;
}

std::string CompoundFile::joined(std::uint32_t first) const {
    std::string bytes;
    for (const std::uint32_t sector : chain(first, m_table)) bytes += sector_bytes(sector);
    return bytes;
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
    const std::string wanted = lower_case(name);
    const auto found =
        std::find_if(m_top.begin(), m_top.end(), [&wanted](const Entry& entry) { return entry.name == wanted; });
    return found == m_top.end() ? nullptr : &*found;
}

}  // namespace panelbook::workbook
