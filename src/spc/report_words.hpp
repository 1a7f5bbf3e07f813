#pragma once

#include <string>
#include <vector>

#include "panelbook/spc/chart_report.hpp"

namespace panelbook::spc {

/// "2020-06 is 530.0, within the limits.": what is to be said of the latest point.
std::string latest_words(const ChartReport& report);

/// Everything that is to be said of the chart, one line each, what matters most first.
std::vector<std::string> all_words(const ChartReport& report);

/// A figure with as many decimals as the spread of the chart asks for.
std::string figure(const ChartReport& report, double value);

}  // namespace panelbook::spc
