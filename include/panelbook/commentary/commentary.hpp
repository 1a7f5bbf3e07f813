#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/compare/compare.hpp"
#include "panelbook/core/series.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/spc/chart.hpp"

namespace panelbook::commentary {

/// All that may be said about one measure in one area: facts only, each worked out elsewhere.
struct Facts {
    const plan::Measure& measure;
    const Series& series;
    const spc::ControlChart* chart = nullptr;             ///< null: not charted
    std::vector<const compare::Comparison*> comparisons;  ///< of this measure and area
    std::vector<const plan::Event*> events;               ///< that concern it and touch the chart's window
    Period period;
};

/// The words beside a KPI, sentence by sentence, in the order what, how sure, what next. Every sentence about a point
/// is made from the one classification of it in the chart. Grammar, plural, sign, rounding and units are right; small
/// numbers are cautioned; nothing is claimed that the figures do not show. No word "SPC".
std::vector<std::string> sentences(const Facts& facts);

/// "Above the upper limit", "Stable", "Stable, near the lower limit", "Long run below the mean", "Falling", "Not
/// assessed".
std::string class_words(const spc::ControlChart& chart, const plan::Measure& measure);

/// The last of those sentences where it says what to do about the latest month; empty where nothing is to be done.
/// Needs Facts::chart.
std::string next_step(const Facts& facts);

/// Whether a reset of the limits may be considered, and from when; empty where nothing suggests one. Never applied.
std::string reset_suggestion(const spc::ControlChart& chart);

/// What to do next about a class; empty for stable.
std::string recommendation(const spc::ControlChart& chart);

/// A figure as it is printed: "15,243", "88.2%", "1 min 2 s", "£3.24m", with a true minus sign.
std::string figure(double value, const plan::Measure& measure);
/// A change as it is printed: "+41%", "−5.5%", "+2 pp", always signed, "0%" for none. `decimals` of the measure's own
/// change.
std::string change(const compare::Comparison& comparison, const plan::Measure& measure);
/// "year to date against last year", "against the same quarter of last year", ... for headings and sentences.
std::string basis_words(plan::Basis basis);

}  // namespace panelbook::commentary
