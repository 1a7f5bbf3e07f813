#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "panelbook/validate/rule.hpp"

namespace panelbook::validate {

namespace {

std::string number(double value) {
    return to_text(CellValue{value});
}

/// What a value must lie between: the plan's word, else what its unit allows.
std::optional<double> smallest(const plan::Measure& measure) {
    if (measure.minimum) return measure.minimum;
    const bool never_negative = measure.unit == plan::Unit::count || measure.unit == plan::Unit::percent;
    return never_negative ? std::optional(0.0) : std::nullopt;
}

std::optional<double> largest(const plan::Measure& measure) {
    if (measure.maximum) return measure.maximum;
    return measure.unit == plan::Unit::percent ? std::optional(100.0) : std::nullopt;
}

void check_range(Observation& observation, double value, const plan::Measure& measure, const plan::Plan& plan,
                 Findings& findings) {
    const auto low = smallest(measure);
    const auto high = largest(measure);
    const bool below = low && value < *low;
    const bool above = high && value > *high;
    if (!below && !above) return;
    Finding finding = finding_at(observation, Severity::error, "out-of-range");
    finding.message = fmt::format("{}: {} is {} {}, which it cannot be.", subject(observation, plan), number(value),
                                  below ? "below" : "above", number(below ? *low : *high));
    finding.remedy = "Put the right figure in the cell; if this one is right, change the plan's minimum or maximum.";
    finding.expected = below ? "at least " + number(*low) : "at most " + number(*high);
    findings.push_back(std::move(finding));
    withhold(observation);
}

void check_whole(const Observation& observation, double value, const plan::Plan& plan, Findings& findings) {
    if (value == std::round(value)) return;
    Finding finding = finding_at(observation, Severity::warning, "not-whole");
    finding.message =
        fmt::format("{}: {} is a count, but not a whole number.", subject(observation, plan), number(value));
    finding.remedy = "Check the cell and what it is worked out from.";
    finding.expected = "a whole number";
    findings.push_back(std::move(finding));
}

/// The decimals a percentage was given with; more than two are a formula's, not a person's.
int decimals_given(double value) {
    const std::string text = number(value);
    const std::size_t point = text.find('.');
    if (point == std::string::npos || text.find('e') != std::string::npos) return 0;
    return static_cast<int>(std::min<std::size_t>(text.size() - point - 1, 2));
}

void check_attainable(const Observation& observation, double value, const plan::Plan& plan, Findings& findings) {
    const double asked = observation.denominator.value_or(0.0);
    if (asked < 1.0 || asked != std::round(asked)) return;
    const double margin = 0.5 * std::pow(10.0, -decimals_given(value)) + 1e-9;
    const double nearest_count = std::round(value * asked / 100.0);
    if (std::abs(100.0 * nearest_count / asked - value) <= margin) return;
    const double under = std::floor(value * asked / 100.0);
    Finding finding = finding_at(observation, Severity::warning, "impossible-percentage");
    finding.message =
        fmt::format("{}: no whole number out of {} gives {}%: {} of {} is {:.1f}%, {} of {} is {:.1f}%.",
                    subject(observation, plan), number(asked), number(value), number(under), number(asked),
                    100.0 * under / asked, number(under + 1), number(asked), 100.0 * (under + 1) / asked);
    finding.remedy = "Ask the sender for the number of answers that the percentage is of.";
    finding.expected = fmt::format("a share of {}", number(asked));
    findings.push_back(std::move(finding));
}

}  // namespace

void check_values(Sent& sent, Findings& findings) {
    const plan::Plan& plan = sent.plan;
    for (Observation& observation : sent.extract.observations) {
        const plan::Measure* const measure = plan.measure(observation.measure);
        if (!observation.value || measure == nullptr) continue;
        const double value = to_number(*observation.value);
        check_range(observation, value, *measure, plan, findings);
        if (!observation.value) continue;
        if (measure->unit == plan::Unit::count) check_whole(observation, value, plan, findings);
        if (measure->unit == plan::Unit::percent) check_attainable(observation, value, plan, findings);
    }
}

}  // namespace panelbook::validate
