#include "panelbook/workbook/biff_text.hpp"

#include <algorithm>
#include <utility>

#include "panelbook/workbook/little_endian.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/rich_text.hpp"
#include "panelbook/workbook/utf_16.hpp"

namespace panelbook::workbook {

namespace {

constexpr unsigned flag_wide = 0x01;
constexpr unsigned flag_extended = 0x04;
constexpr unsigned flag_rich = 0x08;
constexpr std::uint64_t run_bytes = 4;
/// A text's length and how it is stored: no text takes less.
constexpr std::uint64_t shortest_text = 3;

}  // namespace

std::string BiffText::take_unicode(LengthBytes length_bytes) {
    std::uint32_t units = take_number(static_cast<unsigned>(length_bytes));
    unsigned flags = take_u8();
    const std::uint64_t runs = (flags & flag_rich) != 0 ? take_number(2) : 0;
    const std::uint64_t extended = (flags & flag_extended) != 0 ? take_number(4) : 0;
    Utf16Text text;
    while (units > 0) {
        if (m_at == m_pieces[m_piece].size()) {
            next_piece();
            flags = take_u8();
        }
        const LittleEndian piece(m_pieces[m_piece]);
        const std::size_t width = (flags & flag_wide) != 0 ? 2 : 1;
        const auto here = std::min<std::uint64_t>(units, (piece.size() - m_at) / width);
        for (std::uint64_t unit = 0; unit < here; ++unit, m_at += width)
            text.add(width == 2 ? piece.u16(m_at) : piece.u8(m_at));
        units -= static_cast<std::uint32_t>(here);
        if (units > 0 && m_at < piece.size()) throw damaged("A text of it is split in the middle of a letter.");
    }
    skip(runs * run_bytes + extended);
    return text.take();
}

std::string BiffText::take_bytes(LengthBytes length_bytes, const CodePage& page) {
    std::uint32_t size = take_number(static_cast<unsigned>(length_bytes));
    std::string bytes;
    while (size-- > 0) bytes += static_cast<char>(take_u8());
    return page.to_utf8(bytes);
}

void BiffText::skip(std::uint64_t bytes) {
    while (bytes > 0) {
        if (m_at == m_pieces[m_piece].size()) next_piece();
        const auto here = std::min<std::uint64_t>(bytes, m_pieces[m_piece].size() - m_at);
        m_at += static_cast<std::size_t>(here);
        bytes -= here;
    }
}

bool BiffText::has(std::uint64_t bytes) const {
    std::uint64_t left = m_pieces[m_piece].size() - m_at;
    for (std::size_t piece = m_piece + 1; left < bytes && piece < m_pieces.size(); ++piece)
        left += m_pieces[piece].size();
    return left >= bytes;
}

std::uint8_t BiffText::take_u8() {
    while (m_at == m_pieces[m_piece].size()) next_piece();
    return static_cast<std::uint8_t>(m_pieces[m_piece][m_at++]);
}

std::uint32_t BiffText::take_number(unsigned bytes) {
    std::uint32_t value = 0;
    for (unsigned at = 0; at < bytes; ++at) value |= std::uint32_t{take_u8()} << (8 * at);
    return value;
}

void BiffText::next_piece() {
    if (m_piece + 1 == m_pieces.size()) throw damaged("A text of it stops short.");
    ++m_piece;
    m_at = 0;
}

std::vector<std::string> read_biff_shared_strings(std::vector<std::string_view> pieces, const Limits& limits) {
    const std::uint32_t said = LittleEndian(pieces.front()).u32(4);
    BiffText all(std::move(pieces));
    all.skip(8);
    std::vector<std::string> texts;
    while (all.has(shortest_text)) {
        if (texts.size() == limits.cells) throw limit_hit("of " + grouped(limits.cells) + " shared texts (cells)");
        try {
            std::string text = all.take_unicode(LengthBytes::two);
            check_cell_text(text, limits);
            texts.push_back(std::move(text));
        } catch (const Refused&) {
            // Behind as many texts as it says, there may be something that is none.
            if (texts.size() < said) throw;
            break;
        }
    }
    return texts;
}

}  // namespace panelbook::workbook
