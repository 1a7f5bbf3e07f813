#pragma once

#include <string>
#include <vector>

#include "panelbook/commentary/commentary.hpp"

namespace panelbook::commentary {

/// All of these need Facts::chart, and take what they say of a point from its classification there.

/// What the latest month is, by its class, and how it stands in the series.
std::vector<std::string> latest_sentences(const Facts& facts);

/// How far the limits can be trusted: where they were reset and why, whether they are on trial.
std::vector<std::string> limits_sentences(const Facts& facts);

/// The other months: earlier exceptions with the event that falls on them, known events of the period, months without a
/// figure and why.
std::vector<std::string> context_sentences(const Facts& facts);

}  // namespace panelbook::commentary
