#include "panelbook/workbook/a1_range.hpp"

#include <algorithm>

namespace panelbook::workbook {

std::optional<CellRange> parse_range(std::string_view text) {
    const std::size_t at = text.find(':');
    const std::optional<CellRef> first = parse_a1(text.substr(0, at));
    const std::optional<CellRef> last = at == std::string_view::npos ? first : parse_a1(text.substr(at + 1));
    if (!first || !last) return std::nullopt;
    return CellRange{{std::min(first->row, last->row), std::min(first->column, last->column)},
                     {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

}  // namespace panelbook::workbook
