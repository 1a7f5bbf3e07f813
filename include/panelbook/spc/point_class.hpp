#pragma once

#include <string_view>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// What a point stands for: the first rule of the set, by precedence, that marked it. A point near a limit is not
/// marked by that alone.
struct PointSignal {
    std::optional<Rule> rule;
    Side side = Side::none;  ///< above: high or rising; below: low or falling; none: the rule has no direction
};
PointSignal signal_of(const ChartPoint& point, const RuleSet& rules);

enum class PointClass { common, improvement, concern, neutral };
std::string_view to_word(PointClass one);

/// Common cause, or by whether the direction of the signal is good. A signal without a direction is neutral.
PointClass class_of(const ChartPoint& point, const RuleSet& rules, plan::Good good);

/// "high", "low", "up", "down", or empty where there is no signal or it has no direction.
std::string_view direction_of(const PointSignal& signal);

}  // namespace panelbook::spc
