#pragma once

#include <string>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::tests {

/// What must hold of everything that was read, whatever the file: cells in order and none empty, numbers finite, text
/// valid UTF-8 and within the limits, a file of which nothing was taken explained by an error with a remedy. Empty if
/// all holds, else what does not.
std::string broken_invariant(const Checked<workbook::Workbook>& read, const workbook::Limits& limits);

}  // namespace panelbook::tests
