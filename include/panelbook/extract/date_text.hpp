#pragma once

#include <optional>
#include <string_view>

#include "panelbook/core/date.hpp"

namespace panelbook::extract {

/// Reads a date as British offices write it: "2014-09-29", "29/09/2014", "29.9.14", "29-Sep-2014", "29 September 2014",
/// "Monday 29th September 2014". The day comes before the month. Two-digit years are 2000 to 2069, else 1900s. Nothing
/// for anything else, or a day that does not exist.
std::optional<Date> parse_date_text(std::string_view text);

}  // namespace panelbook::extract
