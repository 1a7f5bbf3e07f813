#pragma once

#include <optional>
#include <span>
#include <vector>

namespace panelbook::spc {

/// The arithmetic mean, bit for bit as R's mean(): the sum in long double, then corrected by the mean of what is left
/// of each value. A plain sum of doubles puts ten values of 0.1 off their own mean, and so makes a run of ten points
/// out of a constant series. Nothing for no values.
std::optional<double> mean_of(std::span<const double> values);

/// The sample standard deviation, divisor n - 1, as R's sd(). Nothing for fewer than two values.
std::optional<double> sample_sd(std::span<const double> values);

/// The middle value, or the mean of the middle two, as R's median(). Nothing for no values.
std::optional<double> median_of(std::vector<double> values);

/// How far each value lies from the one before. None on either side of a missing value: a gap is never bridged.
std::vector<double> moving_ranges(std::span<const std::optional<double>> values);

/// Their mean; where `screen`, once more without those of 3.267 times the mean and above (3.267 is D4 of two points:
/// the upper limit of a range; one pass, strict, as NHSRplotthedots and qicharts2 have it). Nothing where none is left.
std::optional<double> mean_moving_range(std::span<const double> ranges, bool screen);

/// What the sample standard deviation of n normal values is too small by, on average. `n` is at least 2.
double c4(std::size_t n);

}  // namespace panelbook::spc
