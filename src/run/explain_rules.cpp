#include "explain_rules.hpp"

#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

namespace panelbook::run {

namespace {

std::string verdict_words(const compare::Comparison& comparison) {
    switch (comparison.verdict) {
        case compare::Verdict::better:
            return "better (green)";
        case compare::Verdict::worse:
            return "worse (red)";
        case compare::Verdict::no_significant_change:
            return "no significant change (amber)";
        case compare::Verdict::not_assessed:
            break;
    }
    return "not assessed";
}

std::string rule_of(const spc::ControlChart& chart) {
    switch (chart.latest) {
        case spc::Class::exception:
            return "its latest month lies outside the limits, the mean and 3 standard deviations either side";
        case spc::Class::step_shift:
            return fmt::format("{} or more months in a row lie on one side of the mean", chart.rules.shift_points);
        case spc::Class::trend:
            return fmt::format("{} or more changes in a row go one way", chart.rules.trend_changes);
        case spc::Class::pattern:
            return "its latest months form a pattern that the rule set looks for";
        case spc::Class::near_limit:
            return "its latest month lies beyond 2 standard deviations, within the limits";
        case spc::Class::stable:
            return "none of the rules finds anything";
        case spc::Class::not_assessed:
            break;
    }
    return chart.why;
}

}  // namespace

Explanation::Section rules_behind(const plan::Plan& plan, const Edition& edition, const MeasureId& measure_id,
                                  const AreaId& area) {
    const plan::Measure* measure = plan.measure(measure_id);
    Explanation::Section section{fmt::format("The rule behind its colour: {}", measure ? measure->name : ""), {}};
    if (!measure) return section;
    for (const compare::Comparison& each : edition.comparisons) {
        if (each.measure != measure_id || each.area != area) continue;
        std::string line = fmt::format("{}: {}", to_word(each.basis), verdict_words(each));
        if (!each.test.empty()) line += fmt::format(", by the test {}", each.test);
        if (each.p_value) line += fmt::format(", p = {:.3g}", *each.p_value);
        if (!each.why.empty()) line += fmt::format(": {}", each.why);
        if (measure->status_from == each.basis) line += ". The status on the tile is taken from this";
        section.lines.push_back(line + ".");
    }
    for (const spc::ControlChart& each : edition.charts) {
        if (each.measure != measure_id || each.area != area) continue;
        section.lines.push_back(
            fmt::format("Control chart: {}: {}.", commentary::class_words(each, *measure), rule_of(each)));
    }
    return section;
}

}  // namespace panelbook::run
