#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::validate {

/// One family of rules: looks at all that a file said, adds findings, and withholds what an error is about.
struct RuleFamily {
    std::string_view name;
    void (*check)(std::vector<Observation>& observations, const plan::Plan& plan, Findings& findings);
};

/// Every family, in the order they are checked: a figure that one withholds is not looked at by the next.
std::span<const RuleFamily> rule_families();

/// out-of-range (error), not-whole and impossible-percentage (warnings).
void check_values(std::vector<Observation>& observations, const plan::Plan& plan, Findings& findings);
/// duplicate-observation: an error where the figures differ, a warning where they are the same.
void check_duplicates(std::vector<Observation>& observations, const plan::Plan& plan, Findings& findings);
/// missing-period (warning): a series leaves out periods between its first and its last.
void check_gaps(std::vector<Observation>& observations, const plan::Plan& plan, Findings& findings);

/// Takes the value of an observation that is in error.
void withhold(Observation& observation);
/// A finding at the cell an observation came from; `found` is its value as text.
Finding finding_at(const Observation& observation, Severity severity, std::string_view rule);
/// "Burglary, City, Jun-14": what an observation is about, in the plan's words.
std::string subject(const Observation& observation, const plan::Plan& plan);

}  // namespace panelbook::validate
