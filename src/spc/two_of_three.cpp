#include "panelbook/spc/two_of_three.hpp"

#include <algorithm>

#include "zone_count.hpp"

namespace panelbook::spc {

std::vector<Side> two_of_three(std::span<const std::optional<double>> values, double centre,
                               std::span<const Side> near) {
    const auto side_of = [&](std::size_t i) {
        if (values[i] && *values[i] > centre) return Side::above;
        return values[i] && *values[i] < centre ? Side::below : Side::none;
    };
    std::vector<Side> sides(values.size(), Side::none);
    for (std::size_t i = 2; i < values.size(); ++i) {
        const Side side = side_of(i);
        if (side == Side::none || side_of(i - 1) != side || side_of(i - 2) != side) continue;
        const auto window = near.subspan(i - 2, 3);
        if (std::count(window.begin(), window.end(), side) < 2) continue;
        for (std::size_t j = i - 2; j <= i; ++j)
            if (near[j] == side) sides[j] = side;
    }
    return sides;
}

std::vector<Side> two_of_three_zone(std::span<const std::optional<double>> values, const std::vector<Zone>& two_sigma) {
    return enough_beyond(values, two_sigma, 2, 3);
}

}  // namespace panelbook::spc
