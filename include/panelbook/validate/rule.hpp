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
/// stale-sum: the stored result of a sum is not what its cells come to. An error where a figure was taken from it, else
/// a warning.
void check_stale_sums(Sent& sent, Findings& findings);
/// unit-flipped: a figure that only fits among its series once it is multiplied or divided by what tells two units
/// apart (0.82 among 82s, 4 shown as 400%), or a column of amounts in pounds among columns in thousands: errors. A
/// single amount among others: a warning, for schemes differ in size by nature.
void check_units(Sent& sent, Findings& findings);
/// out-of-range (error), not-whole and impossible-percentage (warnings).
void check_values(Sent& sent, Findings& findings);
/// duplicate-observation: an error where the figures differ, a warning where they are the same.
void check_duplicates(Sent& sent, Findings& findings);
/// missing-period (warning): a series leaves out periods between its first and its last.
void check_gaps(Sent& sent, Findings& findings);
/// sudden-change (warning): a new figure far outside all that its series was. A question, not an error.
void check_sudden_change(Sent& sent, Findings& findings);
/// label-moved and sent-as-another-period (errors), series-missing (warning), figures-restated (note).
void check_earlier_files(Sent& sent, Findings& findings);
/// return-late (note): the first figures for a period, after the source's due day.
void check_late(Sent& sent, Findings& findings);

/// The stale-sum warnings of a workbook.
Findings stale_sums(const workbook::Workbook& book, std::span<const workbook::SheetSums> sums, const std::string& file);
/// Takes the value of an observation that is in error.
void withhold(Observation& observation);
/// A finding at the cell an observation came from; `found` is its value as text.
Finding finding_at(const Observation& observation, Severity severity, std::string_view rule);
/// "Burglary, City, Jun-14": what an observation is about, in the plan's words.
std::string subject(const Observation& observation, const plan::Plan& plan);

}  // namespace panelbook::validate
