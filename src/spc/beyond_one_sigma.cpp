#include "panelbook/spc/beyond_one_sigma.hpp"

#include <algorithm>

#include "panelbook/spc/beyond_limits.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t points_needed = 8;

}  // namespace

std::vector<bool> beyond_one_sigma(std::span<const std::optional<double>> values, const std::vector<Zone>& one_sigma) {
    const auto beyond = beyond_limits(values, one_sigma);
    std::vector<bool> marked(values.size());
    std::size_t points = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        points = beyond[i] == Side::none ? 0 : points + 1;
        if (points < points_needed) continue;
        const auto window = std::span(beyond).subspan(i + 1 - points_needed, points_needed);
        marked[i] = std::any_of(window.begin(), window.end(), [&](Side side) { return side != beyond[i]; });
    }
    return marked;
}

}  // namespace panelbook::spc
