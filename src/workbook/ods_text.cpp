#include "panelbook/workbook/ods_text.hpp"

#include <algorithm>

#include "panelbook/workbook/rich_text.hpp"

namespace panelbook::workbook {

void OdsText::clear() {
    m_text.clear();
    m_any_paragraph = false;
}

void OdsText::begin_paragraph() {
    if (m_any_paragraph) m_text += '\n';
    m_any_paragraph = true;
    m_skip_blanks = true;
}

void OdsText::add(std::string_view piece) {
    for (const char letter : piece) {
        const bool blank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!blank) m_text += letter;
        if (blank && !m_skip_blanks) m_text += ' ';
        m_skip_blanks = blank;
    }
    check_length();
}

void OdsText::add_characters(char character, std::uint64_t times) {
    // One more than a cell may hold is enough to be refused.
    m_text.append(static_cast<std::size_t>(std::min<std::uint64_t>(times, m_limits.cell_characters + 1)), character);
    m_skip_blanks = false;
    check_length();
}

void OdsText::check_length() const {
    check_cell_text(m_text, m_limits);
}

}  // namespace panelbook::workbook
