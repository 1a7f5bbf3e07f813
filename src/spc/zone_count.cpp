#include "zone_count.hpp"

#include <algorithm>

#include "panelbook/spc/beyond_limits.hpp"

namespace panelbook::spc {

std::vector<Side> enough_beyond(std::span<const std::optional<double>> values, const std::vector<Zone>& zones,
                                std::size_t needed, std::size_t of) {
    const auto beyond = beyond_limits(values, zones);
    std::vector<Side> sides(values.size(), Side::none);
    std::size_t present = 0;  // in a row, up to this point
    for (std::size_t i = 0; i < values.size(); ++i) {
        present = values[i] ? present + 1 : 0;
        if (present < of || beyond[i] == Side::none) continue;
        const Zone& zone = zone_of(zones, i);
        const auto window = values.subspan(i + 1 - of, of);
        const auto count = std::count_if(window.begin(), window.end(), [&](const std::optional<double>& value) {
            return beyond[i] == Side::above ? *value > *zone.upper : *value < *zone.lower;
        });
        if (static_cast<std::size_t>(count) >= needed) sides[i] = beyond[i];
    }
    return sides;
}

}  // namespace panelbook::spc
