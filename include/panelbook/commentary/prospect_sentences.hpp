#pragma once

#include <string>
#include <vector>

#include "panelbook/forecast/prospects.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::commentary {

/// How the year may end, how sure that is, and how likely the target is met; then that the time of the year matters.
/// Nothing where there is no forecast and no plain season: why there is none stands on the Forecasts page.
std::vector<std::string> prospect_sentences(const forecast::Prospect& prospect, const plan::Measure& measure);

/// "almost certain", "about 3 in 4", "about even", "very unlikely": a chance of 0 to 1 as people say it.
std::string chance_words(double chance);

}  // namespace panelbook::commentary
