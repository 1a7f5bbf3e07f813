#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// A period that is still to come.
struct PeriodAhead {
    std::string period;
    std::optional<double> expected;  ///< nothing where there is no forecast; nor then the rest
    std::optional<double> lower;     ///< of the 95% interval
    std::optional<double> upper;
};

/// One charted series and what is said of it: what the printers print.
struct ChartReport {
    std::string name;  ///< what the series is called: its file, and its sheet
    std::vector<std::string> periods;
    ControlChart chart;
    plan::Good good = plan::Good::none;
    std::optional<double> target;
    bool with_forecast = false;
    std::vector<PeriodAhead> ahead;
    std::vector<std::string> notes;  ///< whole sentences: what else to know, of the forecast for instance
};

/// What is to be known about the limits of a segment: that they are not assessable, on trial, or rest on too few points
/// for a class. One sentence each, none where all is well.
std::vector<std::string> cautions(const ChartReport& report);

/// "improvement" and so on; empty where the segment has too few points for a class, or no limits could be assessed.
std::string class_word(const ChartReport& report, const ChartPoint& point);

/// One row a point and, with a forecast, one a period ahead. The columns are period, y, segment, centre, lower, upper,
/// near_lower, near_upper, outside, shift, trend, two_of_three, rules, direction, class; for `anhoej` also longest_run,
/// longest_run_max, crossings, crossings_min, runs_signal; with a forecast also forecast, lower95, upper95. Numbers
/// have 17 significant digits, flags are 0 or 1, and what is not assessable is empty.
std::string to_csv(const ChartReport& report);

/// The same as one JSON object, with the segments and what is said of the latest point. Absent values are null.
std::string to_json(const ChartReport& report);

/// How a terminal shows a chart.
struct Terminal {
    bool utf8 = false;
    bool colour = false;
    int columns = 80;
};

/// The words first, then the chart drawn in letters: points, centre line, limits, and exceptions by their shape.
std::string to_text(const ChartReport& report, const Terminal& terminal);

}  // namespace panelbook::spc
