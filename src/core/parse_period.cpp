#include <charconv>
#include <regex>
#include <string>

#include "panelbook/core/period.hpp"
#include "panelbook/core/text.hpp"

#include "month_names.hpp"

namespace panelbook {

namespace {

int to_int(const std::string& digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

int whole_year(const std::string& digits) {
    const int year = to_int(digits);
    if (digits.size() == 4) return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

/// "2014" and "15", or "13" and "14": the first of two successive years.
std::optional<int> financial_year(const std::string& first, const std::string& second) {
    const int year = whole_year(first);
    if (to_int(second) % 100 != (year + 1) % 100) return std::nullopt;
    return year;
}

std::optional<Period> month_in(int year, int month) {
    if (year < 1900 || year > 2099 || month < 1 || month > 12) return std::nullopt;
    return Period::month(year, month);
}

std::optional<Period> named_month(const std::string& name, const std::string& year) {
    const auto month = parse_month_name(name);
    return month ? month_in(whole_year(year), *month) : std::nullopt;
}

std::optional<Period> span_of(std::optional<Period> first, std::optional<Period> last) {
    if (!first || !last || *last < *first) return std::nullopt;
    return Period::span(*first, *last);
}

constexpr const char* years = R"((\d{4}|\d{2}) ?[/-] ?(\d{4}|\d{2}))";

std::optional<Period> parse_folded(const std::string& text) {
    static const std::regex year_month(R"((\d{4})[-/](\d{2}))");
    static const std::regex month_year(R"((\d{1,2})/(\d{4}))");
    static const std::regex month_span(R"((\d{4})-(\d{2}) to (\d{4})-(\d{2}))");
    static const std::regex name_year(R"(([a-z]+)\.?[ '/-]*(\d{4}|\d{2}))");
    static const std::regex name_span(R"(([a-z]+)\.? ?(?:-|–|to) ?([a-z]+)\.?[ '/-]*(\d{4}|\d{2}))");
    static const std::regex full_span(R"(([a-z]+)\.?[ '-]*(\d{4}|\d{2}) ?(?:-|–|to) ?([a-z]+)\.?[ '-]*(\d{4}|\d{2}))");
    static const std::regex twelve_months(
        R"((?:the )?12 months (?:to|ending) (?:end )?([a-z]+)\.?[ '-]*(\d{4}|\d{2}))");
    static const std::regex quarter_first(std::string(R"((?:q|quarter ?|qtr ?)([1-4])[ ,:-]*)") + years);
    static const std::regex quarter_last(std::string(years) + R"([ ,:-]*(?:q|quarter ?|qtr ?)([1-4]))");
    static const std::regex year_alone(std::string(R"((?:fy ?)?)") + years);

    std::smatch match;
    if (std::regex_match(text, match, year_month)) {
        // "2009-10" may be a month or a financial year: a month, as the key is written so.
        if (const auto month = month_in(to_int(match[1]), to_int(match[2])); month && text[4] == '-') return month;
    }
    if (std::regex_match(text, match, month_year)) return month_in(to_int(match[2]), to_int(match[1]));
    if (std::regex_match(text, match, month_span)) {
        return span_of(month_in(to_int(match[1]), to_int(match[2])), month_in(to_int(match[3]), to_int(match[4])));
    }
    if (std::regex_match(text, match, name_year)) {
        if (const auto month = named_month(match[1], match[2])) return month;
    }
    if (std::regex_match(text, match, name_span)) {
        const auto last = named_month(match[2], match[3]);
        auto first = named_month(match[1], match[3]);
        if (first && last && *last < *first) first = first->shifted(-12);
        if (first && last) return span_of(first, last);
    }
    if (std::regex_match(text, match, full_span))
        return span_of(named_month(match[1], match[2]), named_month(match[3], match[4]));
    if (std::regex_match(text, match, twelve_months)) {
        const auto last = named_month(match[1], match[2]);
        return last ? std::optional(Period::ending(*last, 12)) : std::nullopt;
    }
    if (std::regex_match(text, match, quarter_first)) {
        const auto year = financial_year(match[2], match[3]);
        return year ? std::optional(Period::quarter(*year, to_int(match[1]))) : std::nullopt;
    }
    if (std::regex_match(text, match, quarter_last)) {
        const auto year = financial_year(match[1], match[2]);
        return year ? std::optional(Period::quarter(*year, to_int(match[3]))) : std::nullopt;
    }
    if (std::regex_match(text, match, year_alone)) {
        const auto year = financial_year(match[1], match[2]);
        return year ? std::optional(Period::financial_year(*year)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<int> parse_month_name(std::string_view text) {
    std::string name = folded(text);
    if (name.ends_with('.')) name.pop_back();
    if (name == "sept") return 9;
    for (int month = 1; month <= 12; ++month) {
        const std::string full = folded(month_name(month));
        if (name == full || (name.size() == 3 && full.starts_with(name))) return month;
    }
    return std::nullopt;
}

std::optional<int> parse_year(std::string_view text) {
    const std::string_view digits = trimmed(text);
    int year = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    if (digits.size() != 4 || result.ec != std::errc{} || result.ptr != digits.data() + 4) return std::nullopt;
    return year >= 1900 && year <= 2099 ? std::optional(year) : std::nullopt;
}

std::optional<Period> parse_period(std::string_view text) {
    // Beyond this length it is a sentence; std::regex also recurses once a character.
    if (text.size() > 64) return std::nullopt;
    return parse_folded(folded_label(text));
}

}  // namespace panelbook
