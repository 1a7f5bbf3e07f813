#include "panelbook/extract/date_text.hpp"

#include <algorithm>
#include <array>
#include <boost/date_time/gregorian/gregorian.hpp>
#include <charconv>
#include <string>
#include <vector>

#include "panelbook/core/period.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::extract {

namespace {

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<int> day_number(std::string_view text) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (text.ends_with(ending)) text.remove_suffix(ending.size());
    }
    return whole_number(text);
}

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
    if (*year < 1900 || *year > 2199) return std::nullopt;
    const int last = boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(*year),
                                                                            static_cast<unsigned short>(*month));
    if (*day > last) return std::nullopt;
    return Date(static_cast<unsigned short>(*year), static_cast<unsigned short>(*month),
                static_cast<unsigned short>(*day));
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
    return std::any_of(names.begin(), names.end(), [word](std::string_view name) {
        return word == name || (word.size() == 3 && name.starts_with(word));
    });
}

}  // namespace

std::optional<Date> parse_date_text(std::string_view text) {
    const std::string_view seen = trimmed(text);
    if (seen.size() > 40) return std::nullopt;
    if (const auto iso = parse_iso_date(seen)) return iso;
    std::string plain = folded(seen);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '/' || c == '.' || c == '-' || c == ','; }, ' ');
    std::vector<std::string> words = split(plain, ' ');
    if (!words.empty() && is_weekday(words.front())) words.erase(words.begin());
    if (words.size() != 3) return std::nullopt;
    std::optional<int> month = whole_number(words[1]);
    if (!month) month = parse_month_name(words[1]);
    std::optional<int> year = whole_number(words[2]);
    if (year && words[2].size() == 2) *year += *year < 70 ? 2000 : 1900;
    return day_of(year, month, day_number(words[0]));
}

}  // namespace panelbook::extract
