#include "panelbook/extract/headings.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/date_text.hpp"
#include "panelbook/extract/labels.hpp"

namespace panelbook::extract {

namespace {

/// The year that stands over a heading: bare, or a financial one.
struct YearInForce {
    std::optional<int> calendar;
    std::optional<Period> financial;
    bool known() const { return calendar || financial; }
};

int first_month_of(Period period) {
    return period.first_day().month();
}

std::optional<Period> with_year(const std::string& text, int year) {
    return parse_period(folded_label(text) + " " + std::to_string(year));
}

std::optional<Period> within_financial_year(const std::string& text, Period year) {
    if (const auto quarter = parse_period(folded_label(text) + " " + year.key()); quarter && year.contains(*quarter))
        return quarter;
    const int first = year.first_day().year();
    for (const int candidate : {first, first + 1}) {
        if (const auto period = with_year(text, candidate); period && year.contains(*period)) return period;
    }
    return std::nullopt;
}

/// "2009-10" as a financial year, where a text like it is read as October 2009.
std::optional<Period> hyphenated_financial_year(const std::string& text) {
    const std::string_view seen = text;
    if (seen.size() != 7 || seen[4] != '-') return std::nullopt;
    const auto year = parse_year(seen.substr(0, 4));
    if (!year) return std::nullopt;
    return parse_period(std::string(seen.substr(0, 4)) + "/" + std::string(seen.substr(5)));
}

/// Whether the innermost texts of the form 2009-10 are financial years: one says so by itself, or all but one follow.
bool hyphens_are_years(std::span<const Heading> headings) {
    std::size_t both_ways = 0;
    for (const Heading& heading : headings) {
        if (heading.parts.empty()) continue;
        const HeadingPart& part = heading.parts.back();
        if (part.text.size() != 7 || part.text[4] != '-' || !part.whole) continue;
        const auto year = hyphenated_financial_year(part.text);
        if (!year) return false;
        if (part.whole->months() == 12) return true;
        ++both_ways;
    }
    return both_ways > 1;
}

class Resolver {
public:
    Resolver(bool hyphen_years, std::optional<Period> context) : m_hyphen_years(hyphen_years), m_context(context) {}

    Slot resolve(const Heading& heading) {
        carry(heading);
        Slot slot;
        slot.index = heading.index;
        slot.text = text_of(heading);
        const HeadingPart* inner = innermost(heading);
        if (inner == nullptr) return slot;
        const bool any_total =
            std::any_of(heading.parts.begin(), heading.parts.end(), [](const HeadingPart& part) { return part.total; });
        if (any_total) {
            slot.kind = SlotKind::total;
            slot.to_date = inner->to_date;
            if (m_year.financial) slot.period = m_year.financial;
            if (m_year.calendar) slot.period = Period::calendar_year(*m_year.calendar);
            return slot;
        }
        slot.period = period_of(*inner, inner == &heading.parts.front());
        if (slot.period) slot.kind = SlotKind::period;
        return slot;
    }

private:
    static const HeadingPart* innermost(const Heading& heading) {
        for (auto part = heading.parts.rbegin(); part != heading.parts.rend(); ++part) {
            if (!part->text.empty()) return &*part;
        }
        return nullptr;
    }

    static std::string text_of(const Heading& heading) {
        std::vector<std::string> texts;
        for (const HeadingPart& part : heading.parts) texts.push_back(part.text);
        return join_path(texts);
    }

    void carry(const Heading& heading) {
        for (std::size_t level = 0; level + 1 < heading.parts.size(); ++level) {
            const HeadingPart& part = heading.parts[level];
            if (part.text.empty()) continue;
            m_last_month = 0;
            m_year = {};
            if (part.year) m_year.calendar = part.year;
            if (part.whole && part.whole->months() == 12) m_year.financial = part.whole;
            m_outer = part.whole && part.whole->months() != 12 ? part.whole : std::nullopt;
        }
    }

    std::optional<Period> period_of(const HeadingPart& part, bool alone) {
        if (part.whole) {
            if (m_hyphen_years) {
                if (const auto year = hyphenated_financial_year(part.text)) return year;
            }
            return part.whole;
        }
        if (part.year) return Period::calendar_year(*part.year);
        if (!part.needs_year) return alone ? std::nullopt : m_outer;
        if (m_year.financial) return within_financial_year(part.text, *m_year.financial);
        if (m_year.calendar) {
            const auto period = with_year(part.text, *m_year.calendar);
            if (!period) return std::nullopt;
            const int month = first_month_of(*period);
            if (month < m_last_month) m_year.calendar = *m_year.calendar + 1;
            m_last_month = month;
            return with_year(part.text, *m_year.calendar);
        }
        if (!m_context) return std::nullopt;
        const Period year = m_context->months() == 12 ? *m_context : m_context->containing_financial_year();
        return within_financial_year(part.text, year);
    }

    bool m_hyphen_years;
    std::optional<Period> m_context;
    YearInForce m_year;
    std::optional<Period> m_outer;  // a month or quarter that stands over sub-headings such as "n" and "%"
    int m_last_month = 0;
};

/// Months that stand before the first bare year lead up to it: "Nov, Dec, 2015 Jan" begins in 2014.
void resolve_leading_months(std::span<const Heading> headings, std::vector<Slot>& slots) {
    std::size_t first_year = 0;
    while (first_year < headings.size() &&
           std::none_of(headings[first_year].parts.begin(), headings[first_year].parts.end(),
                        [](const HeadingPart& part) { return part.year.has_value(); })) {
        ++first_year;
    }
    if (first_year == 0 || first_year == headings.size()) return;
    if (slots[first_year].kind != SlotKind::period || slots[first_year].period->months() != 1) return;
    Period next = *slots[first_year].period;
    for (std::size_t i = first_year; i-- > 0;) {
        if (slots[i].kind != SlotKind::other || headings[i].parts.empty()) continue;
        const HeadingPart& inner = headings[i].parts.back();
        if (!inner.needs_year) continue;
        const int year = next.first_day().year();
        for (const int candidate : {year, year - 1}) {
            const auto period = with_year(inner.text, candidate);
            if (!period || !(*period < next)) continue;
            slots[i].period = period;
            slots[i].kind = SlotKind::period;
            next = *period;
            break;
        }
    }
}

}  // namespace

HeadingPart read_heading(const Cell* cell) {
    HeadingPart part;
    if (cell == nullptr) return part;
    part.text = std::string(trimmed(to_text(cell->value)));
    if (part.text.empty()) return part;
    if (const auto* date = std::get_if<DateTime>(&cell->value)) {
        part.whole = Period::month_of(date->date);
        return part;
    }
    const auto* number = std::get_if<double>(&cell->value);
    if (number == nullptr && !std::holds_alternative<std::string>(cell->value)) return part;
    part.year = parse_year(part.text);
    if (part.year) return part;
    const bool year_and_month = part.text.size() == 6 && std::all_of(part.text.begin(), part.text.end(),
                                                                     [](char c) { return c >= '0' && c <= '9'; });
    if (year_and_month) {
        part.whole = parse_period(part.text.substr(0, 4) + "-" + part.text.substr(4));
        return part;
    }
    if (number != nullptr) return part;
    constexpr std::array<std::string_view, 4> to_date = {"ytd", "year to date", "year-to-date", "total to date"};
    const std::string word = folded_label(part.text);
    part.to_date = std::find(to_date.begin(), to_date.end(), word) != to_date.end();
    part.total = part.to_date || is_total_label(part.text);
    if (part.total) return part;
    part.whole = parse_period(part.text);
    constexpr std::size_t longest_without_year = 24;  // "september to november"
    if (!part.whole) {
        if (const auto date = parse_date_text(part.text)) part.whole = Period::month_of(*date);
    }
    if (!part.whole && word.size() <= longest_without_year) {
        part.needs_year = with_year(word, 2001) || parse_period(word + " 2001/02");
    }
    return part;
}

std::vector<Slot> resolve_headings(std::span<const Heading> headings, std::optional<Period> context) {
    Resolver resolver(hyphens_are_years(headings), context);
    std::vector<Slot> slots;
    slots.reserve(headings.size());
    for (const Heading& heading : headings) slots.push_back(resolver.resolve(heading));
    if (!context) resolve_leading_months(headings, slots);
    return slots;
}

}  // namespace panelbook::extract
