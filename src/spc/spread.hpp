#pragma once

#include <vector>

#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// The values of a baseline that are there, and their denominators where the chart has any.
struct BaselineValues {
    std::vector<double> drawn;
    std::vector<double> denominators;
    std::span<const std::optional<double>> in_order;  ///< missing ones too: moving ranges stop at a gap
    std::span<const std::optional<double>> denominators_in_order;
};

BaselineValues baseline_values(const SegmentValues& values);

/// Sets centre, middle, method, sigma and what goes with it. False where there is no sigma: too few values.
bool set_spread(Segment& segment, const BaselineValues& baseline, ChartType type, const Clamp& clamp,
                const RuleSet& rules);

/// A time between events is nearly normal to the power 1 / 3.6 (Nelson, 1994).
constexpr double time_power = 3.6;
/// 3 / 1.128, as XmR charts round it.
constexpr double xmr_multiplier = 2.66;

}  // namespace panelbook::spc
