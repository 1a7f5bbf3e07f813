#include "panelbook/spc/shift.hpp"

#include <algorithm>

namespace panelbook::spc {

std::vector<Run> runs_about(std::span<const std::optional<double>> values, double mean) {
    std::vector<Run> runs;
    Side previous = Side::none;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Side side = Side::none;
        if (values[i] && *values[i] > mean) side = Side::above;
        if (values[i] && *values[i] < mean) side = Side::below;
        if (side != Side::none) {
            if (side != previous) runs.push_back({i, 0, side});
            ++runs.back().length;
        }
        previous = side;
    }
    return runs;
}

std::vector<Side> shift(std::span<const std::optional<double>> values, double mean, int points) {
    std::vector<Side> sides(values.size(), Side::none);
    for (const Run& run : runs_about(values, mean)) {
        if (run.length < static_cast<std::size_t>(points)) continue;
        const auto first = sides.begin() + static_cast<std::ptrdiff_t>(run.first);
        std::fill_n(first, run.length, run.side);
    }
    return sides;
}

}  // namespace panelbook::spc
