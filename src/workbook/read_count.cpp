#include "panelbook/workbook/read_count.hpp"

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

void ReadCount::refuse_cells() const {
    throw limit_hit("of " + grouped(m_limits.cells) + " cells that are not empty (cells)");
}

void ReadCount::refuse_text() const {
    throw limit_hit("of " + byte_words(m_limits.text_bytes) + " of text in all cells together (text_bytes)");
}

void ReadCount::add_merged() {
    if (++m_merged > m_limits.merged_ranges)
        throw limit_hit("of " + grouped(m_limits.merged_ranges) + " merged ranges (merged_ranges)");
}

}  // namespace panelbook::workbook
