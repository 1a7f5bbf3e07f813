#include "panelbook/spc/within_one_sigma.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t points_needed = 15;

bool within(const std::optional<double>& value, const Zone& zone) {
    return value && zone.lower && zone.upper && *value >= *zone.lower && *value <= *zone.upper;
}

}  // namespace

std::vector<bool> within_one_sigma(std::span<const std::optional<double>> values, const std::vector<Zone>& one_sigma) {
    std::vector<bool> marked(values.size());
    std::size_t points = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        points = within(values[i], zone_of(one_sigma, i)) ? points + 1 : 0;
        marked[i] = points >= points_needed;
    }
    return marked;
}

}  // namespace panelbook::spc
