#pragma once

#include "panelbook/spc/chart_report.hpp"

namespace panelbook::spc {

/// Adds the `count` periods after the last to a report, with their forecast since the last reset, and notes on it. The
/// periods must be months or whole numbers that follow one another; otherwise, and where the series is too short, the
/// periods have no forecast and a note says why.
void add_periods_ahead(ChartReport& report, std::size_t count);

}  // namespace panelbook::spc
