#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// Points in a row on one side of the centre line.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t length = 0;  ///< points on that side
    Side side = Side::none;  ///< above or below
    bool operator==(const Run&) const = default;
};

/// Every run of one segment, in order. A value exactly on the centre line belongs to no run; it ends one, or is passed
/// over. So does, or is, a missing value.
std::vector<Run> runs_about(std::span<const std::optional<double>> values, double centre,
                            OnCentre on_centre = OnCentre::breaks);

/// The step shift rule: at least `points` in a row on one side of the centre line. All points of such a run are marked,
/// from its first (statistics.md 6: 8 points; NHSRplotthedots: 7), or those from the nth on (rule 4 of the Western
/// Electric Handbook, 1956: 8 points; Nelson, 1984, test 2: 9).
std::vector<Side> shift(std::span<const std::optional<double>> values, double centre, int points,
                        Marks marks = Marks::all, OnCentre on_centre = OnCentre::breaks);

}  // namespace panelbook::spc
