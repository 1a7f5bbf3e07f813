#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/workbook.hpp"

namespace panelbook::extract {

/// The rows that hold a table's headings, zero-based, both inclusive.
struct HeaderRows {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const HeaderRows&) const = default;
};

/// Where the plan says that something stands: nowhere, the same for the whole table, or in columns of the sheet.
struct Field {
    enum class Kind { absent, constant, columns } kind = Kind::absent;
    std::string constant;                ///< of "= burglary": "burglary"
    std::vector<std::uint32_t> columns;  ///< several where the plan joins them with +, outermost first
    std::string missing;                 ///< a heading that is not there; the field is then absent
    std::string nearest;                 ///< the heading that is there and most like it; may be empty

    bool in_columns() const { return kind == Kind::columns; }
    bool has(std::uint32_t column) const {
        return in_columns() && std::find(columns.begin(), columns.end(), column) != columns.end();
    }
};

/// Reads "= burglary", "C", "Offence type", "\"N\"" and joins of columns: "A+B", "District+Area". One or two capital
/// letters are a column; everything else, and what stands in double quotes, is a heading to be found in `rows`, or on a
/// sheet without headings nothing.
Field find_field(std::string_view text, const workbook::Sheet& sheet, std::optional<HeaderRows> rows);

/// The text of "= burglary" without the sign; nothing for a text that does not begin with one.
std::optional<std::string> constant_text(std::string_view text);

/// The columns whose heading is `heading`, compared as labels are, from the left.
std::vector<std::uint32_t> columns_headed(std::string_view heading, const workbook::Sheet& sheet, HeaderRows rows);

/// Reads "D", "D-O" and "D, F-H"; one or two capital letters a column. Nothing for anything else.
std::optional<std::vector<std::uint32_t>> parse_columns(std::string_view text);

/// Reads "5" and "4-5" as rows from 1. Nothing for anything else.
std::optional<HeaderRows> parse_rows(std::string_view text);

}  // namespace panelbook::extract
