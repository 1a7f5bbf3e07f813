#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::workbook {

/// Microsoft's compound file (OLE2), the container of .xls, of encrypted workbooks and of old Word documents: streams
/// in sectors that are chained by a table ([MS-CFB]).
///
/// Sectors of 512 and of 4096 bytes. A chain that runs in a circle, leaves the file or shares a sector with its own
/// beginning is damage; a last sector that is cut short is not, as long as nothing is wanted of what it lacks. What is
/// kept in memory is never more than the file.
class CompoundFile {
public:
    /// `file` must outlive this. Throws Refused.
    explicit CompoundFile(std::string_view file);

    /// Whether a stream or a folder of that name, whatever its case, lies at the top.
    bool has(std::string_view name) const;
    /// The bytes of the stream of that name at the top. Throws Refused if there is none or it is damaged.
    std::string stream(std::string_view name) const;

private:
    struct Entry {
        std::string name;  ///< as UTF-8, in lower case
        bool is_stream = false;
        std::uint32_t first_sector = 0;
        std::uint64_t bytes = 0;
    };

    void read_table();
    void add_table_sector(std::uint32_t sector);
    void read_directory();
    std::string_view sector_bytes(std::uint32_t sector) const;
    std::vector<std::uint32_t> chain(std::uint32_t first, const std::vector<std::uint32_t>& table) const;
    std::string joined(std::uint32_t first) const;
    const Entry* find(std::string_view name) const;

    std::string_view m_file;
    std::uint64_t m_sector_bytes = 0;
    std::uint64_t m_sectors = 0;
    std::uint64_t m_small_below = 0;
    std::vector<std::uint32_t> m_table;        // the sector after each
    std::vector<std::uint32_t> m_small_table;  // the same for small sectors
    std::string m_small_sectors;
    std::vector<Entry> m_top;
};

}  // namespace panelbook::workbook
