#pragma once

#include <cstdint>

namespace panelbook::workbook {

/// What a file may cost before it is refused. Counted while reading, never taken from what a file declares.
struct Limits {
    std::uint64_t file_bytes = 50ull << 20;
    std::uint64_t inflated_bytes = 512ull << 20;  ///< all parts together
    std::uint64_t part_bytes = 256ull << 20;      ///< one part
    std::uint32_t entries = 1000;
    std::uint32_t ratio = 100;  ///< inflated to deflated bytes of a part, after `ratio_free_bytes`
    std::uint64_t ratio_free_bytes = 100ull << 10;
    std::uint32_t xml_depth = 64;
    std::uint64_t markup_bytes = 4ull << 20;  ///< one tag with its attributes, one comment, all before the first tag
    std::uint32_t xml_attributes = 256;       ///< of one element
    std::uint32_t xml_namespaces = 128;       ///< declared at once
    std::uint64_t cells = 5'000'000;          ///< non-empty
    std::uint32_t sheets = 256;
    std::uint32_t cell_characters = 32'767;   ///< as Excel counts them: UTF-16 units
    std::uint64_t text_bytes = 512ull << 20;  ///< text of all cells together; a text that is shared counts for each
    std::uint32_t merged_ranges = 100'000;    ///< of all sheets together
    std::uint32_t name_characters = 1000;     ///< of the name of a sheet; Excel itself allows 31
    std::uint32_t names = 100'000;            ///< defined names of the workbook
    std::uint32_t relationships = 100'000;    ///< links from one part to others
    std::uint32_t formats = 100'000;          ///< cell formats of the workbook, and number formats

    static Limits normal() { return {}; }
    /// For record-level extracts: ten times the bytes, cells and merged ranges.
    static Limits large();
};

}  // namespace panelbook::workbook
