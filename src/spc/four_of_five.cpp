#include "panelbook/spc/four_of_five.hpp"

#include "zone_count.hpp"

namespace panelbook::spc {

std::vector<Side> four_of_five(std::span<const std::optional<double>> values, const std::vector<Zone>& one_sigma) {
    return enough_beyond(values, one_sigma, 4, 5);
}

}  // namespace panelbook::spc
