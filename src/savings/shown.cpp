#include "panelbook/savings/shown.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace panelbook::savings {

namespace {

std::int64_t floored(Pence amount, Pence unit) {
    const std::int64_t quotient = amount.count / unit.count;
    return amount.count % unit.count < 0 ? quotient - 1 : quotient;
}

}  // namespace

std::int64_t rounded_to(Pence amount, Pence unit) {
    const std::int64_t down = floored(amount, unit);
    const std::int64_t rest = amount.count - down * unit.count;
    const std::int64_t opposite = unit.count - rest;
    return rest > opposite || (rest == opposite && amount.count > 0) ? down + 1 : down;
}

std::vector<std::int64_t> shown_parts(std::span<const Pence> parts, Pence unit) {
    std::vector<std::int64_t> shown;
    for (const Pence part : parts) shown.push_back(floored(part, unit));
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto remainder = [&](std::size_t i) { return parts[i].count - shown[i] * unit.count; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (remainder(a) != remainder(b)) return remainder(a) > remainder(b);
        return parts[a] > parts[b];
    });
    const Pence sum = std::accumulate(parts.begin(), parts.end(), Pence{});
    std::int64_t short_by = rounded_to(sum, unit) - std::accumulate(shown.begin(), shown.end(), std::int64_t{0});
    for (const std::size_t i : order) {
        if (short_by-- <= 0) break;
        ++shown[i];
    }
    return shown;
}

ShownTotals shown(const Totals& totals, Pence unit) {
    if (!totals.required || !totals.still_to_find)
        return {std::nullopt, rounded_to(totals.realised, unit), rounded_to(totals.identified, unit), std::nullopt};
    const std::array parts{totals.realised, totals.identified, *totals.still_to_find};
    const std::vector<std::int64_t> printed = shown_parts(parts, unit);
    return {printed[0] + printed[1] + printed[2], printed[0], printed[1], printed[2]};
}

}  // namespace panelbook::savings
