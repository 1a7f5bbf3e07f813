#include "date_line.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "panelbook/core/period.hpp"
#include "panelbook/extract/date_text.hpp"

namespace panelbook::validate {

namespace {

struct DatedCell {
    const Cell* cell;
    Date date;
    bool text = false;
    bool day_given = true;  // a text such as "May-14" gives none
};

std::optional<DatedCell> dated(const Cell& cell) {
    if (const auto* real = std::get_if<DateTime>(&cell.value)) return DatedCell{&cell, real->date};
    const auto* text = std::get_if<std::string>(&cell.value);
    if (text == nullptr) return std::nullopt;
    if (const auto date = extract::parse_date_text(*text)) return DatedCell{&cell, *date, true};
    const auto period = parse_period(*text);
    if (!period || period->months() != 1) return std::nullopt;
    return DatedCell{&cell, period->first_day(), true, false};
}

/// The day of the month that at least three of four real dates are of; 0 where there is none.
int common_day(const std::vector<DatedCell>& dates, std::size_t real) {
    std::map<int, std::size_t> count;
    for (const DatedCell& one : dates) {
        if (!one.text) ++count[one.date.day()];
    }
    const auto most =
        std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == count.end() || most->second * 4 < real * 3 ? 0 : most->first;
}

/// The date with day and month changed round, where only that makes it one of `day` (0: none).
std::optional<Date> other_way_round(Date date, int day) {
    constexpr int most_months = 12;
    if (date.day() == day || date.month() != day || date.day() > most_months) return std::nullopt;
    const auto month = date.day().as_number();
    if (day > boost::gregorian::gregorian_calendar::end_of_month_day(date.year(), month)) return std::nullopt;
    return Date(date.year(), month, static_cast<unsigned short>(day));
}

}  // namespace

std::vector<DateFault> date_faults(const std::vector<const Cell*>& line) {
    std::vector<DatedCell> dates;
    std::size_t real = 0;
    for (const Cell* cell : line) {
        const auto one = dated(*cell);
        if (!one) continue;
        if (!one->text) ++real;
        dates.push_back(*one);
    }
    constexpr std::size_t enough = 3;
    const std::size_t texts = dates.size() - real;
    if (real < enough || texts * 3 > real) return {};
    const int day = common_day(dates, real);
    std::vector<DateFault> faults;
    for (const DatedCell& one : dates) {
        if (const auto meant = one.day_given ? other_way_round(one.date, day) : std::nullopt) {
            faults.push_back({DateFault::Kind::swapped, one.cell->at, to_text(one.cell->value), *meant});
        } else if (one.text) {
            faults.push_back({DateFault::Kind::stored_as_text, one.cell->at, to_text(one.cell->value), one.date});
        }
    }
    return faults;
}

}  // namespace panelbook::validate
