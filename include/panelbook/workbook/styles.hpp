#pragma once

#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/number_format.hpp"
#include "panelbook/workbook/package.hpp"

namespace panelbook::workbook {

/// What each cell format shows a number as, by the number cells give in their attribute s. Throws Refused.
std::vector<Shown> read_styles(PartStream part, const Limits& limits);

}  // namespace panelbook::workbook
