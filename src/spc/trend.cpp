#include "panelbook/spc/trend.hpp"

#include <algorithm>

namespace panelbook::spc {

std::vector<Stretch> stretches(std::span<const std::optional<double>> values) {
    std::vector<Stretch> found;
    Side previous = Side::none;
    for (std::size_t i = 1; i < values.size(); ++i) {
        Side side = Side::none;
        if (values[i - 1] && values[i] && *values[i] > *values[i - 1]) side = Side::above;
        if (values[i - 1] && values[i] && *values[i] < *values[i - 1]) side = Side::below;
        if (side != Side::none) {
            if (side != previous) found.push_back({i - 1, 0, side});
            ++found.back().changes;
        }
        previous = side;
    }
    return found;
}

std::vector<Side> trend(std::span<const std::optional<double>> values, int changes, Marks marks) {
    const auto needed = static_cast<std::size_t>(changes);
    std::vector<Side> sides(values.size(), Side::none);
    for (const Stretch& stretch : stretches(values)) {
        if (stretch.changes < needed) continue;
        const std::size_t from = marks == Marks::all ? stretch.first : stretch.first + needed;
        const std::size_t to = stretch.first + stretch.changes + 1;
        std::fill(sides.begin() + static_cast<std::ptrdiff_t>(from), sides.begin() + static_cast<std::ptrdiff_t>(to),
                  stretch.side);
    }
    return sides;
}

}  // namespace panelbook::spc
