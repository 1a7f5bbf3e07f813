#include "panelbook/validate/validate.hpp"

#include <array>
#include <fmt/format.h>

#include "panelbook/validate/rule.hpp"

namespace panelbook::validate {

namespace {

constexpr std::array<RuleFamily, 9> families = {{
    {"stale sums", check_stale_sums},
    {"dates", check_dates},
    {"earlier files", check_earlier_files},
    {"units", check_units},
    {"values", check_values},
    {"duplicates", check_duplicates},
    {"gaps", check_gaps},
    {"sudden change", check_sudden_change},
    {"late", check_late},
}};

}  // namespace

std::span<const RuleFamily> rule_families() {
    return families;
}

Findings validate(Sent& sent) {
    Findings findings;
    for (const RuleFamily& family : rule_families()) family.check(sent, findings);
    return findings;
}

void withhold(Observation& observation) {
    observation.value.reset();
    observation.denominator.reset();
    observation.marker = Marker::in_error;
}

Finding finding_at(const Observation& observation, Severity severity, std::string_view rule) {
    Finding finding;
    finding.severity = severity;
    finding.rule = rule;
    finding.where = {observation.where.file, observation.where.sheet, observation.where.cell};
    if (observation.value) finding.found = to_text(CellValue{to_number(*observation.value)});
    return finding;
}

std::string subject(const Observation& observation, const plan::Plan& plan) {
    const plan::Measure* const measure = plan.measure(observation.measure);
    const plan::Area* const area = plan.area(observation.area);
    return fmt::format("{}, {}, {}", measure ? measure->name : observation.measure.text,
                       area ? area->name : observation.area.text, observation.period.label());
}

}  // namespace panelbook::validate
