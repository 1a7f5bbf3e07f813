#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::tests {

// Numbers as old files store them, lowest byte first.
std::string le8(std::uint64_t value);
std::string le16(std::uint64_t value);
std::string le32(std::uint64_t value);
std::string le64(double value);

struct CompoundStream {
    std::string name;
    std::string bytes;
};

/// How a compound file is put together.
struct CompoundShape {
    bool large_sectors = false;      ///< of 4096 bytes instead of 512
    std::string folder = {};         ///< the name of an empty folder beside the streams
    bool last_sector_short = false;  ///< the unused rest of the last sector is missing
};

/// Where a compound file of 512-byte sectors keeps what a test may want to spoil. Its first sectors are the table's.
inline constexpr std::size_t compound_table_at = 512;

/// A compound file (OLE2) of the streams; those below 4096 bytes are in small sectors.
std::string compound_file(const std::vector<CompoundStream>& streams, const CompoundShape& shape = {});

/// A record of an .xls file.
std::string biff(unsigned type, const std::string& body);
/// A Unicode text without its length: a byte that says how wide its letters are, and the letters of ASCII.
std::string narrow(std::string_view ascii);
std::string wide(std::string_view ascii);

struct XlsSheet {
    std::string name;
    std::string records;  ///< between the record that begins the sheet and the one that ends it
    unsigned visibility = 0;
    unsigned kind = 0;  ///< 0 is a worksheet
};

struct XlsContent {
    std::vector<XlsSheet> sheets;
    std::string globals = {};  ///< records before the first sheet
    bool before_97 = false;    ///< of Excel 5 or 95
};

/// The records of a workbook.
std::string xls_stream(const XlsContent& content);
/// The same in a compound file.
std::string xls_bytes(const XlsContent& content, const CompoundShape& shape = {});

}  // namespace panelbook::tests
