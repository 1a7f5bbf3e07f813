#pragma once

#include <cstdint>
#include <string_view>

namespace panelbook::workbook {

/// What a number's format shows it as.
enum class Shown {
    number,
    percent,
    date,  ///< a year, month or day, with or without a time
    time,  ///< hours, minutes or seconds, and no date
};

/// Reads a number format: [$-F800]dddd, [h]:mm, 0.0%, "days" and \d being literals. The first section that shows
/// anything decides. `m` is minutes beside hours or seconds, else months.
Shown shown_by_format(std::string_view format);

/// The same for the formats a workbook does not spell out. 27 to 36 and 50 to 58 are dates (ECMA-376 part 1, 18.8.30).
Shown shown_by_builtin(std::uint32_t id);

}  // namespace panelbook::workbook
