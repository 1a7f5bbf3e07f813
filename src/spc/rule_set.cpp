#include "panelbook/spc/rule_set.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace panelbook::spc {

namespace {

constexpr std::array<std::string_view, 5> names{"opcc", "nhs", "weco", "nelson", "anhoej"};
constexpr std::array<RuleSet (*)(), 5> makers{opcc, nhs, weco, nelson, anhoej};

RuleSet as_qcc() {
    RuleSet rules;
    rules.individuals = SigmaOfValues::moving_range;
    rules.xmr = SigmaOfValues::moving_range;
    rules.holds_limits = false;
    rules.exact_small_counts = false;
    rules.widens_only = false;
    rules.cases_between = CasesBetween::with_the_event;
    rules.marks = Marks::from_nth;
    return rules;
}

}  // namespace

std::string_view id_of(Rule rule) {
    switch (rule) {
        case Rule::beyond_limits:
            return "beyond";
        case Rule::shift:
            return "shift";
        case Rule::trend:
            return "trend";
        case Rule::two_of_three:
        case Rule::two_of_three_zone:
            return "two-of-three";
        case Rule::four_of_five:
            return "four-of-five";
        case Rule::alternating:
            return "alternating";
        case Rule::within_one_sigma:
            return "within-1-sigma";
        case Rule::beyond_one_sigma:
            return "beyond-1-sigma";
        case Rule::near_limit:
            return "near-limit";
        case Rule::unusual_runs:
            break;
    }
    return "runs";
}

bool RuleSet::has(Rule rule) const {
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

RuleSet opcc() {
    return {};
}

RuleSet nhs() {
    RuleSet rules;
    rules.name = "nhs";
    rules.individuals = SigmaOfValues::mean_moving_range;
    rules.screen = true;
    rules.holds_limits = false;
    rules.rules = {Rule::beyond_limits, Rule::trend, Rule::two_of_three, Rule::shift};
    rules.shift_points = 7;
    rules.keeps_flags = true;
    return rules;
}

RuleSet weco() {
    RuleSet rules = as_qcc();
    rules.name = "weco";
    rules.rules = {Rule::beyond_limits, Rule::two_of_three_zone, Rule::four_of_five, Rule::shift};
    return rules;
}

RuleSet nelson() {
    RuleSet rules = as_qcc();
    rules.name = "nelson";
    rules.rules = {Rule::beyond_limits,
                   Rule::shift,
                   Rule::trend,
                   Rule::alternating,
                   Rule::two_of_three_zone,
                   Rule::four_of_five,
                   Rule::within_one_sigma,
                   Rule::beyond_one_sigma};
    rules.shift_points = 9;
    rules.trend_changes = 5;
    return rules;
}

RuleSet anhoej() {
    RuleSet rules;
    rules.name = "anhoej";
    rules.individuals = SigmaOfValues::moving_range;
    rules.screen = true;
    rules.holds_limits = false;
    rules.exact_small_counts = false;
    rules.widens_only = false;
    rules.baseline_ends_at_reset = true;
    rules.rules = {Rule::beyond_limits, Rule::unusual_runs};
    rules.on_centre = OnCentre::skipped;
    return rules;
}

std::optional<RuleSet> rule_set(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return makers[static_cast<std::size_t>(found - names.begin())]();
}

std::span<const std::string_view> rule_set_names() {
    return names;
}

}  // namespace panelbook::spc
