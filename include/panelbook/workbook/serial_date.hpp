#pragma once

#include <optional>
#include <string_view>

#include "panelbook/workbook/cell_view.hpp"
#include "panelbook/workbook/number_format.hpp"

namespace panelbook::workbook {

/// Which day a workbook counts from. In `from_1900`, 1 is 1 January 1900 and 60 the 29 February 1900 that never was.
enum class DateSystem { from_1900, from_1904 };

/// The date and time a serial number stands for, to the nearest millisecond as Excel shows it.
/// Nothing for a number that is not a date: negative, beyond the year 9999, and in `from_1900` below 1 or the day 60.
std::optional<DateTime> date_from_serial(double serial, DateSystem system);

/// What a number is, given how it is shown: a time is Elapsed; a date is a DateTime, or Elapsed if it has no day (from
/// 0 to below 1 in `from_1900`); a number shown as a date that is none stays the number.
CellValueView value_of_number(double number, Shown shown, DateSystem system);

/// Reads what a cell of type d holds: "2014-06-30", "2014-06-30T12:00:00.000Z", "12:30:00". Nothing for anything else.
std::optional<CellValueView> value_of_iso(std::string_view text);

}  // namespace panelbook::workbook
