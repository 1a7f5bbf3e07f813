#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook {

/// Without blanks, tabs, line ends and no-break spaces at either end.
std::string_view trimmed(std::string_view text);
/// Lower case (ASCII), runs of white space (no-break spaces too) as one blank, none at the ends.
std::string folded(std::string_view text);
/// `folded`, and without what people hang on labels: footnote digits in brackets, superscript digits, asterisks, a
/// trailing colon or full stop, "(p)" and "(r)". Digits that belong to the label stay: "Grade 1" is not a footnote.
std::string folded_label(std::string_view text);
/// Whether the bytes are valid UTF-8 (no surrogates, no overlong forms).
bool valid_utf8(std::string_view text);
/// The candidate with the fewest edits from `word` after folding; empty if none is near enough to be what was meant.
std::string nearest(std::string_view word, std::span<const std::string> candidates);
/// The parts between `separator`s, each trimmed; empty parts are left out.
std::vector<std::string> split(std::string_view text, char separator);
/// A shell-like pattern with * and ?, after folding: "Northshire*.xlsx".
bool matches_pattern(std::string_view pattern, std::string_view text);

}  // namespace panelbook
