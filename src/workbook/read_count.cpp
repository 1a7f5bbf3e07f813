#include "panelbook/workbook/read_count.hpp"

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

void ReadCount::add_cell() {
    if (++m_cells > m_limits.cells)
        throw limit_hit("of " + grouped(m_limits.cells) + " cells that are not empty (cells)");
}

void ReadCount::add_text(std::string_view text) {
    m_text_bytes += text.size();
    if (m_text_bytes > m_limits.text_bytes)
        throw limit_hit("of " + byte_words(m_limits.text_bytes) + " of text in all cells together (text_bytes)");
}

}  // namespace panelbook::workbook
