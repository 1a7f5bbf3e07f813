#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// Changes in a row one way. `changes` changes join `changes` + 1 points.
struct Stretch {
    std::size_t first = 0;  ///< the point before the first change
    std::size_t changes = 0;
    Side side = Side::none;  ///< above: up; below: down
    bool operator==(const Stretch&) const = default;
};

/// Every stretch of one segment, in order; a peak or trough is the last point of one and the first of the next. Two
/// equal values and a missing value end a stretch.
std::vector<Stretch> stretches(std::span<const std::optional<double>> values);

/// The trend rule: at least `changes` successive changes one way, 6 changes being 7 points (statistics.md 6; Nelson,
/// The Shewhart control chart: tests for special causes, Journal of Quality Technology 16, 1984, test 3, which has 5
/// changes). All its points are marked, from the first, or those from the last that is needed on; a point of two trends
/// has the direction of the later.
std::vector<Side> trend(std::span<const std::optional<double>> values, int changes, Marks marks = Marks::all);

}  // namespace panelbook::spc
