#include "panelbook/workbook/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace panelbook::workbook {

namespace {

std::string_view without_blanks(std::string_view text, std::string_view blanks) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The nearest double to a whole text of the form that from_chars takes.
std::optional<double> nearest_double(std::string_view text) {
    double value = 0.0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, std::chars_format::general);
    if (stop != end || error == std::errc::invalid_argument) return std::nullopt;
    // from_chars does not say on which side a number is out of range.
    if (error == std::errc::result_out_of_range) value = std::strtod(std::string(text).c_str(), nullptr);
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

/// The number that so few digits spell that both they, as a whole number, and the power of ten they are to be divided
/// by are doubles without rounding: then the one division rounds to the nearest (Clinger, How to read floating point
/// numbers accurately, 1990). Nothing for any other form, be it a number or not.
std::optional<double> number_of_few_digits(std::string_view text) {
    constexpr std::size_t most_digits = 15;
    constexpr std::array powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > most_digits + 1) return std::nullopt;
    std::uint64_t digits = 0;
    std::size_t point = text.size();
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter >= '0' && letter <= '9') {
            digits = digits * 10 + static_cast<std::uint64_t>(letter - '0');
        } else if (letter == '.' && point == text.size() && text.size() > 1) {
            point = at;
        } else {
            return std::nullopt;
        }
    }
    const bool has_point = point < text.size();
    if (!has_point && text.size() > most_digits) return std::nullopt;
    double value = static_cast<double>(digits);
    if (has_point) value /= powers[text.size() - point - 1];
    return negative ? -value : value;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - at;
}

}  // namespace

std::optional<double> number_from_xml(std::string_view text) {
    if (const std::optional<double> number = number_of_few_digits(text)) return number;
    std::string_view number = without_blanks(text, " \t\r\n");
    if (number.size() > 1 && number[0] == '+' && number[1] != '-') number.remove_prefix(1);
    return nearest_double(number);
}

std::optional<double> number_from_csv(std::string_view field) {
    const std::string_view number = without_blanks(field, " \t");
    std::size_t at = number.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits_at(number, at);
    if (whole > 1 && number[at] == '0') return std::nullopt;
    at += whole;
    bool is_whole = true;
    if (at < number.size() && number[at] == '.') {
        const std::size_t decimals = digits_at(number, at + 1);
        if (decimals == 0) return std::nullopt;
        at += 1 + decimals;
        is_whole = false;
    } else if (whole == 0) {
        return std::nullopt;
    }
    if (at + 1 < number.size() && (number[at] == 'e' || number[at] == 'E') &&
        (number[at + 1] == '+' || number[at + 1] == '-')) {
        const std::size_t exponent = digits_at(number, at + 2);
        if (exponent == 0) return std::nullopt;
        at += 2 + exponent;
        is_whole = false;
    }
    if (at != number.size()) return std::nullopt;
    const std::optional<double> value = nearest_double(number);
    constexpr double first_inexact = 9007199254740992.0;  // 2^53, which 2^53 + 1 is rounded to
    if (is_whole && value && std::abs(*value) >= first_inexact) return std::nullopt;
    return value;
}

}  // namespace panelbook::workbook
