#pragma once

#include <string>
#include <vector>

#include "panelbook/commentary/commentary.hpp"

namespace panelbook::commentary {

/// What changed and how sure that is: a sentence for each comparison that says something the ones before it did not,
/// with its caution for small numbers after it.
std::vector<std::string> comparison_sentences(const Facts& facts);

/// Whether one of those sentences says that the period itself has no figure, so that no other need say so.
bool says_no_figure(const Facts& facts);

}  // namespace panelbook::commentary
