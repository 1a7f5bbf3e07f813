#include "panelbook/workbook/rich_text.hpp"

#include "panelbook/workbook/cell_text.hpp"
#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

namespace {

Refused too_long(const Limits& limits) {
    return limit_hit("of " + grouped(limits.cell_characters) + " characters in one cell (cell_characters)");
}

}  // namespace

void RichText::clear() {
    m_stored.clear();
    m_in_text = false;
    m_phonetic = 0;
}

void RichText::start_element(const XmlName& name) {
    if (!is_spreadsheet(name)) return;
    if (name.local == "rPh") ++m_phonetic;
    if (name.local == "t") m_in_text = m_phonetic == 0;
}

void RichText::end_element(const XmlName& name) {
    if (!is_spreadsheet(name)) return;
    if (name.local == "rPh" && m_phonetic > 0) --m_phonetic;
    if (name.local == "t") m_in_text = false;
}

void RichText::text(std::string_view piece) {
    if (!m_in_text) return;
    m_stored += piece;
    check_stored_text(m_stored, m_limits);
}

std::string RichText::take() {
    std::string text = unescaped(m_stored);
    check_cell_text(text, m_limits);
    return text;
}

void check_cell_text(std::string_view text, const Limits& limits) {
    if (text.size() > limits.cell_characters && excel_length(text) > limits.cell_characters) throw too_long(limits);
}

void check_stored_text(std::string_view stored, const Limits& limits) {
    constexpr std::uint64_t longest_escape = 7;
    if (stored.size() > longest_escape * limits.cell_characters) throw too_long(limits);
}

}  // namespace panelbook::workbook
