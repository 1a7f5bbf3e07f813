#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/code_page.hpp"
#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

/// The versions of .xls whose text is stored in different ways.
enum class BiffVersion {
    biff_5,  ///< Excel 5 and 95: bytes of a code page
    biff_8,  ///< Excel 97 to 2003: Unicode
};

/// How wide the length in front of a text is.
enum class LengthBytes { one = 1, two = 2 };

/// Reads texts that may be split over a record and those that continue it ([MS-XLS] 2.5.293 and 2.5.294). Where the
/// letters of a Unicode text are split, the piece begins with a byte that says how the rest of them is stored.
class BiffText {
public:
    explicit BiffText(std::vector<std::string_view> pieces) : m_pieces(std::move(pieces)) {}

    /// A Unicode text; its formats and its phonetic guide are skipped. Throws Refused if it stops short.
    std::string take_unicode(LengthBytes length_bytes);
    /// A text of a code page.
    std::string take_bytes(LengthBytes length_bytes, const CodePage& page);
    /// Throws Refused if there is not as much left.
    void skip(std::uint64_t bytes);
    bool has(std::uint64_t bytes) const;

private:
    std::uint8_t take_u8();
    std::uint32_t take_number(unsigned bytes);
    void next_piece();

    std::vector<std::string_view> m_pieces;
    std::size_t m_piece = 0;
    std::size_t m_at = 0;  // in the piece
};

/// The texts that cells share, in their order. `pieces` are those of the record of shared strings. How many it says
/// that it holds is not relied on: there are files that say too many and too few. Throws Refused.
std::vector<std::string> read_biff_shared_strings(std::vector<std::string_view> pieces, const Limits& limits);

}  // namespace panelbook::workbook
