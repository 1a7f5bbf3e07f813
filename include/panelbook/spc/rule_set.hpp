#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::spc {

/// The rules, each a function in the file of its name.
enum class Rule {
    beyond_limits,
    shift,
    trend,
    two_of_three,       ///< as NHSRplotthedots has it
    two_of_three_zone,  ///< as the Western Electric Handbook and Nelson have it
    four_of_five,
    alternating,
    within_one_sigma,
    beyond_one_sigma,
    near_limit,    ///< information only, no sign of a special cause
    unusual_runs,  ///< of a whole segment, never of a point
};

/// "beyond", "shift", "trend", "two-of-three", "four-of-five", "alternating", "within-1-sigma", "beyond-1-sigma",
/// "near-limit", "runs".
std::string_view id_of(Rule rule);

/// How the standard deviation of single values is estimated.
enum class SigmaOfValues {
    sample_sd,          ///< divisor n - 1
    sample_sd_over_c4,  ///< the same without its bias under a normal distribution
    moving_range,  ///< mean moving range / 1.128 (d2 of two points, to the three decimals that qcc and qicharts2 use)
    mean_moving_range,  ///< limits at 2.66 x mean moving range (3 / 1.128 to two decimals, as XmR charts have it)
};

/// How the cases between two events are counted.
enum class CasesBetween {
    without_the_event,  ///< 0, 1, 2, ...: sigma is sqrt(m(m + 1)), and the centre line is the median
    with_the_event,     ///< 1, 2, 3, ...: sigma is sqrt(m(m - 1)), and the centre line is the mean
};

/// Which points of a run or a trend are marked.
enum class Marks { all, from_nth };

/// What a value exactly on the centre line does to a run.
enum class OnCentre { breaks, skipped };

/// The parameters of a rule set over the one engine. As it stands: `opcc` (statistics.md 6).
struct RuleSet {
    std::string name = "opcc";

    SigmaOfValues individuals = SigmaOfValues::sample_sd;
    SigmaOfValues xmr = SigmaOfValues::mean_moving_range;
    bool screen = false;  ///< moving ranges of 3.267 times their mean and above are left out of it
    double limit_sigmas = 3.0;
    double near_sigmas = 2.0;
    bool holds_limits = true;        ///< limits of single values are held to what a value can be
    bool exact_small_counts = true;  ///< exact limits below a mean of 10, or 5 of either kind in a share
    bool widens_only = true;         ///< for small counts Laney's sigma z is never below 1
    CasesBetween cases_between = CasesBetween::without_the_event;
    bool baseline_ends_at_reset = false;  ///< a baseline is ignored where limits are reset

    std::vector<Rule> rules{Rule::beyond_limits, Rule::shift, Rule::trend, Rule::near_limit};  ///< by precedence
    int shift_points = 8;
    int trend_changes = 6;
    Marks marks = Marks::all;
    OnCentre on_centre = OnCentre::breaks;

    bool keeps_flags =
        false;  ///< flags and limits stand where there is no spread, and points of short segments have a class
    int trial_points = 13;   ///< fewer: trial limits
    int minimum_points = 6;  ///< fewer: no class

    bool has(Rule rule) const;
};

/// mean -/+ 3 sample SD, run of 8, trend of 6 changes: as the published reports of offices draw them.
RuleSet opcc();
/// As NHSRplotthedots 0.2.2: 2.66 x mean moving range, screened, unclamped; runs and trends of 7 points; 2 in 3.
RuleSet nhs();
/// The four zone rules of the Western Electric Statistical Quality Control Handbook (1956), as qcc 3.0 has them.
RuleSet weco();
/// The eight tests of Nelson, The Shewhart control chart: tests for special causes, Journal of Quality Technology 16
/// (1984), as qcc 3.0 has them.
RuleSet nelson();
/// Anhoej and Olesen, Run charts revisited, PLoS ONE 9 (2014), as qicharts2 0.8.1 has them.
RuleSet anhoej();

/// Nothing for a name that is none.
std::optional<RuleSet> rule_set(std::string_view name);
std::span<const std::string_view> rule_set_names();

}  // namespace panelbook::spc
