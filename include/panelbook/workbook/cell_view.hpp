#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "panelbook/core/cell.hpp"

namespace panelbook::workbook {

/// The code of an error value, "#N/A", as a view.
struct ErrorCodeView {
    std::string_view code;
    bool operator==(const ErrorCodeView&) const = default;
};

/// The value of a cell that is not empty, its text not its own.
using CellValueView = std::variant<double, bool, std::string_view, DateTime, Elapsed, ErrorCodeView>;

/// A cell as it is read. For a formula, the value is the cached result. Views are valid during the call only.
struct CellView {
    CellRef at;
    CellValueView value;
    bool formula = false;         ///< the value is the cached result of a formula
    bool percent_format = false;  ///< a number shown with a % sign
};

/// The same value with a text of its own.
CellValue owned(const CellValueView& value);
/// The same value as a view of a text that stays where it is; nothing if it is empty.
std::optional<CellValueView> view_of(const CellValue& value);

}  // namespace panelbook::workbook
