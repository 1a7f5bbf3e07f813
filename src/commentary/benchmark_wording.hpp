#pragma once

#include <string_view>

/// The words about an area among others.
namespace panelbook::commentary::benchmark_wording {

using Words = std::string_view;

inline constexpr Words per_thousand = "Rate per 1,000 people";
inline constexpr Words pounds_a_head = "£ a head";
// {0} area, {1} its rate, {2} of what, {3} rank, {4} mean of the group.
inline constexpr Words stands = "{0} has {1}{2}, {3}; the mean of the group is {4}.";
inline constexpr Words people = " {0}per 1,000 people";
inline constexpr Words rank = "{0} of {1} (1st is {2})";
inline constexpr Words equal_rank = "equal {0} of {1} (1st is {2})";
inline constexpr Words best = "best";
inline constexpr Words highest = "highest";
// {0} and {1}: the range.
inline constexpr Words within =
    "That is within the range of {0} to {1} in which 19 of 20 areas like the others would lie, so the rank says "
    "little.";
inline constexpr Words outside =
    "That is outside the range of {0} to {1} in which 19 of 20 areas like the others would lie.";
inline constexpr Words far_outside =
    "That is far outside the range of {0} to {1} in which 19 of 20 areas like the others would lie.";
inline constexpr Words small = "The numbers are small, so read the difference with care.";
inline constexpr Words no_range = "Whether that is out of the ordinary cannot be said: {0}.";
inline constexpr Words national = "The national figure is {0}.";
inline constexpr Words absent = "Not in the group for want of figures: {0}.";

}  // namespace panelbook::commentary::benchmark_wording
