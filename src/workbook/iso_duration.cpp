#include "panelbook/workbook/iso_duration.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace panelbook::workbook {

namespace {

struct Unit {
    char letter;
    bool of_clock;  ///< stands behind the T
    double a_day;
};

/// In the order in which they stand.
constexpr std::array units{Unit{'D', false, 1.0}, Unit{'H', true, 24.0}, Unit{'M', true, 1440.0},
                           Unit{'S', true, 86'400.0}};

}  // namespace

std::optional<double> days_of_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!text.starts_with('P')) return std::nullopt;
    text.remove_prefix(1);
    double days = 0.0;
    bool any = false;
    bool in_clock = false;
    for (const Unit& unit : units) {
        if (!in_clock && unit.of_clock && text.starts_with('T')) {
            text.remove_prefix(1);
            in_clock = true;
        }
        double number = 0.0;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
        const bool is_this = error == std::errc() && stop != end && *stop == unit.letter && in_clock == unit.of_clock;
        if (!is_this) continue;
        if (number < 0.0 || !std::isfinite(number)) return std::nullopt;
        days += number / unit.a_day;
        any = true;
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + 1);
    }
    if (!any || !text.empty()) return std::nullopt;
    return negative ? -days : days;
}

}  // namespace panelbook::workbook
