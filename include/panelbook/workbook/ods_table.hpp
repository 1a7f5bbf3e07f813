#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/read_count.hpp"

namespace panelbook::workbook {

/// A cell of a row, and how often it is repeated to its right.
struct OdsCell {
    std::optional<CellValueView> value;  ///< nothing for an empty cell
    bool formula = false;
    bool percent_format = false;
    std::uint64_t columns_repeated = 1;
    std::uint64_t columns_spanned = 1;
    std::uint64_t rows_spanned = 1;
};

/// Where the cells of an OpenDocument table stand: rows and cells come in order, each with how often it is repeated.
///
/// What is repeated costs as often as it holds a value; empty rows and cells cost nothing however many they say they
/// are. Throws Refused for a limit, and for a value beyond the last row or column that a sheet can have.
class OdsTable {
public:
    OdsTable(ReadCount& count, CellSink& sink) : m_count(count), m_sink(sink) {}

    void add_columns(std::uint64_t repeated, bool hidden);
    void begin_row(std::uint64_t repeated, bool hidden);
    void add_cell(const OdsCell& cell);
    void end_row();
    /// Tells of the hidden rows and columns: only now it is known up to where there are cells.
    void end();
    /// Where the next cell stands.
    CellRef at() const;

private:
    struct Kept {
        std::uint64_t column = 0;
        OdsCell cell;
        CellValue value;
    };
    /// Rows or columns, from the first to the last.
    struct Lines {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
    };
    static void add_hidden(std::vector<Lines>& hidden, std::uint64_t first, std::uint64_t repeated);

    void put(std::uint64_t row, std::uint64_t column, const OdsCell& cell);
    void put_merged(std::uint64_t row, std::uint64_t column, const OdsCell& cell);

    ReadCount& m_count;
    CellSink& m_sink;
    std::uint64_t m_columns = 0;
    std::uint64_t m_row = 0;
    std::uint64_t m_rows_repeated = 1;
    std::uint64_t m_column = 0;
    std::uint64_t m_used_rows = 0;
    std::uint64_t m_used_columns = 0;
    std::vector<Kept> m_to_repeat;
    std::vector<Lines> m_hidden_rows;
    std::vector<Lines> m_hidden_columns;
};

}  // namespace panelbook::workbook
