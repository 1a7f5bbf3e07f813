#include "panelbook/spc/shift.hpp"

namespace panelbook::spc {

namespace {

Side side_of(const std::optional<double>& value, double centre) {
    if (value && *value > centre) return Side::above;
    if (value && *value < centre) return Side::below;
    return Side::none;
}

}  // namespace

std::vector<Run> runs_about(std::span<const std::optional<double>> values, double centre, OnCentre on_centre) {
    std::vector<Run> runs;
    Side previous = Side::none;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Side side = side_of(values[i], centre);
        if (side == Side::none && on_centre == OnCentre::skipped) continue;
        if (side != Side::none) {
            if (side != previous) runs.push_back({i, i, 0, side});
            ++runs.back().length;
            runs.back().last = i;
        }
        previous = side;
    }
    return runs;
}

std::vector<Side> shift(std::span<const std::optional<double>> values, double centre, int points, Marks marks,
                        OnCentre on_centre) {
    const auto needed = static_cast<std::size_t>(points);
    std::vector<Side> sides(values.size(), Side::none);
    for (const Run& run : runs_about(values, centre, on_centre)) {
        if (run.length < needed) continue;
        std::size_t seen = 0;
        for (std::size_t i = run.first; i <= run.last; ++i) {
            if (side_of(values[i], centre) == Side::none) continue;
            ++seen;
            if (marks == Marks::all || seen >= needed) sides[i] = run.side;
        }
    }
    return sides;
}

}  // namespace panelbook::spc
