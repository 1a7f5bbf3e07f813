#include "panelbook/spc/alternating.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t points_needed = 14;

}  // namespace

std::vector<bool> alternating(std::span<const std::optional<double>> values) {
    std::vector<bool> marked(values.size());
    std::size_t points = 0;  // in the row that ends here
    bool went_up = false;
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (!values[i - 1] || !values[i] || *values[i] == *values[i - 1]) {
            points = 0;
            continue;
        }
        const bool up = *values[i] > *values[i - 1];
        points = points > 0 && up != went_up ? points + 1 : 2;
        went_up = up;
        marked[i] = points >= points_needed;
    }
    return marked;
}

}  // namespace panelbook::spc
