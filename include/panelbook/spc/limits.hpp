#pragma once

#include <optional>
#include <span>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// The arithmetic mean, bit for bit as R's mean(): the sum in long double, then corrected by the mean of what is left
/// of each value. A plain sum of doubles puts ten values of 0.1 off their own mean, and so makes a run of ten points
/// out of a constant series. Nothing for no values.
std::optional<double> mean_of(std::span<const double> values);

/// The sample standard deviation, divisor n - 1, as R's sd(). Nothing for fewer than two values.
std::optional<double> sample_sd(std::span<const double> values);

/// Centre and limits of one segment: mean -/+ 3 sample standard deviations of its values, clamped, as the published
/// reports of offices draw them (statistics.md 6, `opcc`). `first` and `reset_reason` are the caller's to set.
///
/// Not assessable: fewer than `rules.minimum_points` values, or a spread of 0, not finite, or no larger than the
/// rounding of the values. Where the limits can be worked out all the same they are given; nothing may be signalled by
/// them.
Segment segment_limits(std::span<const std::optional<double>> values, const Clamp& clamp, const RuleSet& rules);

}  // namespace panelbook::spc
