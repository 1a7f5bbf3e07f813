#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "panelbook/core/date.hpp"

namespace panelbook {

/// A place on a sheet. Zero-based inside the program, "C14" to people.
struct CellRef {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    auto operator<=>(const CellRef&) const = default;
};

/// An inclusive rectangle of cells.
struct CellRange {
    CellRef first;
    CellRef last;
    bool contains(CellRef at) const {
        return at.row >= first.row && at.row <= last.row && at.column >= first.column && at.column <= last.column;
    }
    bool operator==(const CellRange&) const = default;
};

/// "C14" for row 13, column 2.
std::string to_a1(CellRef at);
/// "A" for 0, "AA" for 26.
std::string column_letters(std::uint32_t column);
/// Reads "C14" or "$C$14", either case. Nothing for anything else, or beyond XFD1048576.
std::optional<CellRef> parse_a1(std::string_view text);
/// Reads "C" or "AA", either case. Nothing for anything else, or beyond XFD.
std::optional<std::uint32_t> parse_column(std::string_view text);

/// An error value as the sheet shows it: "#N/A", "#DIV/0!".
struct CellError {
    std::string code;
    bool operator==(const CellError&) const = default;
};

/// A calendar date, with the part of the day that has passed: 0 at midnight, 0.5 at noon.
struct DateTime {
    Date date;
    double day_fraction = 0.0;
    bool operator==(const DateTime&) const = default;
};

/// A time of day or a span of time, in days: a number whose format shows hours, minutes or seconds but no date.
struct Elapsed {
    double days = 0.0;
    bool operator==(const Elapsed&) const = default;
};

using CellValue = std::variant<std::monostate, double, bool, std::string, DateTime, Elapsed, CellError>;

/// A cell as a workbook holds it. For a formula, the value is the cached result.
struct Cell {
    CellRef at;
    CellValue value;
    bool formula = false;         ///< the value is the cached result of a formula
    bool percent_format = false;  ///< a number shown with a % sign: 0.042 is seen as 4.2%
};

/// The value as a person would type it: "12.5", "TRUE", "2014-06-01", "#N/A"; empty for an empty cell.
/// A number has the fewest digits that read back as the same double.
std::string to_text(const CellValue& value);

/// "number", "text", "date", "time", "boolean", "error" or "empty".
std::string_view type_name(const CellValue& value);

}  // namespace panelbook
