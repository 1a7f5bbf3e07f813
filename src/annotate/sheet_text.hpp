#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "panelbook/core/finding.hpp"

namespace panelbook::annotate {

/// The style that a cell of the style `number` gets for a finding of this severity.
using StyleFor = std::function<std::uint32_t(std::uint32_t number, Severity severity)>;

/// The XML of a sheet with another style at the cells given; a cell that is not there comes in empty, at its place. All
/// else stays as it is.
std::string with_filled_cells(std::string_view sheet, const std::map<CellRef, Severity>& cells,
                              const StyleFor& style_for);

/// The id of the relationship to the drawing of the sheet's comments; nothing where it has none.
std::optional<std::string> legacy_drawing(std::string_view sheet);
/// The XML of a sheet that has none, with one.
std::string with_legacy_drawing(std::string_view sheet, std::string_view id);

}  // namespace panelbook::annotate
