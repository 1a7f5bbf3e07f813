#pragma once

#include <string>

#include "panelbook/commentary/commentary.hpp"

namespace panelbook::commentary {

/// How the latest month stands among all the months known: the highest or lowest on record, or since a month at least a
/// year ago; else, where another month of the period was the highest or lowest on record, that one. Empty where there
/// is nothing of the kind to say, or less than a year of months to say it of.
std::string standing_sentence(const Facts& facts);

}  // namespace panelbook::commentary
