#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "panelbook/benchmark/rates.hpp"

namespace panelbook::benchmark {

/// What the figures of a funnel are: observed over expected counts, a share of a whole, or a count to a population.
enum class FunnelKind { standardised_ratio, proportion, ratio_of_counts };

struct FunnelArea {
    double numerator = 0.0;
    double denominator = 0.0;  ///< expected count, whole or population; above 0
};

struct FunnelPoint {
    double value = 0.0;           ///< numerator / denominator
    double transformed = 0.0;     ///< square root, arc sine of the square root, or logarithm of it
    double standard_error = 0.0;  ///< of the transformed value, by chance alone
    double z = 0.0;               ///< distance from the target in standard errors
    double winsorised_z = 0.0;    ///< held to the 10th and 90th centile of all z
};

/// Fewer areas make the estimate of how much they differ beyond chance worthless.
inline constexpr std::size_t least_funnel_areas = 20;

struct Funnel {
    FunnelKind kind = FunnelKind::proportion;
    double target = 0.0;       ///< 1 for ratios, else the pooled value of all areas
    double phi = 0.0;          ///< mean square of the winsorised z: 1 for chance alone
    double tau_squared = 0.0;  ///< variance between areas beyond chance, on the transformed scale; 0 if there is none
    std::vector<FunnelPoint> points;
};

/// The funnel of Spiegelhalter (Statistics in Medicine 24, 2005) with additive overdispersion (DerSimonian and Laird),
/// transformations and winsorising as FunnelPlotR has them. At least one area.
Funnel funnel_of(FunnelKind kind, std::span<const FunnelArea> areas);

/// Between which values an area of this standard error lies if it differs from the target no more than the areas do
/// among themselves; `normal_quantile` is 1.96 for 95%, 3.09 for 99.8%. With `tau_squared` 0: by chance alone.
/// FunnelPlotR leaves those of standardised ratios on the square-root scale; here they are squared.
Interval funnel_limits(const Funnel& funnel, double standard_error, double tau_squared, double normal_quantile);

/// Between which multiples of the target the observed count lies by chance alone, where `expected` were expected: by
/// the exact Poisson interval, for standardised ratios. `confidence` in per cent.
Interval expected_count_limits(double target, double expected, double confidence);

}  // namespace panelbook::benchmark
