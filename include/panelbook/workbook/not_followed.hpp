#pragma once

#include <string>

#include "panelbook/core/finding.hpp"

namespace panelbook::workbook {

// What a workbook may hold besides values and this program does nothing with.

/// "macros-not-run"
Finding macros_not_run(const std::string& file);
/// "links-not-followed"
Finding links_not_followed(const std::string& file);

}  // namespace panelbook::workbook
