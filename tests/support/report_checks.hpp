#pragma once

#include <string>

#include "panelbook/report/model.hpp"

namespace panelbook::tests {

/// Every formula of the report gives the value that is shown, to 1e-9 relative.
void check_recalculates(const report::Report& report);
/// Names, links, numbers and rows are ones that a workbook can hold.
void check_sound(const report::Report& report);
/// All the text and all the numbers of a report, in order.
std::string all_text(const report::Report& report);

}  // namespace panelbook::tests
