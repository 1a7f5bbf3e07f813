#include "period_order.hpp"

#include <charconv>

#include "panelbook/core/date.hpp"
#include "panelbook/core/period.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::spc {

std::optional<PeriodOrder> period_order(std::string_view period) {
    const std::string_view text = trimmed(period);
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) return PeriodOrder{PeriodOrder::Kind::number, number};
    std::optional<Date> day = parse_iso_date(text);
    if (!day)
        if (const auto parsed = parse_period(text)) day = parsed->first_day();
    if (!day) return std::nullopt;
    return PeriodOrder{PeriodOrder::Kind::calendar, static_cast<double>(day->day_number())};
}

}  // namespace panelbook::spc
