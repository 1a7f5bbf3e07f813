#include "panelbook/spc/beyond_limits.hpp"

namespace panelbook::spc {

namespace {

struct Bounds {
    std::optional<double> lower;  // none: clamped, so never signalled
    std::optional<double> upper;
};

bool clamped_low(const Segment& segment, const Clamp& clamp) {
    return clamp.low && segment.lower <= *clamp.low;
}

bool clamped_high(const Segment& segment, const Clamp& clamp) {
    return clamp.high && segment.upper >= *clamp.high;
}

Side side_of(double value, const Bounds& bounds) {
    if (bounds.upper && value > *bounds.upper) return Side::above;
    if (bounds.lower && value < *bounds.lower) return Side::below;
    return Side::none;
}

Bounds outer_bounds(const Segment& segment, const Clamp& clamp) {
    Bounds bounds;
    if (!clamped_low(segment, clamp)) bounds.lower = segment.lower;
    if (!clamped_high(segment, clamp)) bounds.upper = segment.upper;
    return bounds;
}

Bounds near_bounds(const Segment& segment, const Clamp& clamp) {
    Bounds bounds;
    if (!clamped_low(segment, clamp)) bounds.lower = segment.near_lower;
    if (!clamped_high(segment, clamp)) bounds.upper = segment.near_upper;
    return bounds;
}

}  // namespace

std::vector<Side> beyond_limits(std::span<const std::optional<double>> values, const Segment& segment,
                                const Clamp& clamp) {
    const Bounds outer = outer_bounds(segment, clamp);
    std::vector<Side> sides(values.size(), Side::none);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i]) sides[i] = side_of(*values[i], outer);
    return sides;
}

std::vector<Side> near_limits(std::span<const std::optional<double>> values, const Segment& segment,
                              const Clamp& clamp) {
    const Bounds outer = outer_bounds(segment, clamp);
    const Bounds near = near_bounds(segment, clamp);
    std::vector<Side> sides(values.size(), Side::none);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] && side_of(*values[i], outer) == Side::none) sides[i] = side_of(*values[i], near);
    return sides;
}

}  // namespace panelbook::spc
