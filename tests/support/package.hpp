#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panelbook::tests {

/// One part of a zip file that is built in memory, and the lies its headers tell.
struct PackagePart {
    std::string name;
    std::string bytes;
    bool deflate = false;
    std::optional<std::uint32_t> crc = {};          ///< instead of the right one
    std::optional<std::uint32_t> size = {};         ///< unpacked, instead of the right one
    std::optional<std::uint32_t> packed_size = {};  ///< instead of the right one
    std::optional<std::uint16_t> method = {};       ///< instead of 0 or 8
    std::uint16_t flags = 0;                        ///< 1 is encrypted; 8 leaves crc and sizes out of the local header
    std::optional<std::string> local_name = {};     ///< the name in the local header, where it is another one
    std::optional<std::uint32_t> offset = {};       ///< of the local header, instead of the right one
    std::string packed_behind = {};                 ///< bytes behind the packed ones that count as packed too
    int deflate_level = 9;                          ///< of zlib
};

/// How the whole is put together.
struct PackageShape {
    bool zip64 = false;  ///< every size and offset in zip64 fields, and a zip64 end record
    std::string comment = {};
    std::string in_front = {};                  ///< bytes before the first part that no offset counts
    std::string behind = {};                    ///< bytes after the end record
    std::optional<std::uint16_t> entries = {};  ///< instead of the right number
    std::optional<std::uint32_t> directory_offset = {};
};

/// A zip file of the parts in their order. The same parts give the same bytes.
std::string zip_bytes(const std::vector<PackagePart>& parts, const PackageShape& shape = {});

/// The check sum of a part, as zip files have it.
std::uint32_t check_sum(const std::string& bytes);
/// What a raw deflate stream unpacks to; nothing if it is broken or stops short.
std::optional<std::string> unpacked(const std::string& deflated);

/// What differs from one workbook of a test to the next; the rest of its parts is made around it.
struct XlsxContent {
    /// Name and what is inside the element worksheet.
    std::vector<std::pair<std::string, std::string>> sheets;
    std::string shared_strings = {};       ///< inside sst
    std::string styles = {};               ///< inside styleSheet
    std::string workbook_properties = {};  ///< inside workbook, before sheets
};

/// The parts of a workbook, to be changed by a test before it zips them.
std::vector<PackagePart> xlsx_parts(const XlsxContent& content);
/// The part of that name. Throws std::out_of_range if there is none.
PackagePart& part_named(std::vector<PackagePart>& parts, std::string_view name);

/// A workbook of one sheet "Sheet1" with the rows given as XML.
std::string xlsx_of_rows(const std::string& rows, const std::string& shared_strings = {},
                         const std::string& styles = {}, const std::string& workbook_properties = {});

}  // namespace panelbook::tests
