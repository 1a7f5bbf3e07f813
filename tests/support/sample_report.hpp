#pragma once

#include "panelbook/report/model.hpp"

namespace panelbook::tests {

/// A report with every kind of block: the published Quarter 1 page of 2014/15 as tiles, and pages of control charts
/// over series of 45 months that are made up. Statuses are made up too.
report::Report sample_report();

}  // namespace panelbook::tests
