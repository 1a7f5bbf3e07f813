#pragma once

#include <optional>
#include <span>
#include <vector>

#include "panelbook/spc/limits.hpp"

namespace panelbook::spc {

/// Points that are beyond a zone and close `of` points in a row of which at least `needed` are beyond it on the same
/// side. Where the zone varies, that of the closing point is taken for the whole row, as in qcc 3.0. A row with a
/// missing value does not count.
std::vector<Side> enough_beyond(std::span<const std::optional<double>> values, const std::vector<Zone>& zones,
                                std::size_t needed, std::size_t of);

}  // namespace panelbook::spc
