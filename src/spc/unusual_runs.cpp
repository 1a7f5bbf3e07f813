#include "panelbook/spc/unusual_runs.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace panelbook::spc {

namespace {

using namespace boost::math::policies;
using Up = policy<discrete_quantile<integer_round_up>>;

constexpr double unusual_share = 0.05;

std::size_t least_crossings(std::size_t useful) {
    if (useful < 2) return 0;
    const boost::math::binomial_distribution<double, Up> chance(static_cast<double>(useful - 1), 0.5);
    return static_cast<std::size_t>(boost::math::quantile(chance, unusual_share));
}

}  // namespace

UnusualRuns unusual_runs(std::span<const std::optional<double>> values, double centre) {
    UnusualRuns found;
    bool was_above = false;
    std::size_t length = 0;
    for (const auto& value : values) {
        if (!value || *value == centre) continue;
        const bool above = *value > centre;
        if (length > 0 && above != was_above) {
            ++found.crossings;
            length = 0;
        }
        was_above = above;
        found.longest_run = std::max(found.longest_run, ++length);
        ++found.useful;
    }
    if (found.useful == 0) return found;
    found.longest_most = static_cast<std::size_t>(std::nearbyint(std::log2(static_cast<double>(found.useful)))) + 3;
    found.crossings_least = least_crossings(found.useful);
    found.signal = found.longest_run > found.longest_most || found.crossings < found.crossings_least;
    return found;
}

}  // namespace panelbook::spc
