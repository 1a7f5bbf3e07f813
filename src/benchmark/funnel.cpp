#include "panelbook/benchmark/funnel.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace panelbook::benchmark {

namespace {

constexpr double trimmed_share = 0.1;  // at either end

double transform(FunnelKind kind, double value) {
    switch (kind) {
        case FunnelKind::standardised_ratio:
            return std::sqrt(value);
        case FunnelKind::proportion:
            return std::asin(std::sqrt(value));
        case FunnelKind::ratio_of_counts:
            break;
    }
    return std::log(value);
}

double turn_back(FunnelKind kind, double transformed) {
    switch (kind) {
        case FunnelKind::standardised_ratio:
            return std::max(0.0, transformed) * std::max(0.0, transformed);
        case FunnelKind::proportion: {
            // Beyond 0 and 1 the sine turns round.
            const double angle = std::clamp(transformed, 0.0, std::asin(1.0));
            return std::sin(angle) * std::sin(angle);
        }
        case FunnelKind::ratio_of_counts:
            break;
    }
    return std::exp(transformed);
}

FunnelPoint point_of(FunnelKind kind, const FunnelArea& area) {
    FunnelPoint point;
    point.value = area.numerator / area.denominator;
    if (kind == FunnelKind::ratio_of_counts) {
        // Half an event more on both sides, so that 0 has a logarithm.
        const double above = area.numerator + 0.5;
        const double below = area.denominator + 0.5;
        point.transformed = std::log(above / below);
        point.standard_error = std::sqrt(area.numerator / (above * above) + area.denominator / (below * below));
    } else {
        point.transformed = transform(kind, point.value);
        point.standard_error = 1.0 / (2.0 * std::sqrt(area.denominator));
    }
    return point;
}

/// Between neighbours by straight line: R's default, type 7.
double centile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double rank = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (rank - static_cast<double>(below)) * (values[above] - values[below]);
}

double tau_squared_of(const Funnel& funnel) {
    const auto n = static_cast<double>(funnel.points.size());
    double weights = 0.0;
    double squares = 0.0;
    for (const FunnelPoint& point : funnel.points) {
        const double weight = 1.0 / (point.standard_error * point.standard_error);
        weights += weight;
        squares += weight * weight;
    }
    const double beyond_chance = n * funnel.phi - (n - 1.0);
    const double divisor = weights - squares / weights;
    return beyond_chance > 0.0 && divisor > 0.0 ? beyond_chance / divisor : 0.0;
}

}  // namespace

Funnel funnel_of(FunnelKind kind, std::span<const FunnelArea> areas) {
    Funnel funnel;
    funnel.kind = kind;
    double numerators = 0.0;
    double denominators = 0.0;
    for (const FunnelArea& area : areas) {
        numerators += area.numerator;
        denominators += area.denominator;
        funnel.points.push_back(point_of(kind, area));
    }
    funnel.target = kind == FunnelKind::standardised_ratio ? 1.0 : numerators / denominators;

    std::vector<double> distances;
    for (FunnelPoint& point : funnel.points) {
        point.z = (point.transformed - transform(kind, funnel.target)) / point.standard_error;
        distances.push_back(point.z);
    }
    const double low = centile(distances, trimmed_share);
    const double high = centile(distances, 1.0 - trimmed_share);
    double squares = 0.0;
    for (FunnelPoint& point : funnel.points) {
        point.winsorised_z = std::clamp(point.z, low, high);
        squares += point.winsorised_z * point.winsorised_z;
    }
    funnel.phi = squares / static_cast<double>(funnel.points.size());
    funnel.tau_squared = tau_squared_of(funnel);
    return funnel;
}

Interval funnel_limits(const Funnel& funnel, double standard_error, double tau_squared, double normal_quantile) {
    const double half_width = normal_quantile * std::sqrt(standard_error * standard_error + tau_squared);
    const double centre = transform(funnel.kind, funnel.target);
    return {turn_back(funnel.kind, centre - half_width), turn_back(funnel.kind, centre + half_width)};
}

Interval expected_count_limits(double target, double expected, double confidence) {
    const double tail = (1.0 - confidence / 100.0) / 2.0;
    return {target * boost::math::gamma_p_inv(expected, tail) / expected,
            target * boost::math::gamma_q_inv(expected + 1.0, tail) / expected};
}

}  // namespace panelbook::benchmark
