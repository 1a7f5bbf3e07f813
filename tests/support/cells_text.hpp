#pragma once

#include <string>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::tests {

/// A sheet's cells as a person can compare them, one after the other with ", " between: "A1 text Burglary, B1 number
/// 12".
/// "%" behind a number shown as a percentage, "=" behind the result of a formula.
std::string cells_text(const workbook::Sheet& sheet);

/// The rules of findings with their places, with ", " between: "error file-damaged, warning duplicate-cell Sheet1!B2".
std::string rules_text(const Findings& findings);

}  // namespace panelbook::tests
