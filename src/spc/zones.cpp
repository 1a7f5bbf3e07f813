#include <algorithm>
#include <cmath>

#include "panelbook/spc/exact_limits.hpp"
#include "panelbook/spc/limits.hpp"

#include "spread.hpp"

namespace panelbook::spc {

namespace {

Zone held(Zone zone, const Clamp& clamp) {
    zone.lower_held = clamp.low && *zone.lower <= *clamp.low;
    zone.upper_held = clamp.high && *zone.upper >= *clamp.high;
    if (zone.lower_held) zone.lower = *clamp.low;
    if (zone.upper_held) zone.upper = *clamp.high;
    return zone;
}

Zone exact_zone(const Segment& segment, double denominator, double sigmas) {
    const double tail = normal_tail(sigmas);
    const CountLimits counts = segment.method == SigmaMethod::binomial
                                   ? binomial_limits(denominator, segment.middle, tail)
                                   : poisson_limits(denominator * segment.middle, tail);
    return held({counts.lower / denominator, counts.upper / denominator}, segment.held);
}

double back(double nearly_normal) {
    return std::pow(std::max(0.0, nearly_normal), time_power);
}

Zone zone_at(const Segment& segment, std::optional<double> denominator, double sigmas) {
    if (!segment.has_limits || (segment.varies && !(denominator && *denominator > 0.0))) return {};
    if (segment.exact) return exact_zone(segment, segment.varies ? *denominator : 1.0, sigmas);
    double distance = sigmas * segment.sigma;
    if (segment.varies) distance = sigmas * (segment.sigma / std::sqrt(*denominator));
    // 2.66 at three sigma, without a rounding in between.
    if (segment.method == SigmaMethod::mean_moving_range)
        distance = (sigmas == 3.0 ? xmr_multiplier : sigmas * (xmr_multiplier / 3.0)) * *segment.mean_moving_range;
    if (!std::isfinite(segment.middle - distance) || !std::isfinite(segment.middle + distance)) return {};
    if (segment.method == SigmaMethod::time_between)
        return {back(segment.middle - distance), back(segment.middle + distance)};
    return held({segment.middle - distance, segment.middle + distance}, segment.held);
}

}  // namespace

std::vector<Zone> zones(const Segment& segment, std::span<const std::optional<double>> denominators, double sigmas) {
    if (!segment.varies || denominators.empty())
        return {zone_at(segment, denominators.empty() ? std::nullopt : denominators.front(), sigmas)};
    std::vector<Zone> all;
    all.reserve(denominators.size());
    for (const auto& denominator : denominators) all.push_back(zone_at(segment, denominator, sigmas));
    return all;
}

}  // namespace panelbook::spc
