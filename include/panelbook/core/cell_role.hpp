#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "panelbook/core/cell.hpp"

namespace panelbook {

/// What a filled cell of a mapped table was read as. Where two tables read one cell, the role that comes first here
/// counts.
enum class CellRole : std::uint8_t {
    figure,  ///< what it says became an observation, or an amount of savings
    in_error,
    denominator,  ///< what a figure is out of
    marker,       ///< says that there is no figure
    checked_total,
    unchecked_total,  ///< a part of it is missing, or it is a total over time that nothing stands beside
    header,
    label,
    not_wanted,      ///< its label is one that the plan says to leave out
    unknown_label,   ///< a figure whose label is missing, or not in the plan
    unknown_period,  ///< a figure whose period is missing, or cannot be read
    words_measure,   ///< its measure is one of words
    not_read,        ///< within the table, in a column or row that the plan does not read
};
std::string_view to_word(CellRole role);                             ///< "checked total"
std::optional<CellRole> cell_role_from_word(std::string_view word);  ///< reads to_word's words

/// Filled cells of one column, one below the other, that were read as the same.
struct CellRun {
    std::string sheet;
    std::uint32_t column = 0;
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    CellRole role = CellRole::not_read;
    bool operator==(const CellRun&) const = default;
};

}  // namespace panelbook
