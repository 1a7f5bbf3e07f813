#pragma once

#include <optional>
#include <string_view>

namespace panelbook::workbook {

/// Days of a span of time as XML spells it: 0.5 for "PT12H00M00S", -1.5 for "-P1DT12H". Nothing for anything else, and
/// for years and months, which are of no certain length.
std::optional<double> days_of_duration(std::string_view text);

}  // namespace panelbook::workbook
