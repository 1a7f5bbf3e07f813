#include "panelbook/core/money.hpp"

#include <cmath>

namespace panelbook {

std::optional<Pence> pence_from_pounds(double pounds) {
    // Beyond this a double no longer tells pence apart.
    constexpr double largest = 9e13;
    if (!std::isfinite(pounds) || std::abs(pounds) > largest) return std::nullopt;
    return Pence{std::llround(pounds * 100.0)};
}

}  // namespace panelbook
