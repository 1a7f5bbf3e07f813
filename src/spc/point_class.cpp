#include "panelbook/spc/point_class.hpp"

namespace panelbook::spc {

PointSignal signal_of(const ChartPoint& point, const RuleSet& rules) {
    for (const Rule rule : rules.rules)
        if (rule != Rule::near_limit)
            if (const auto side = fired(point, rule)) return {rule, *side};
    return {};
}

std::string_view to_word(PointClass one) {
    switch (one) {
        case PointClass::improvement:
            return "improvement";
        case PointClass::concern:
            return "concern";
        case PointClass::neutral:
            return "neutral";
        case PointClass::common:
            break;
    }
    return "common";
}

PointClass class_of(const ChartPoint& point, const RuleSet& rules, plan::Good good) {
    const PointSignal signal = signal_of(point, rules);
    if (!signal.rule) return PointClass::common;
    switch (judge(signal.side, good)) {
        case Judgement::improvement:
            return PointClass::improvement;
        case Judgement::concern:
            return PointClass::concern;
        default:
            return PointClass::neutral;
    }
}

std::string_view direction_of(const PointSignal& signal) {
    if (!signal.rule || signal.side == Side::none) return "";
    const bool above = signal.side == Side::above;
    if (*signal.rule == Rule::trend) return above ? "up" : "down";
    return above ? "high" : "low";
}

}  // namespace panelbook::spc
