#pragma once

#include <string>
#include <vector>

#include "panelbook/commentary/commentary.hpp"

namespace panelbook::commentary {

/// What changed and how sure that is: the comparison of the headline in full with its caution for small numbers, then
/// the others in short.
std::vector<std::string> comparison_sentences(const Facts& facts);

/// Whether one of those sentences says that the period itself has no figure, so that no other need say so.
bool says_no_figure(const Facts& facts);

}  // namespace panelbook::commentary
