#include "panelbook/workbook/utf_16.hpp"

#include <utility>

#include "panelbook/workbook/cell_text.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint32_t replacement = 0xFFFD;

}  // namespace

void Utf16Text::add(std::uint16_t unit) {
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (m_high != 0 && is_low) {
        append_utf8(m_text, 0x10000 + ((m_high - 0xD800) << 10) + (unit - 0xDC00u));
        m_high = 0;
        return;
    }
    if (m_high != 0) append_utf8(m_text, replacement);
    m_high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    if (m_high == 0) append_utf8(m_text, is_low ? replacement : unit);
}

std::string Utf16Text::take() {
    if (m_high != 0) append_utf8(m_text, replacement);
    m_high = 0;
    return std::exchange(m_text, {});
}

}  // namespace panelbook::workbook
