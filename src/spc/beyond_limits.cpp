#include "panelbook/spc/beyond_limits.hpp"

namespace panelbook::spc {

namespace {

Side side_of(double value, const Zone& zone) {
    if (zone.upper && !zone.upper_held && value > *zone.upper) return Side::above;
    if (zone.lower && !zone.lower_held && value < *zone.lower) return Side::below;
    return Side::none;
}

}  // namespace

std::vector<Side> beyond_limits(std::span<const std::optional<double>> values, const std::vector<Zone>& limits) {
    std::vector<Side> sides(values.size(), Side::none);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i]) sides[i] = side_of(*values[i], zone_of(limits, i));
    return sides;
}

std::vector<Side> near_limits(std::span<const std::optional<double>> values, const std::vector<Zone>& limits,
                              const std::vector<Zone>& near) {
    std::vector<Side> sides(values.size(), Side::none);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Zone& outer = zone_of(limits, i);
        if (!values[i] || side_of(*values[i], outer) != Side::none) continue;
        const Side side = side_of(*values[i], zone_of(near, i));
        const bool held = side == Side::above ? outer.upper_held : outer.lower_held;
        if (!held) sides[i] = side;
    }
    return sides;
}

}  // namespace panelbook::spc
