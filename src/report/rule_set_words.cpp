#include "rule_set_words.hpp"

#include <fmt/format.h>

namespace panelbook::report {

namespace {

using spc::Rule;
using spc::RuleSet;
using spc::Side;

std::string by_side(Side side, std::string_view above, std::string_view below) {
    return std::string(side == Side::above ? above : below);
}

/// Where the set comes from and how its limits are drawn.
std::string origin_words(const RuleSet& rules) {
    if (rules.name == "nhs")
        return fmt::format(
            "Rule set \"nhs\": the charts of the NHS Making Data Count programme. The limits lie 2.66 mean "
            "moving ranges (the mean difference between one month and the next) on either side of the "
            "mean. Differences of 3.267 times their mean and above are left out of it once, so that a "
            "single leap does not widen the limits. Limits may lie below 0 or above 100%: they are not "
            "held to what a figure can be.");
    if (rules.name == "weco")
        return fmt::format(
            "Rule set \"weco\": the zone rules of the Western Electric Statistical Quality Control Handbook "
            "(1956). One standard deviation (SD) is the mean difference between one month and the next "
            "divided by 1.128; the limits lie {:g} SD on either side of the mean and are not held to "
            "what a figure can be.",
            rules.limit_sigmas);
    if (rules.name == "nelson")
        return fmt::format(
            "Rule set \"nelson\": the eight tests of Nelson (Journal of Quality Technology, 1984). One "
            "standard deviation (SD) is the mean difference between one month and the next divided by "
            "1.128; the limits lie {:g} SD on either side of the mean and are not held to what a figure "
            "can be.",
            rules.limit_sigmas);
    if (rules.name == "anhoej")
        return fmt::format(
            "Rule set \"anhoej\": unusual runs about the centre line (Anhøj and Olesen, 2014), with limits "
            "{:g} standard deviations (SD) on either side, one SD being the mean difference between one "
            "month and the next divided by 1.128. Differences of 3.267 times their mean and above are "
            "left out of it once. Months on the centre line are passed over. The runs are judged for "
            "all months since the limits last began anew together, not month by month; there is no rule "
            "for trends.",
            rules.limit_sigmas);
    return fmt::format(
        "Rule set \"opcc\": as offices of police and crime commissioners publish their charts. The mean and "
        "the sample standard deviation (SD, divisor n − 1) are those of all months since the limits last "
        "began anew; the limits lie {:g} SD on either side of the mean, never below 0 for counts, times "
        "and percentages and never above 100%. Such limits widen with a lasting change, so it is the "
        "rule of long runs that finds it.",
        rules.limit_sigmas);
}

/// What the rule asks for, as the Notes say it.
std::string explained(const RuleSet& rules, Rule rule) {
    switch (rule) {
        case Rule::beyond_limits:
            return "Single point exception: the latest month is beyond a limit.";
        case Rule::shift:
            return fmt::format(
                "Long run: {} or more months in a row on one side of the centre line; a month exactly on "
                "it ends the run.",
                rules.shift_points);
        case Rule::trend:
            return fmt::format("Trend: {} or more changes in a row one way ({} months).", rules.trend_changes,
                               rules.trend_changes + 1);
        case Rule::two_of_three:
            return "Two of three: two of three months in a row lie near one limit (beyond two thirds of the way) and "
                   "within it, and all three on that side of the mean.";
        case Rule::two_of_three_zone:
            return "Two of three: the month and one of the two before it lie beyond 2 SD on the same side.";
        case Rule::four_of_five:
            return "Four of five: the month and three of the four before it lie beyond 1 SD on the same side.";
        case Rule::alternating:
            return "Up and down: 14 months in a row go up and down by turns.";
        case Rule::within_one_sigma:
            return "Close to the mean: 15 months in a row within 1 SD of it.";
        case Rule::beyond_one_sigma:
            return "Away from the mean: 8 months in a row beyond 1 SD, on both sides.";
        case Rule::near_limit:
            return fmt::format(
                "Near a limit: beyond {} but within the limits; for information only.",
                rules.name == "nhs" ? "two thirds of the way to one" : fmt::format("{:g} SD", rules.near_sigmas));
        case Rule::unusual_runs:
            break;
    }
    return "Unusual runs: the longest run of months on one side is longer, or the line crosses the centre line less "
           "often, than chance allows for so many months.";
}

}  // namespace

std::string chart_type_words(ChartType type) {
    switch (type) {
        case ChartType::individuals:
            return "Single values (i)";
        case ChartType::xmr:
            return "Single values, moving ranges (xmr)";
        case ChartType::run:
            return "Run chart: median, no limits (run)";
        case ChartType::p:
            return "Percentages by their n (p)";
        case ChartType::p_prime:
            return "Percentages by their n, limits widened (p')";
        case ChartType::u:
            return "Rates by their n (u)";
        case ChartType::u_prime:
            return "Rates by their n, limits widened (u')";
        case ChartType::c:
            return "Counts of rare events (c)";
        case ChartType::t:
            return "Time between events (t)";
        case ChartType::g:
            return "Cases between events (g)";
        case ChartType::moving_ranges:
            break;
    }
    return "Moving ranges (mr)";
}

RuleWords rule_words(const spc::ControlChart& chart, Rule rule, Side side) {
    const RuleSet& rules = chart.rules;
    const std::string_view centre = spc::to_word(spc::centre_of(chart));
    switch (rule) {
        case Rule::beyond_limits:
            return {by_side(side, "Above the upper limit", "Below the lower limit"), "beyond a limit"};
        case Rule::shift:
            return {fmt::format("In a long run {} the {}", by_side(side, "above", "below"), centre),
                    fmt::format("{} or more on one side", rules.shift_points)};
        case Rule::trend:
            return {by_side(side, "In a rising trend", "In a falling trend"),
                    fmt::format("{} or more changes one way", rules.trend_changes)};
        case Rule::two_of_three:
        case Rule::two_of_three_zone:
            return {by_side(side, "Two of three near the upper limit", "Two of three near the lower limit"),
                    "2 of 3 beyond 2 SD"};
        case Rule::four_of_five:
            return {fmt::format("Four of five well {} the {}", by_side(side, "above", "below"), centre),
                    "4 of 5 beyond 1 SD"};
        case Rule::alternating:
            return {"Up and down by turns", "14 in a row up and down"};
        case Rule::within_one_sigma:
            return {fmt::format("Unusually close to the {}", centre), "15 in a row within 1 SD"};
        case Rule::beyond_one_sigma:
            return {fmt::format("Away from the {} on both sides", centre), "8 in a row beyond 1 SD"};
        case Rule::near_limit:
            return {by_side(side, "Near the upper limit", "Near the lower limit"),
                    fmt::format("beyond {:g} SD", rules.near_sigmas)};
        case Rule::unusual_runs:
            break;
    }
    return {"Unusual runs in these months", "longest run or crossings"};
}

std::vector<std::string> rule_set_words(const RuleSet& rules) {
    std::string signals;
    for (const Rule rule : rules.rules) signals += explained(rules, rule) + " ";
    if (!rules.has(Rule::near_limit)) signals += explained(rules, Rule::near_limit) + " ";  // a class of every set
    signals += "Stable: none of these. Where several hold, the class is the first of: beyond a limit";
    if (rules.has(Rule::shift)) signals += ", long run";
    if (rules.has(Rule::trend)) signals += ", trend";
    if (rules.name != "opcc") signals += ", another pattern";
    signals += ", near a limit.";
    return {origin_words(rules), std::move(signals)};
}

}  // namespace panelbook::report
