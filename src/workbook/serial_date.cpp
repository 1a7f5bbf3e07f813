#include "panelbook/workbook/serial_date.hpp"

#include <boost/date_time/gregorian/gregorian.hpp>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace panelbook::workbook {

namespace {

constexpr double milliseconds_a_day = 86'400'000.0;
constexpr double false_leap_day = 60.0;
// The day after 31 December 9999 in each system.
constexpr double end_1900 = 2'958'466.0;
constexpr double end_1904 = 2'957'004.0;

/// Digits of a fixed number at a place; nothing if they are not all digits.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t size) {
    if (at + size > text.size()) return std::nullopt;
    int value = 0;
    for (const char digit : text.substr(at, size)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

/// "12:30", "12:30:15", "12:30:15.250" as a part of the day.
std::optional<double> clock_of(std::string_view text) {
    const std::optional<int> hours = number_at(text, 0, 2);
    const std::optional<int> minutes = number_at(text, 3, 2);
    if (!hours || !minutes || text[2] != ':' || *hours > 23 || *minutes > 59) return std::nullopt;
    double seconds = 0.0;
    if (text.size() > 5) {
        const std::optional<int> whole = number_at(text, 6, 2);
        if (!whole || text[5] != ':' || *whole > 59) return std::nullopt;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + 6, end, seconds, std::chars_format::fixed);
        if (error != std::errc() || stop != end) return std::nullopt;
    }
    return (*hours * 3600.0 + *minutes * 60.0 + seconds) / 86'400.0;
}

}  // namespace

std::optional<DateTime> date_from_serial(double serial, DateSystem system) {
    const bool from_1900 = system == DateSystem::from_1900;
    if (!(serial >= (from_1900 ? 1.0 : 0.0)) || serial >= (from_1900 ? end_1900 : end_1904)) return std::nullopt;
    double day = std::floor(serial);
    double fraction = std::round((serial - day) * milliseconds_a_day) / milliseconds_a_day;
    if (fraction >= 1.0) {
        day += 1.0;
        fraction = 0.0;
    }
    if (from_1900 && (day == false_leap_day || day >= end_1900)) return std::nullopt;
    if (!from_1900 && day >= end_1904) return std::nullopt;
    const Date first = !from_1900 ? Date(1904, 1, 1) : day < false_leap_day ? Date(1899, 12, 31) : Date(1899, 12, 30);
    return DateTime{first + boost::gregorian::days(static_cast<long>(day)), fraction};
}

CellValueView value_of_number(double number, Shown shown, DateSystem system) {
    if (shown == Shown::time) return Elapsed{number};
    if (shown != Shown::date) return number;
    if (const std::optional<DateTime> date = date_from_serial(number, system)) return *date;
    if (system == DateSystem::from_1900 && number >= 0.0 && number < 1.0) return Elapsed{number};
    return number;
}

std::optional<CellValueView> value_of_iso(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    constexpr std::size_t date_size = 10;
    const std::size_t at = text.find('T');
    const bool clock_only = at == 0 || (at == std::string_view::npos && text.find(':') != std::string_view::npos);
    if (clock_only) {
        const std::optional<double> clock = clock_of(text.substr(at == 0 ? 1 : 0));
        if (!clock) return std::nullopt;
        return Elapsed{*clock};
    }
    const std::optional<Date> date = parse_iso_date(text.substr(0, date_size));
    if (!date || (text.size() > date_size && at != date_size)) return std::nullopt;
    if (text.size() <= date_size) return DateTime{*date, 0.0};
    const std::optional<double> clock = clock_of(text.substr(date_size + 1));
    if (!clock) return std::nullopt;
    return DateTime{*date, *clock};
}

}  // namespace panelbook::workbook
