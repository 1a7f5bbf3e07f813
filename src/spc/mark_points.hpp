#pragma once

#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Gives the points of one segment their limits and what the rules of the set say of them.
void mark_points(std::span<ChartPoint> points, const Segment& segment, const SegmentValues& values,
                 const RuleSet& rules);

}  // namespace panelbook::spc
