#include "panelbook/extract/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::extract {

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool take(std::string_view& text, std::string_view part) {
    if (!text.starts_with(part)) return false;
    text.remove_prefix(part.size());
    return true;
}

void skip_blanks(std::string_view& text) {
    while (take(text, " ") || take(text, "\xC2\xA0")) {
    }
}

Marker status_of(std::string_view flag) {
    if (flag == "p" || flag == "provisional") return Marker::provisional;
    if (flag == "r" || flag == "revised") return Marker::revised;
    return Marker::none;
}

/// Takes one note mark off the end. Never takes the whole text, so "(12)" and "*" stay as they are.
bool strip_mark(std::string_view& text, NumberText& number) {
    constexpr std::array<std::string_view, 12> signs = {"*",
                                                        "#",
                                                        "\xC2\xB9",
                                                        "\xC2\xB2",
                                                        "\xC2\xB3",
                                                        "\xE2\x81\xB0",
                                                        "\xE2\x81\xB4",
                                                        "\xE2\x81\xB5",
                                                        "\xE2\x81\xB6",
                                                        "\xE2\x81\xB7",
                                                        "\xE2\x80\xA0",
                                                        "\xE2\x80\xA1"};
    for (const std::string_view sign : signs) {
        if (!text.ends_with(sign) || text.size() == sign.size()) continue;
        text.remove_suffix(sign.size());
        text = trimmed(text);
        return true;
    }
    if (text.ends_with(']') || text.ends_with(')')) {
        const std::size_t open = text.find_last_of(text.back() == ']' ? '[' : '(');
        if (open == std::string_view::npos || trimmed(text.substr(0, open)).empty()) return false;
        const std::string inside = folded(text.substr(open + 1, text.size() - open - 2));
        if (inside.empty() || inside.size() > 12) return false;
        number.marker = std::max(number.marker, status_of(inside));
        text = trimmed(text.substr(0, open));
        return true;
    }
    const std::size_t blank = text.find_last_of(' ');
    if (blank == std::string_view::npos) return false;
    const std::string flag = folded(text.substr(blank + 1));
    if (flag != "p" && flag != "r" && flag != "e") return false;
    number.marker = std::max(number.marker, status_of(flag));
    text = trimmed(text.substr(0, blank));
    return true;
}

bool take_minus(std::string_view& text) {
    const bool minus = take(text, "-") || take(text, "\xE2\x88\x92") || take(text, "\xE2\x80\x93");
    if (minus) skip_blanks(text);
    return minus;
}

/// Digits with thousands in threes or not grouped at all, a decimal part, an exponent.
bool take_digits(std::string_view& text, NumberText& number) {
    std::string plain;
    std::size_t groups = 0;
    std::size_t in_group = 0;
    while (!text.empty() && (digit(text.front()) || text.front() == ',')) {
        if (text.front() == ',') {
            if (in_group == 0 || in_group > 3 || (groups > 0 && in_group != 3)) return false;
            ++groups;
            in_group = 0;
        } else {
            plain += text.front();
            ++in_group;
        }
        text.remove_prefix(1);
    }
    if (groups > 0 && in_group != 3) return false;
    const bool whole_part = !plain.empty();
    if (take(text, ".")) {
        plain += '.';
        while (!text.empty() && digit(text.front())) {
            plain += text.front();
            text.remove_prefix(1);
            ++number.decimals;
        }
    }
    if (!whole_part && number.decimals == 0) return false;
    if (text.size() >= 2 && (text[0] == 'e' || text[0] == 'E') &&
        (digit(text[1]) || text[1] == '+' || text[1] == '-')) {
        plain += 'e';
        text.remove_prefix(1);
        if (!take(text, "+") && take(text, "-")) plain += '-';
        if (text.empty() || !digit(text.front())) return false;
        while (!text.empty() && digit(text.front())) {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
    return error == std::errc{} && end == plain.data() + plain.size() && std::isfinite(number.value);
}

bool take_ending(std::string_view text, NumberText& number) {
    const std::string ending = folded(text);
    if (ending.empty()) return true;
    if (ending == "%" || ending == "per cent" || ending == "percent") {
        number.percent = true;
        return true;
    }
    constexpr std::array<std::pair<std::string_view, double>, 8> sizes = {{{"k", 1e3},
                                                                           {"thousand", 1e3},
                                                                           {"m", 1e6},
                                                                           {"mn", 1e6},
                                                                           {"million", 1e6},
                                                                           {"bn", 1e9},
                                                                           {"b", 1e9},
                                                                           {"billion", 1e9}}};
    for (const auto& [word, multiplier] : sizes) {
        if (ending != word) continue;
        number.multiplier = multiplier;
        return true;
    }
    return false;
}

std::optional<double> clock_seconds(std::string_view text) {
    const std::vector<std::string> parts = split(text, ':');
    if (parts.size() != 3 || std::count(text.begin(), text.end(), ':') != 2) return std::nullopt;
    double seconds = 0.0;
    for (const std::string& part : parts) {
        int value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || end != part.data() + part.size() || value < 0) return std::nullopt;
        if (&part != &parts.front() && (value > 59 || part.size() != 2)) return std::nullopt;
        seconds = seconds * 60.0 + value;
    }
    return seconds;
}

double seconds_in(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, double>, 15> units = {{{"s", 1},
                                                                            {"sec", 1},
                                                                            {"secs", 1},
                                                                            {"second", 1},
                                                                            {"seconds", 1},
                                                                            {"min", 60},
                                                                            {"mins", 60},
                                                                            {"minute", 60},
                                                                            {"minutes", 60},
                                                                            {"h", 3600},
                                                                            {"hr", 3600},
                                                                            {"hrs", 3600},
                                                                            {"hour", 3600},
                                                                            {"hours", 3600},
                                                                            {"days", 86400}}};
    for (const auto& [word, seconds] : units) {
        if (unit == word) return seconds;
    }
    return 0.0;
}

}  // namespace

std::optional<NumberText> parse_number_text(std::string_view text) {
    NumberText number;
    std::string_view rest = trimmed(text);
    while (strip_mark(rest, number)) number.marked = true;
    bool negative = false;
    if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {
        negative = true;
        rest = trimmed(rest.substr(1, rest.size() - 2));
    } else {
        negative = take_minus(rest);
        if (!negative) take(rest, "+");
    }
    if (take(rest, "\xC2\xA3")) {
        number.pounds = true;
        skip_blanks(rest);
        if (!negative) negative = take_minus(rest);
    }
    if (!take_digits(rest, number) || !take_ending(rest, number)) return std::nullopt;
    // "-00" is how some official tables write nil: it is 0, not a negative zero.
    if (negative && number.value != 0.0) number.value = -number.value;
    return number;
}

std::optional<double> parse_duration_seconds(std::string_view text) {
    const std::string_view whole = trimmed(text);
    if (whole.find(':') != std::string_view::npos) return clock_seconds(whole);
    std::string words = folded(whole);
    std::replace(words.begin(), words.end(), ',', ' ');
    std::string_view rest = words;
    double total = 0.0;
    double last_unit = 1e9;
    if (rest.empty()) return std::nullopt;
    while (!rest.empty()) {
        std::size_t length = 0;
        while (length < rest.size() && (digit(rest[length]) || rest[length] == '.')) ++length;
        double amount = 0.0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + length, amount);
        if (length == 0 || error != std::errc{} || end != rest.data() + length) return std::nullopt;
        rest.remove_prefix(length);
        skip_blanks(rest);
        length = 0;
        while (length < rest.size() && rest[length] >= 'a' && rest[length] <= 'z') ++length;
        const double unit = seconds_in(rest.substr(0, length));
        if (unit <= 0.0 || unit >= last_unit) return std::nullopt;
        last_unit = unit;
        total += amount * unit;
        rest.remove_prefix(length);
        skip_blanks(rest);
        if (take(rest, "and ")) skip_blanks(rest);
    }
    return total;
}

std::optional<Marker> parse_missing_marker(std::string_view text) {
    struct Row {
        std::string_view text;
        Marker marker;
    };
    static constexpr std::array rows = {
        Row{"..", Marker::not_supplied},
        Row{"...", Marker::not_supplied},
        Row{"\xE2\x80\xA6", Marker::not_supplied},
        Row{":", Marker::not_supplied},
        Row{"-", Marker::not_supplied},
        Row{"--", Marker::not_supplied},
        Row{"\xE2\x80\x93", Marker::not_supplied},
        Row{"\xE2\x80\x94", Marker::not_supplied},
        Row{"\xE2\x88\x92", Marker::not_supplied},
        Row{"x", Marker::suppressed},
        Row{"[x]", Marker::not_supplied},
        Row{"na", Marker::not_supplied},
        Row{"not available", Marker::not_supplied},
        Row{"not supplied", Marker::not_supplied},
        Row{"not recorded", Marker::not_supplied},
        Row{"no data", Marker::not_supplied},
        Row{"n/k", Marker::not_supplied},
        Row{"not known", Marker::not_supplied},
        Row{"tbc", Marker::not_supplied},
        Row{"awaited", Marker::not_supplied},
        Row{"not yet available", Marker::not_supplied},
        Row{"*", Marker::suppressed},
        Row{"c", Marker::suppressed},
        Row{"[c]", Marker::suppressed},
        Row{"suppressed", Marker::suppressed},
        Row{"n/a", Marker::not_supplied},
        Row{"z", Marker::not_applicable},
        Row{"[z]", Marker::not_applicable},
        Row{".", Marker::not_applicable},
        Row{"not applicable", Marker::not_applicable},
        Row{"not released", Marker::not_released},
        Row{"not yet released", Marker::not_released},
    };
    const std::string word = folded(text);
    for (const Row& row : rows) {
        if (word == row.text) return row.marker;
    }
    return std::nullopt;
}

int decimals_of(double value) {
    constexpr std::size_t most = 6;
    const std::string text = to_text(CellValue{value});
    if (text.find('e') != std::string::npos) return value == std::floor(value) ? 0 : static_cast<int>(most);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(std::min(text.size() - point - 1, most));
}

}  // namespace panelbook::extract
