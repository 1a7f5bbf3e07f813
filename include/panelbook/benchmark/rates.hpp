#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "panelbook/compare/compare.hpp"

namespace panelbook::benchmark {

using compare::Interval;

/// Byar's approximation to the exact Poisson interval of a count (Breslow and Day 1987, volume II, 2.13). `confidence`
/// in per cent. The lower end of 0 is 0, and no end is below it.
Interval byar_interval(std::uint64_t count, double confidence);

/// The interval of count / exposure * per: Byar's, below 10 the exact one, as official health statistics give them.
Interval rate_interval(std::uint64_t count, double exposure, double per, double confidence);

/// Where one more area of the same kind would lie: the t prediction interval on log rates, mean -/+ t(n - 1) s
/// sqrt(1 + 1/n) over the n `others`, turned back into rates. Nothing for fewer than 3 others, a rate of 0 or below
/// (which has no logarithm), or rates that are all alike.
std::optional<Interval> range_of_group(std::span<const double> others, double confidence);

}  // namespace panelbook::benchmark
