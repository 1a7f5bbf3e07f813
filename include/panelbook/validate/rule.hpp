#pragma once

#include <span>
#include <string_view>

#include "panelbook/validate/validate.hpp"

namespace panelbook::validate {

/// One family of rules: looks at all that a file said, adds findings, and withholds what an error is about.
struct RuleFamily {
    std::string_view name;
    void (*check)(Sent& sent, Findings& findings);
};

/// Every family, in the order they are checked: a figure that one withholds is not looked at by the next.
std::span<const RuleFamily> rule_families();

/// day-month-swap (error: the figures of that period are withheld), date-as-text (warning).
void check_dates(Sent& sent, Findings& findings);
/// out-of-range (error), not-whole and impossible-percentage (warnings).
void check_values(Sent& sent, Findings& findings);
/// duplicate-observation: an error where the figures differ, a warning where they are the same.
void check_duplicates(Sent& sent, Findings& findings);
/// missing-period (warning): a series leaves out periods between its first and its last.
void check_gaps(Sent& sent, Findings& findings);

/// Takes the value of an observation that is in error.
void withhold(Observation& observation);
/// A finding at the cell an observation came from; `found` is its value as text.
Finding finding_at(const Observation& observation, Severity severity, std::string_view rule);
/// "Burglary, City, Jun-14": what an observation is about, in the plan's words.
std::string subject(const Observation& observation, const plan::Plan& plan);

}  // namespace panelbook::validate
