#include "panelbook/report/scale.hpp"

#include <algorithm>
#include <cmath>

namespace panelbook::report {

namespace {

constexpr double wanted_steps = 5.0;
// Data that begin below this share of their height stand on zero: cutting the axis there saves little and misleads.
constexpr double near_zero_share = 0.35;

double round_step(double span) {
    const double rough = span / wanted_steps;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (rough <= factor * magnitude * 1.0001) return factor * magnitude;
    return 10.0 * magnitude;
}

}  // namespace

Scale scale_about(double lowest, double highest, bool is_share) {
    if (lowest >= 0.0 && lowest <= near_zero_share * highest) lowest = 0.0;
    double span = highest - lowest;
    if (span <= 0.0) span = std::max(std::abs(highest), 1.0) / wanted_steps;
    Scale scale;
    scale.step = round_step(span);
    scale.minimum = std::floor(lowest / scale.step) * scale.step;
    scale.maximum = std::ceil(highest / scale.step) * scale.step;
    if (scale.maximum - scale.minimum < scale.step) scale.maximum = scale.minimum + scale.step;
    if (is_share && highest <= 100.0) scale.maximum = std::min(scale.maximum, 100.0);
    return scale;
}

}  // namespace panelbook::report
