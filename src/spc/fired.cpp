#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

namespace {

std::optional<Side> where_set(Side side) {
    return side == Side::none ? std::nullopt : std::optional(side);
}

std::optional<Side> without_side(bool marked) {
    return marked ? std::optional(Side::none) : std::nullopt;
}

}  // namespace

std::optional<Side> fired(const ChartPoint& point, Rule rule) {
    switch (rule) {
        case Rule::beyond_limits:
            return where_set(point.outside);
        case Rule::shift:
            return where_set(point.shift);
        case Rule::trend:
            return where_set(point.trend);
        case Rule::two_of_three:
        case Rule::two_of_three_zone:
            return where_set(point.two_of_three);
        case Rule::four_of_five:
            return where_set(point.four_of_five);
        case Rule::alternating:
            return without_side(point.alternating);
        case Rule::within_one_sigma:
            return without_side(point.within_one_sigma);
        case Rule::beyond_one_sigma:
            return without_side(point.beyond_one_sigma);
        case Rule::near_limit:
            return where_set(point.near);
        case Rule::unusual_runs:
            break;
    }
    return std::nullopt;
}

std::string rules_of(const ChartPoint& point, const RuleSet& rules) {
    std::string ids;
    for (const Rule rule : rules.rules) {
        if (!fired(point, rule)) continue;
        if (!ids.empty()) ids += ' ';
        ids += id_of(rule);
    }
    return ids;
}

}  // namespace panelbook::spc
