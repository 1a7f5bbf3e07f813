#include "panelbook/report/scale.hpp"

#include <algorithm>
#include <cmath>

namespace panelbook::report {

namespace {

constexpr double wanted_steps = 5.0;
// Data that begin below this share of their height stand on zero: cutting the axis there saves little and misleads.
constexpr double near_zero_share = 0.35;
constexpr double room_about_one_value = 0.1;

double round_step(double span) {
    const double rough = span / wanted_steps;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (rough <= factor * magnitude * 1.0001) return factor * magnitude;
    return 10.0 * magnitude;
}

}  // namespace

Scale scale_about(double lowest, double highest, bool is_share) {
    const bool to_hundred = is_share && highest <= 100.0;
    if (lowest == highest) {
        const double room = highest == 0.0 ? 1.0 : std::abs(highest) * room_about_one_value;
        highest += room;
        if (lowest != 0.0) lowest -= room;
    }
    if (lowest >= 0.0 && lowest <= near_zero_share * highest) lowest = 0.0;
    Scale scale;
    scale.step = round_step(highest - lowest);
    scale.minimum = std::floor(lowest / scale.step) * scale.step;
    scale.maximum = std::ceil(highest / scale.step) * scale.step;
    if (to_hundred) scale.maximum = std::min(scale.maximum, 100.0);
    return scale;
}

}  // namespace panelbook::report
