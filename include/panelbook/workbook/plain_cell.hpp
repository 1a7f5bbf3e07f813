#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "panelbook/core/cell.hpp"

namespace panelbook::workbook {

/// A cell as nearly every program writes nearly every one: <c r="B2" s="1" t="s"><v>12</v></c>, of the type n, s or b,
/// its attributes in this order, each of them there or not.
struct PlainCell {
    std::optional<CellRef> at;
    std::optional<std::uint32_t> style;
    char type = 'n';
    std::string_view value;  ///< of digits, signs, points and exponents only; empty if there is none
    std::size_t size = 0;    ///< of all of it, in bytes
};

/// How much must be in memory for a cell to be looked for; none that is plain is longer.
inline constexpr std::size_t plain_cell_room = 128;

/// The plain cell at the front of `ahead`, which has `plain_cell_room` at least. False if there stands anything else,
/// be it a cell that is well formed or not: it is then to be read in the ordinary way.
bool parse_plain_cell(std::string_view ahead, PlainCell& cell);

}  // namespace panelbook::workbook
