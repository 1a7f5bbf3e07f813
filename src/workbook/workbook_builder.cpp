#include "panelbook/workbook/workbook_builder.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace panelbook::workbook {

namespace {

constexpr CellFaults::Rule given_twice{Severity::warning, "duplicate-cell",
                                       "The file gives this cell twice; the last of the two values was taken.",
                                       "Open the file in Excel, check the cell and save the file again."};

}  // namespace

void WorkbookBuilder::begin_sheet(std::string_view name, Visibility visibility) {
    Sheet& sheet = m_built.value.sheets.emplace_back();
    sheet.name = name;
    sheet.visibility = visibility;
    m_in_order = true;
}

void WorkbookBuilder::cell(const CellView& cell) {
    std::vector<Cell>& cells = m_built.value.sheets.back().cells;
    m_in_order = m_in_order && (cells.empty() || cells.back().at < cell.at);
    cells.push_back({cell.at, owned(cell.value), cell.formula, cell.percent_format});
}

void WorkbookBuilder::merged(const CellRange& range) {
    m_built.value.sheets.back().merged.push_back(range);
}

void WorkbookBuilder::hidden_rows(std::uint32_t first, std::uint32_t last) {
    m_built.value.sheets.back().hidden_rows.insert(first, last);
}

void WorkbookBuilder::hidden_columns(std::uint32_t first, std::uint32_t last) {
    m_built.value.sheets.back().hidden_columns.insert(first, last);
}

void WorkbookBuilder::end_sheet() {
    Sheet& sheet = m_built.value.sheets.back();
    if (!m_in_order) put_in_order(sheet);
    std::sort(sheet.merged.begin(), sheet.merged.end(), [](const CellRange& a, const CellRange& b) {
        return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
}

void WorkbookBuilder::put_in_order(Sheet& sheet) {
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const Cell& a, const Cell& b) { return a.at < b.at; });
    CellFaults faults;
    std::vector<Cell> once;
    once.reserve(sheet.cells.size());
    for (Cell& cell : sheet.cells) {
        if (once.empty() || once.back().at < cell.at) {
            once.push_back(std::move(cell));
        } else {
            faults.add(given_twice, cell.at, to_text(once.back().value));
            once.back() = std::move(cell);
        }
    }
    sheet.cells = std::move(once);
    for (Finding& finding : faults.findings(m_file, sheet.name)) m_built.findings.push_back(std::move(finding));
}

Checked<Workbook> WorkbookBuilder::take() {
    return std::exchange(m_built, {});
}

}  // namespace panelbook::workbook
