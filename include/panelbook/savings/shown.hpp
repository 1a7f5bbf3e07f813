#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "panelbook/savings/savings.hpp"

namespace panelbook::savings {

constexpr Pence thousand_pounds{100'000};
constexpr Pence hundredth_of_a_million{1'000'000};  ///< £m with two decimals

/// An amount as a whole number of units, halves away from zero.
std::int64_t rounded_to(Pence amount, Pence unit);

/// The parts as whole numbers of units that add up to their rounded sum, by largest remainder: each is its amount
/// rounded down or up, an exact one is as it is. Of equal remainders the larger amount is rounded up, then the earlier.
std::vector<std::int64_t> shown_parts(std::span<const Pence> parts, Pence unit);

/// The four lines as printed: whole numbers of units, and required = realised + identified + still to find in print
/// too.
struct ShownTotals {
    std::optional<std::int64_t> required;
    std::int64_t realised = 0;
    std::int64_t identified = 0;
    std::optional<std::int64_t> still_to_find;
};
ShownTotals shown(const Totals& totals, Pence unit);

}  // namespace panelbook::savings
