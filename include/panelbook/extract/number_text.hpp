#pragma once

#include <optional>
#include <string_view>

#include "panelbook/core/observation.hpp"

namespace panelbook::extract {

/// A number that somebody wrote as text.
struct NumberText {
    double value = 0.0;            ///< as it stands: 4 for "4%", 3.24 for "£3.24m", -12 for "(12)"
    int decimals = 0;              ///< digits after the point
    bool percent = false;          ///< followed by % or "per cent"
    bool pounds = false;           ///< a pound sign before it
    double multiplier = 1.0;       ///< 1,000 for "k", 1,000,000 for "m", 1,000,000,000 for "bn"
    Marker marker = Marker::none;  ///< provisional for "[p]", revised for "[r]"
    bool marked = false;           ///< a note mark hangs on it: "1,234 [r]", "12*", "7 (2)"
};

/// Reads "1,234", "(1,234)", "−5", "4%", "£3.24m", "1,234 [r]", "1.5E+03". Thousands must be grouped in threes. Nothing
/// for anything else: a text of which only a part is a number is not a number.
std::optional<NumberText> parse_number_text(std::string_view text);

/// A span of time written out, in seconds: "1 min 2 s", "15 h 24 min", "1 hour 5 minutes", "00:01:02", "36:00:00".
/// Nothing for anything else; "1:02" could be minutes or hours, so it is nothing too.
std::optional<double> parse_duration_seconds(std::string_view text);

/// Why a text stands where there is no figure: "..", "NA", "[c]", "not applicable". Nothing for a text that is not one
/// of the usual markers. A dash means not supplied, never 0.
std::optional<Marker> parse_missing_marker(std::string_view text);

/// Digits after the point that a number shows when it is written as short as it can be; at most 6.
int decimals_of(double value);

}  // namespace panelbook::extract
