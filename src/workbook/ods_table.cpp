#include "panelbook/workbook/ods_table.hpp"

#include <algorithm>
#include <utility>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint64_t most_rows = 1'048'576;
constexpr std::uint64_t most_columns = 16'384;

/// Further than any sheet goes, and no further than can be counted on from there.
std::uint64_t moved(std::uint64_t at, std::uint64_t by) {
    constexpr std::uint64_t beyond = 2 * most_rows;
    return by > beyond ? beyond : std::min(at + by, beyond);
}

}  // namespace

void OdsTable::add_columns(std::uint64_t repeated, bool hidden) {
    if (hidden) add_hidden(m_hidden_columns, m_columns, repeated);
    m_columns = moved(m_columns, repeated);
}

void OdsTable::begin_row(std::uint64_t repeated, bool hidden) {
    m_rows_repeated = repeated;
    m_column = 0;
    if (hidden) add_hidden(m_hidden_rows, m_row, repeated);
}

void OdsTable::add_cell(const OdsCell& cell) {
    put_merged(m_row, m_column, cell);
    if (cell.value) {
        put(m_row, m_column, cell);
        if (m_rows_repeated > 1) m_to_repeat.push_back({m_column, cell, owned(*cell.value)});
    }
    m_column = moved(m_column, cell.columns_repeated);
}

void OdsTable::end_row() {
    for (std::uint64_t row = 1; row < m_rows_repeated && !m_to_repeat.empty(); ++row) {
        for (Kept& kept : m_to_repeat) {
            kept.cell.value = view_of(kept.value);
            put_merged(m_row + row, kept.column, kept.cell);
            put(m_row + row, kept.column, kept.cell);
        }
    }
    m_to_repeat.clear();
    m_row = moved(m_row, m_rows_repeated);
}

void OdsTable::end() {
    for (const Lines& rows : m_hidden_rows) {
        if (rows.first >= m_used_rows) break;
        m_sink.hidden_rows(static_cast<std::uint32_t>(rows.first),
                           static_cast<std::uint32_t>(std::min(rows.last, m_used_rows - 1)));
    }
    for (const Lines& columns : m_hidden_columns) {
        if (columns.first >= m_used_columns) break;
        m_sink.hidden_columns(static_cast<std::uint32_t>(columns.first),
                              static_cast<std::uint32_t>(std::min(columns.last, m_used_columns - 1)));
    }
}

void OdsTable::add_hidden(std::vector<Lines>& hidden, std::uint64_t first, std::uint64_t repeated) {
    if (repeated == 0) return;
    const std::uint64_t last = moved(first, repeated) - 1;
    if (!hidden.empty() && hidden.back().last + 1 == first) {
        hidden.back().last = last;
    } else {
        hidden.push_back({first, last});
    }
}

CellRef OdsTable::at() const {
    return {static_cast<std::uint32_t>(std::min(m_row, most_rows - 1)),
            static_cast<std::uint32_t>(std::min(m_column, most_columns - 1))};
}

void OdsTable::put(std::uint64_t row, std::uint64_t column, const OdsCell& cell) {
    for (std::uint64_t repeat = 0; repeat < cell.columns_repeated; ++repeat) {
        if (row >= most_rows || column + repeat >= most_columns)
            throw damaged("It has cells beyond the last row or column of a sheet.");
        m_count.add_cell();
        if (const auto* text = std::get_if<std::string_view>(&*cell.value)) m_count.add_text(*text);
        m_sink.cell({{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column + repeat)},
                     *cell.value,
                     cell.formula,
                     cell.percent_format});
    }
    m_used_rows = row + 1;
    m_used_columns = std::max(m_used_columns, column + cell.columns_repeated);
}

void OdsTable::put_merged(std::uint64_t row, std::uint64_t column, const OdsCell& cell) {
    if (cell.columns_spanned <= 1 && cell.rows_spanned <= 1) return;
    if (row >= most_rows || column >= most_columns) return;
    m_count.add_merged();
    const std::uint64_t last_row = std::min(moved(row, cell.rows_spanned), most_rows) - 1;
    const std::uint64_t last_column = std::min(moved(column, cell.columns_spanned), most_columns) - 1;
    m_sink.merged({{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)},
                   {static_cast<std::uint32_t>(last_row), static_cast<std::uint32_t>(last_column)}});
}

}  // namespace panelbook::workbook
