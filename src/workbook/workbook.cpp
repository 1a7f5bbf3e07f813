#include "panelbook/workbook/workbook.hpp"

#include <algorithm>

#include "panelbook/core/text.hpp"

namespace panelbook::workbook {

const Cell* Sheet::at(CellRef place) const {
    const auto found = std::lower_bound(cells.begin(), cells.end(), place,
                                        [](const Cell& cell, CellRef wanted) { return cell.at < wanted; });
    return found != cells.end() && found->at == place ? &*found : nullptr;
}

const Cell* Sheet::at_or_merged(CellRef place) const {
    if (const Cell* cell = at(place)) return cell;
    const auto covering =
        std::find_if(merged.begin(), merged.end(), [place](const CellRange& range) { return range.contains(place); });
    return covering == merged.end() ? nullptr : at(covering->first);
}

std::string Sheet::text_at(CellRef place) const {
    const Cell* cell = at(place);
    return cell ? std::string(trimmed(to_text(cell->value))) : std::string();
}

std::uint32_t Sheet::row_count() const {
    return cells.empty() ? 0 : cells.back().at.row + 1;
}

std::uint32_t Sheet::column_count() const {
    std::uint32_t count = 0;
    for (const Cell& cell : cells) count = std::max(count, cell.at.column + 1);
    return count;
}

const Sheet* Workbook::sheet(std::string_view name) const {
    const std::string wanted = folded(name);
    const auto found = std::find_if(sheets.begin(), sheets.end(),
                                    [&wanted](const Sheet& sheet) { return folded(sheet.name) == wanted; });
    return found == sheets.end() ? nullptr : &*found;
}

}  // namespace panelbook::workbook
