#include "panelbook/workbook/csv_scanner.hpp"

namespace panelbook::workbook {

bool CsvScanner::next(std::string& field) {
    field.clear();
    if (m_at == m_text.size() && m_row_ended) return false;
    m_quote_open = false;
    if (m_at < m_text.size() && m_text[m_at] == '"') take_quoted(field);
    // What stands behind a closing quote belongs to the field, as in Excel.
    const char stops[] = {m_delimiter, '\r', '\n'};
    const std::size_t end = m_text.find_first_of(std::string_view(stops, sizeof stops), m_at);
    field += m_text.substr(m_at, end - m_at);
    if (end == std::string_view::npos) {
        m_at = m_text.size();
        m_row_ended = true;
        return true;
    }
    m_at = end + 1;
    m_row_ended = m_text[end] != m_delimiter;
    if (m_text[end] == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
    return true;
}

void CsvScanner::take_quoted(std::string& field) {
    ++m_at;
    while (true) {
        const std::size_t quote = m_text.find('"', m_at);
        field += m_text.substr(m_at, quote - m_at);
        if (quote == std::string_view::npos) {
            m_at = m_text.size();
            m_quote_open = true;
            return;
        }
        m_at = quote + 1;
        if (m_at == m_text.size() || m_text[m_at] != '"') return;
        field += '"';
        ++m_at;
    }
}

}  // namespace panelbook::workbook
