#include "panelbook/workbook/number_text.hpp"

#include <charconv>
#include <cmath>
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

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - at;
}

}  // namespace

std::optional<double> number_from_xml(std::string_view text) {
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
