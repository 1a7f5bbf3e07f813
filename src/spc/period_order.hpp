#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace panelbook::spc {

/// Where a period stands among others: whole numbers by size, days, months, quarters and years by their first day.
struct PeriodOrder {
    enum class Kind { number, calendar } kind = Kind::number;
    double place = 0.0;
    bool operator==(const PeriodOrder&) const = default;
};

/// Nothing for what is neither a number nor a date nor a period.
std::optional<PeriodOrder> period_order(std::string_view period);

}  // namespace panelbook::spc
