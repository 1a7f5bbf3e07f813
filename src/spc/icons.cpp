#include "panelbook/spc/icons.hpp"

#include "panelbook/spc/point_class.hpp"

namespace panelbook::spc {

std::string_view id_of(Variation icon) {
    switch (icon) {
        case Variation::improvement_high:
            return "improvement_high";
        case Variation::improvement_low:
            return "improvement_low";
        case Variation::concern_high:
            return "concern_high";
        case Variation::concern_low:
            return "concern_low";
        case Variation::neutral_high:
            return "neutral_high";
        case Variation::neutral_low:
            return "neutral_low";
        case Variation::common_cause:
            break;
    }
    return "common_cause";
}

std::string_view id_of(Assurance icon) {
    switch (icon) {
        case Assurance::pass:
            return "pass";
        case Assurance::fail:
            return "fail";
        case Assurance::inconsistent:
            break;
    }
    return "inconsistent";
}

Variation variation_icon(const ControlChart& chart, plan::Good good) {
    if (chart.points.empty()) return Variation::common_cause;
    const ChartPoint& last = chart.points.back();
    const Side side = signal_of(last, chart.rules).side;
    if (side == Side::none) return Variation::common_cause;
    const bool high = side == Side::above;
    switch (class_of(last, chart.rules, good)) {
        case PointClass::improvement:
            return high ? Variation::improvement_high : Variation::improvement_low;
        case PointClass::concern:
            return high ? Variation::concern_high : Variation::concern_low;
        default:
            return high ? Variation::neutral_high : Variation::neutral_low;
    }
}

std::optional<Assurance> assurance_icon(const ControlChart& chart, plan::Good good, std::optional<double> target) {
    if (!target || good == plan::Good::none || chart.points.empty()) return std::nullopt;
    const PointLimits& limits = chart.points.back().limits;
    if (!limits.lower || !limits.upper) return std::nullopt;
    const bool up = good == plan::Good::up;
    if (*target > *limits.upper) return up ? Assurance::fail : Assurance::pass;
    if (*target < *limits.lower) return up ? Assurance::pass : Assurance::fail;
    return Assurance::inconsistent;
}

}  // namespace panelbook::spc
