#include "panelbook/core/text.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace panelbook {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// The length in bytes of the white space that `text` begins with; 0 if it begins with none.
std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    if (text.starts_with(no_break_space)) return 2;
    const char c = text.front();
    return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
}

std::size_t trailing_space(std::string_view text) {
    if (text.empty()) return 0;
    if (text.ends_with(no_break_space)) return 2;
    const char c = text.back();
    return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The length in bytes of one footnote mark at the end of a folded label; 0 if there is none.
std::size_t trailing_mark(std::string_view text) {
    constexpr std::string_view superscripts[] = {"\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
                                                 "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6",
                                                 "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
    for (const std::string_view mark : superscripts) {
        if (text.ends_with(mark)) return mark.size();
    }
    if (text.ends_with('*') || text.ends_with(':') || text.ends_with('.')) return 1;
    const std::size_t close = text.size();
    if (text.ends_with(')') || text.ends_with(']')) {
        const std::size_t open = text.find_last_of(text.back() == ')' ? '(' : '[');
        if (open == std::string_view::npos) return 0;
        const std::string_view inside = text.substr(open + 1, close - open - 2);
        const bool digits = !inside.empty() && inside.size() <= 2 &&
                            std::all_of(inside.begin(), inside.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits || inside == "p" || inside == "r") return close - open;
    }
    return 0;
}

/// Damerau's edit distance: inserting, deleting, changing a byte, or swapping two neighbours.
std::size_t edits(std::string_view left, std::string_view right) {
    std::vector<std::vector<std::size_t>> table(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t change = table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0u : 1u);
            table[i][j] = std::min({change, table[i - 1][j] + 1, table[i][j - 1] + 1});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[left.size()][right.size()];
}

bool matches_folded(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t star_text = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            star_text = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++star_text;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (std::size_t count = leading_space(text); count > 0; count = leading_space(text)) text.remove_prefix(count);
    for (std::size_t count = trailing_space(text); count > 0; count = trailing_space(text)) text.remove_suffix(count);
    return text;
}

std::string folded(std::string_view text) {
    std::string_view rest = trimmed(text);
    std::string result;
    result.reserve(rest.size());
    while (!rest.empty()) {
        std::size_t space = leading_space(rest);
        if (space > 0) {
            for (; space > 0; space = leading_space(rest)) rest.remove_prefix(space);
            result += ' ';
        } else {
            result += lower(rest.front());
            rest.remove_prefix(1);
        }
    }
    return result;
}

std::string folded_label(std::string_view text) {
    std::string label = folded(text);
    for (std::size_t mark = trailing_mark(label); mark > 0; mark = trailing_mark(label)) {
        label.resize(label.size() - mark);
        label.resize(trimmed(label).size());
    }
    return label;
}

bool valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80         ? 1
                                   : byte >> 5 == 0x6  ? 2
                                   : byte >> 4 == 0xE  ? 3
                                   : byte >> 3 == 0x1E ? 4
                                                       : 0;
        if (length == 0 || i + length > text.size()) return false;
        std::uint32_t code = length == 1 ? byte : byte & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if (next >> 6 != 0x2) return false;
            code = code << 6 | (next & 0x3Fu);
        }
        constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        i += length;
    }
    return true;
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    // Labels are short; a longer text is not a slip of the keyboard.
    constexpr std::size_t longest = 200;
    const std::string wanted = folded(word);
    if (wanted.empty() || wanted.size() > longest) return {};
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    std::string best;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::string folded_candidate = folded(candidate);
        const bool part = wanted.size() >= 4 &&
                          (folded_candidate.starts_with(wanted) || wanted.starts_with(folded_candidate)) &&
                          folded_candidate.size() >= 4;
        const std::size_t count = part ? 1 : edits(wanted, folded_candidate);
        const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), folded_candidate.size()) / 3);
        if (count <= allowed && count < wanted.size() && count < fewest) {
            fewest = count;
            best = candidate;
        }
    }
    return best;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool matches_pattern(std::string_view pattern, std::string_view text) {
    return matches_folded(folded(pattern), folded(text));
}

}  // namespace panelbook
