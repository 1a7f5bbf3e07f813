#pragma once

#include <array>
#include <string_view>

/// Every word the commentary says, in one place. A template's {n} are filled by the functions beside it; what each is
/// stands after it.
namespace panelbook::commentary::wording {

using Words = std::string_view;

// The class of a chart's latest month.
inline constexpr Words class_above = "Above the upper limit";
inline constexpr Words class_below = "Below the lower limit";
inline constexpr Words class_long_run = "Long run {0} the {1}";  // above/below, mean/median
inline constexpr Words class_rising = "Rising";
inline constexpr Words class_falling = "Falling";
inline constexpr Words class_pattern = "Unusual pattern";
inline constexpr Words class_near = "Stable, near the {0} limit";  // upper/lower
inline constexpr Words class_stable = "Stable";
inline constexpr Words class_not_assessed = "Not assessed";

// What to do next about it.
inline constexpr Words find_the_cause = "Find the cause.";
inline constexpr Words reset_when_understood = "Reset the limits once the reason is understood.";
inline constexpr Words redraw_when_understood = "Begin the centre line anew once the reason is understood.";
inline constexpr Words find_what_drives = "Find what drives the {0}.";  // rise/fall
inline constexpr Words find_the_pattern = "Find what makes the pattern.";
inline constexpr Words watch_next_month = "Watch the next month.";

// The same, with what the chart and the plan know.
inline constexpr Words find_the_cause_of = "Find the cause of the figure for {0}.";                    // month
inline constexpr Words check_event = "Check whether a known event explains the figure for {1}: {0}.";  // events, month
inline constexpr Words check_events = "Check whether known events explain the figure for {1}: {0}.";   // events, month
inline constexpr Words reset_from =
    "Once the reason for the change is understood, reset the limits from {0}.";  // month
inline constexpr Words redraw_from =
    "Once the reason for the change is understood, begin the centre line anew from {0}.";  // month
// months, above/below, mean/median, month
inline constexpr Words suggest_reset =
    "{0} months in a row lie {1} the {2}: consider new limits from {3} once the reason is understood.";

// What the latest month is.
inline constexpr Words beyond_limit = "{0} was {1} the {2} limit: {3} against a limit of {4}.";
inline constexpr Words near_limit =
    "Stable: {0} was within the limits but near the {2} one: {3} against a limit of {4}.";
inline constexpr Words all_within = "Stable: every month since {0} lies within the limits.";
inline constexpr Words all_known_within = "Stable: every month with a figure since {0} lies within the limits.";
inline constexpr Words latest_within = "Stable: {0} lies within the limits.";
// A chart without limits: month, mean/median.
inline constexpr Words run_stable = "Stable: the months since {0} lie about the {1} as chance would have it.";
inline constexpr Words pattern = "{0} lies within the limits, but {1}.";  // month; one of the next six
inline constexpr Words two_of_three = "two of the last three months lie near the {0} limit";  // upper/lower
inline constexpr Words four_of_five = "four of the last five months lie well {0} the {1}";  // above/below, mean/median
inline constexpr Words alternating = "fourteen months or more have gone up and down by turns";
inline constexpr Words within_one_sigma =
    "fifteen months or more keep closer to the {0} than the limits lead one to expect";
inline constexpr Words beyond_one_sigma = "eight months or more keep away from the {0} on either side";
inline constexpr Words unusual_runs =
    "since {0} the months have stayed on one side of the centre line for longer, or crossed it less often, than "
    "chance would explain";
inline constexpr Words long_run = "The last {0} months were all {1} the {2}, which suggests a lasting change.";
inline constexpr Words long_run_too = "The last {0} months were all {1} the {2}.";
inline constexpr Words short_run =
    "The last {0} months were all {1} the {2}; {3} in a row would suggest a lasting change.";
// months, increase/reduction, points, higher/lower, first value, first month, last value, last month
inline constexpr Words trend =
    "{0} successive months of {1}: {2} figures, each {3} than the one before, from {4} in {5} to {6} in {7}.";
inline constexpr Words class_unknown = "The chart is not assessed: {0}.";

// How it stands in the whole series.
inline constexpr Words on_record =
    "{0} was the {1} month on record (figures from {2}).";  // month, highest/lowest, month
inline constexpr Words since = "{0} was the {1} month since {2}.";

// How far the limits can be trusted, and where they begin.
inline constexpr Words limits_reset = "The limits were reset from {0}";       // and the reason
inline constexpr Words centre_anew = "The centre line begins anew from {0}";  // and the reason
inline constexpr Words charted_from = "Charted only from {0}";
inline constexpr Words trial = "The limits are on trial: they rest on {0} months only.";
inline constexpr Words centre_on_trial = "The {1} is on trial: it rests on {0} months only.";  // months, median

// Other months.
inline constexpr Words one_earlier_exception = "One earlier month was beyond the limits: {0}.";
inline constexpr Words earlier_exceptions = "{0} earlier months were beyond the limits: {1}.";
inline constexpr Words latest_exceptions = "{0} earlier months were beyond the limits, the latest of them {1}.";
inline constexpr Words exception_item = "{0} ({1})";              // month, above/below
inline constexpr Words exception_explained = "{0} ({1}; {2})";    // month, above/below, events
inline constexpr Words no_figure = "There is no figure for {0}";  // and the reason
inline constexpr Words further_gaps = "Other months have no figure either.";
inline constexpr Words event_from = "{0} (from {1})";
inline constexpr Words event_in = "{0} ({1})";
inline constexpr Words known_event = "Known event: {0}.";
inline constexpr Words known_events = "Known events: {0}.";

// A change. {0} subject, {1} is/are, {2} amount, {3} above/below, {4} reference, {5} how sure.
inline constexpr Words change = "{0} {1} {2} {3} {4}{5}.";
inline constexpr Words change_at = "At {6}, {0} {1} {2} {3} {4}{5}.";                 // {6} value
inline constexpr Words no_change = "The figure for {0} is {1}, unchanged from {2}.";  // subject, value, reference
inline constexpr Words change_from_none = "The figure for {0} is {1}; for {2} it was {3}.";
inline constexpr Words nothing_to_compare = "There is no figure for {0} to compare with";

inline constexpr Words amount_counted = "{0} ({1} {2})";  // 41% (760 offences)
inline constexpr Words amount_in_brackets = "{0} ({1})";  // 41% (760)
inline constexpr Words amount_small = "{0} ({1} against {2})";
inline constexpr Words one_point = "{0} percentage point";
inline constexpr Words points = "{0} percentage points";
inline constexpr Words less_than = "less than {0}";

inline constexpr Words improvement = ", an improvement larger than chance would explain";
inline constexpr Words worsening = ", a worsening larger than chance would explain";
inline constexpr Words rise = ", a rise larger than chance would explain";
inline constexpr Words fall = ", a fall larger than chance would explain";
inline constexpr Words chance = ", no more than chance would explain";
inline constexpr Words season = ", though the season may play a part";

// Further comparisons in one sentence. {0} such items.
inline constexpr Words further_item = "{0} ({1})";          // the quarter before (+2%)
inline constexpr Words further_change = "{0} against {1}";  // +2% against the quarter before
inline constexpr Words further_item_seasonal = "{0} ({1}, some of it perhaps the season)";
inline constexpr Words further_beyond_chance = "Against {0}, the change is larger than chance would explain.";
inline constexpr Words further_by_chance = "Against {0}, the change is no more than chance would explain.";
inline constexpr Words further_untested = "The change is {0}.";

inline constexpr Words small_counts = "The numbers are small, so read the percentage with care.";
inline constexpr Words small_counts_no_percentage = "The numbers are small, so read them with care.";
inline constexpr Words small_sample = "The figures rest on small numbers ({0} and {1}), so read the change with care.";
inline constexpr Words no_numbers_behind = "Whether that is more than chance cannot be said: {0}.";

// Of the two sides of a comparison.
inline constexpr Words the_quarter = "the quarter";
inline constexpr Words the_year_to_date = "the year to date";
inline constexpr Words the_year = "the year";
inline constexpr Words the_last_months = "the last 12 months";
inline constexpr Words the_period = "the period";
inline constexpr Words the_figure = "the figure for {0}";
inline constexpr Words same_quarter_last_year = "the same quarter of last year";
inline constexpr Words same_period_last_year = "the same period of last year";
inline constexpr Words last_year = "last year";
inline constexpr Words quarter_before = "the quarter before";
inline constexpr Words months_before = "the 12 months before";
inline constexpr Words baseline_itself = "the baseline, {0}";
inline constexpr Words target_itself = "the target";
inline constexpr Words target_part = "the target for {0}";
inline constexpr Words group_mean = "the mean of the most similar group";
inline constexpr Words national_figure = "the national figure";
inline constexpr Words distance_by_chance = ", no further than chance would explain";
inline constexpr Words distance_beyond_chance = ", further than chance would explain";
inline constexpr Words better_than_target = ", better by more than chance would explain";
inline constexpr Words worse_than_target = ", worse by more than chance would explain";
inline constexpr Words within_group = ", within the range of the group";
inline constexpr Words beyond_group = ", outside the range of the group";
inline constexpr Words baseline_part = "{0}, the same part of the baseline year";

// Headings of comparisons.
inline constexpr Words heading_year_to_date = "year to date against last year";
inline constexpr Words heading_quarter_on_year = "against the same quarter of last year";
inline constexpr Words heading_quarter_on_quarter = "against the quarter before";
inline constexpr Words heading_rolling_year = "last 12 months against the 12 before";
inline constexpr Words heading_baseline_year = "against the baseline year";
inline constexpr Words heading_target = "against the target";
inline constexpr Words heading_similar_group = "against the most similar group";
inline constexpr Words heading_national = "against the national figure";

inline constexpr Words above = "above";
inline constexpr Words below = "below";
inline constexpr Words upper = "upper";
inline constexpr Words lower = "lower";
inline constexpr Words higher = "higher";
inline constexpr Words increase = "increase";
inline constexpr Words reduction = "reduction";
inline constexpr Words rise_noun = "rise";
inline constexpr Words fall_noun = "fall";
inline constexpr Words highest = "highest";
inline constexpr Words lowest = "lowest";

// Counts at the head of a sentence.
inline constexpr std::array<Words, 13> small_counts_in_words{
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"};

inline constexpr Words not_available = "NA";

}  // namespace panelbook::commentary::wording
