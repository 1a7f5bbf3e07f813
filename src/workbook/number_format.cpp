#include "panelbook/workbook/number_format.hpp"

#include <cctype>
#include <cstddef>

namespace panelbook::workbook {

namespace {

char lower(char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool starts_with_folded(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (lower(text[at]) != word[at]) return false;
    }
    return true;
}

/// What one section of a format has been seen to show.
struct Section {
    bool number = false;
    bool percent = false;
    bool day_or_year = false;
    bool month_name = false;
    bool m = false;
    bool clock = false;

    bool shows_anything() const { return number || percent || day_or_year || m || clock; }
    Shown shown() const {
        if (day_or_year || month_name || (m && !clock)) return Shown::date;
        if (clock) return Shown::time;
        return percent ? Shown::percent : Shown::number;
    }
};

bool is_elapsed(std::string_view bracketed) {
    if (bracketed.empty()) return false;
    const char first = lower(bracketed.front());
    if (first != 'h' && first != 'm' && first != 's') return false;
    for (const char letter : bracketed) {
        if (lower(letter) != first) return false;
    }
    return true;
}

/// Takes one token from the front of `format` and notes what it shows; gives the token's length.
std::size_t take_token(std::string_view format, Section& section) {
    const char letter = lower(format.front());
    switch (letter) {
        case '"': {
            const std::size_t end = format.find('"', 1);
            return end == std::string_view::npos ? format.size() : end + 1;
        }
        case '\\':
        case '_':
        case '*':
            return 2;
        case '[': {
            const std::size_t end = format.find(']', 1);
            if (end == std::string_view::npos) return format.size();
            if (is_elapsed(format.substr(1, end - 1))) section.clock = true;
            return end + 1;
        }
        case 'g':
            if (starts_with_folded(format, "general")) {
                section.number = true;
                return 7;
            }
            section.day_or_year = true;
            return 1;
        case 'e':
            // An exponent has its sign behind it; alone it is the year of an era.
            if (format.size() > 1 && (format[1] == '+' || format[1] == '-')) return 2;
            section.day_or_year = true;
            return 1;
        case 'a':
            if (starts_with_folded(format, "am/pm")) {
                section.clock = true;
                return 5;
            }
            if (starts_with_folded(format, "a/p")) {
                section.clock = true;
                return 3;
            }
            return 1;
        case 'y':
        case 'd':
        case 'b':
            section.day_or_year = true;
            return 1;
        case 'm': {
            std::size_t length = 1;
            while (length < format.size() && lower(format[length]) == 'm') ++length;
            section.m = true;
            if (length > 2) section.month_name = true;
            return length;
        }
        case 'h':
        case 's':
            section.clock = true;
            return 1;
        case '0':
        case '#':
        case '?':
        case '@':
            section.number = true;
            return 1;
        case '%':
            section.percent = true;
            return 1;
        default:
            return 1;
    }
}

}  // namespace

Shown shown_by_format(std::string_view format) {
    Section section;
    while (!format.empty()) {
        if (format.front() == ';') {
            if (section.shows_anything()) break;
            format.remove_prefix(1);
            continue;
        }
        const std::size_t length = take_token(format, section);
        format.remove_prefix(length < format.size() ? length : format.size());
    }
    return section.shown();
}

Shown shown_by_builtin(std::uint32_t id) {
    if (id == 9 || id == 10) return Shown::percent;
    if ((id >= 14 && id <= 17) || id == 22) return Shown::date;
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return Shown::time;
    if (id == 32 || id == 33) return Shown::time;
    if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return Shown::date;
    return Shown::number;
}

}  // namespace panelbook::workbook
