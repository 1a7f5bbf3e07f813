#include "panelbook/workbook/hidden_lines.hpp"

#include <algorithm>

namespace panelbook::workbook {

void HiddenLines::insert(std::uint32_t first, std::uint32_t last) {
    if (first > last) return;
    if (last >= m_hidden.size()) m_hidden.resize(std::size_t{last} + 1);
    std::fill(m_hidden.begin() + first, m_hidden.begin() + last + 1, true);
}

std::vector<std::uint32_t> HiddenLines::lines() const {
    std::vector<std::uint32_t> all;
    for (std::size_t line = 0; line < m_hidden.size(); ++line) {
        if (m_hidden[line]) all.push_back(static_cast<std::uint32_t>(line));
    }
    return all;
}

}  // namespace panelbook::workbook
