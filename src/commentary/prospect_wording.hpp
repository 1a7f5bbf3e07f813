#pragma once

#include <string_view>

/// The words about what may come.
namespace panelbook::commentary::prospect_wording {

using Words = std::string_view;

// {0} year, {1} expected, {2} and {3} the ends of its interval, {4} how sure.
inline constexpr Words year_end = "If it goes on as before, {0} will come to about {1} ({4} between {2} and {3})";
inline constexpr Words as_a_rule = "19 times in 20";
inline constexpr Words no_surer = "probably";
inline constexpr Words target = "; meeting the target of {0} is {1}";
inline constexpr Words almost_certain = "almost certain";
inline constexpr Words very_unlikely = "very unlikely";
inline constexpr Words even = "about as likely as not";
inline constexpr Words chance = "about {0}% likely";
inline constexpr Words no_better =
    "On past months such a forecast did no better than taking last year's figure, so read it with care.";
// {0} the highest month, {1} the lowest.
inline constexpr Words season = "The time of year shows: {0} tends to be highest and {1} lowest.";

}  // namespace panelbook::commentary::prospect_wording
