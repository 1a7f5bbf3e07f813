#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// The points of one segment, of which `from` to `to` (not included) are its baseline.
struct SegmentValues {
    std::span<const std::optional<double>> drawn;         ///< value, or value / denominator
    std::span<const std::optional<double>> denominators;  ///< empty: none
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Centre, sigma and limits of one segment. `first`, `baseline_first`, `reset_reason` and `runs` are the caller's to
/// set.
///
/// Sources of the formulas: mean -/+ 3 sample SD, as the published reports of offices draw them; Wheeler, Understanding
/// Variation (1993) for XmR; Montgomery, Introduction to Statistical Quality Control, for p, u, c and individuals;
/// Laney, Improved control charts for attributes, Quality Engineering 14 (2002) for p' and u'; Benneyan, Number-between
/// g-type statistical quality control charts, Health Care Management Science 4 (2001) for g; Nelson, A control chart
/// for parts-per-million nonconforming items, Journal of Quality Technology 26 (1994) for t.
///
/// Not assessable: fewer than `rules.minimum_points` values, or a spread of 0, not finite, or no larger than the
/// rounding of the values. Too few values all the same have their limits.
Segment segment_limits(const SegmentValues& values, ChartType type, const Clamp& clamp, const RuleSet& rules);

/// The values so many standard deviations from the middle; nothing where they cannot be worked out.
struct Zone {
    std::optional<double> lower;
    std::optional<double> upper;
    bool lower_held = false;  ///< held to what a value can be: no limit of the process, and nothing lies beyond it
    bool upper_held = false;
};

/// One zone for every denominator, or a single one for all points of a segment whose limits do not vary.
std::vector<Zone> zones(const Segment& segment, std::span<const std::optional<double>> denominators, double sigmas);

inline const Zone& zone_of(const std::vector<Zone>& all, std::size_t point) {
    return all.size() == 1 ? all.front() : all[point];
}

}  // namespace panelbook::spc
