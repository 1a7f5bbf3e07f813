#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// Points in a row on one side of the mean.
struct Run {
    std::size_t first = 0;
    std::size_t length = 0;  ///< points
    Side side = Side::none;  ///< above or below
    bool operator==(const Run&) const = default;
};

/// Every run of one segment, in order. A value exactly on the mean belongs to no run and ends one; so does a missing
/// value.
std::vector<Run> runs_about(std::span<const std::optional<double>> values, double mean);

/// The step shift rule: at least `points` in a row on one side of the mean. All points of such a run are marked, from
/// its first (statistics.md 6: 8 points; the run of 8 is rule 4 of the Western Electric Handbook, 1956, which marks
/// from the eighth on).
std::vector<Side> shift(std::span<const std::optional<double>> values, double mean, int points);

}  // namespace panelbook::spc
