#pragma once

#include <string>
#include <string_view>

#include "panelbook/compare/compare.hpp"
#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/spc/chart.hpp"

namespace panelbook::report {

/// The text as a sentence: a capital at its head and a full stop at its end. Empty stays empty.
std::string sentence(std::string text);
/// The text with a capital at its head.
std::string capitalised(std::string text);
/// The text as a clause within a sentence: no capital at its head unless the word has more of them, no full stop.
std::string clause(std::string text);
/// "1 chart", "2 charts".
std::string counted(std::size_t count, std::string_view noun);
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);
/// "April to June 2014": the months of any period.
std::string months_words(Period period);
/// Why a figure is absent, as a sentence: the reason given, else what its marker means.
std::string absence_words(const std::string& reason, Marker marker);

/// The sentence that the plan gives a measure, with its value and n: "634 out of 1,883 re-offended in the last 12
/// months". "{value} out of {n}" where the plan gives none.
std::string assessment_words(const plan::Measure& measure, const compare::PeriodValue& value);

/// "Better", "Worse", "No significant change", "Not assessed".
std::string_view verdict_words(compare::Verdict verdict);
/// The class of a chart whatever its side: "Single point exception", "Long run on one side", "Trend", "Near a limit",
/// "Stable", "Not assessed".
std::string_view class_name(spc::Class latest);
/// "better", "worse", "neither" or "".
std::string_view judgement_words(spc::Judgement judgement);
std::string_view state_words(consolidate::ReturnState state);  ///< "Received", "Missing", "Withheld"

}  // namespace panelbook::report
