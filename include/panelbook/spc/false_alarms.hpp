#pragma once

#include <cstddef>
#include <span>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// Shares of charts of measures that are wholly stable.
struct FalseAlarms {
    double latest = 0.0;  ///< the latest month has a signal all the same
    double any = 0.0;     ///< any month has one
};

/// What chance alone makes of one segment of `months` independent normal values under a rule set (statistics.md 5, "in
/// control, normal"). By simulation, the same at every call: within 1 or 2 in 100 of the truth for `any`, within half
/// of 1 in 100 for `latest`. Counts of a few, seasons and months that resemble the one before make more. Near a limit
/// is no signal. 0 for segments too short to have a class.
FalseAlarms false_alarms(const RuleSet& rules, ChartType type, std::size_t months);

/// Summed over charts, of which each segment has its own length.
struct ExpectedAlarms {
    std::size_t charts = 0;  ///< that have a class
    double latest = 0.0;     ///< charts expected to signal in their latest month by chance
    double any = 0.0;        ///< and in any month
};
ExpectedAlarms expected_alarms(std::span<const ControlChart> charts);

}  // namespace panelbook::spc
