#include "panelbook/core/date.hpp"

#include <boost/date_time/gregorian/gregorian.hpp>
#include <charconv>
#include <fmt/format.h>

#include "month_names.hpp"

namespace panelbook {

std::string to_iso(Date date) {
    const auto ymd = date.year_month_day();
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year), ymd.month.as_number(), ymd.day.as_number());
}

std::string to_words(Date date) {
    const auto ymd = date.year_month_day();
    return fmt::format("{} {} {}", ymd.day.as_number(), month_name(ymd.month.as_number()), static_cast<int>(ymd.year));
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        unsigned short value = 0;
        const char* const end = text.data() + from + count;
        const auto result = std::from_chars(text.data() + from, end, value);
        return result.ec == std::errc{} && result.ptr == end ? value : static_cast<unsigned short>(0);
    };
    const unsigned short year = number(0, 4);
    const unsigned short month = number(5, 2);
    const unsigned short day = number(8, 2);
    if (year < 1400 || month < 1 || month > 12 || day < 1 ||
        day > boost::gregorian::gregorian_calendar::end_of_month_day(year, month)) {
        return std::nullopt;
    }
    return Date(year, month, day);
}

}  // namespace panelbook
