#include "panelbook/extract/totals.hpp"

#include <algorithm>
#include <cmath>

namespace panelbook::extract {

namespace {

double last_unit(int decimals) {
    return std::pow(10.0, -decimals);
}

/// The parts in the half-open range, as a group; nothing is added where there are none or the group is there already.
void add_group(std::vector<std::vector<std::size_t>>& groups, std::span<const Part> places, std::size_t from,
               std::size_t to) {
    std::vector<std::size_t> group;
    for (std::size_t i = from; i < to; ++i) {
        if (places[i] == Part::part) group.push_back(i);
    }
    if (group.empty() || std::find(groups.begin(), groups.end(), group) != groups.end()) return;
    groups.push_back(std::move(group));
}

}  // namespace

std::vector<std::vector<std::size_t>> likely_parts(std::span<const Part> places, std::size_t total) {
    std::vector<std::vector<std::size_t>> groups;
    std::size_t since = total;
    while (since > 0 && places[since - 1] != Part::total) --since;
    add_group(groups, places, since, total);
    add_group(groups, places, 0, total);
    if (!groups.empty()) return groups;
    std::size_t until = total + 1;
    while (until < places.size() && places[until] != Part::total) ++until;
    add_group(groups, places, total + 1, until);
    add_group(groups, places, total + 1, places.size());
    return groups;
}

SumCheck check_sum(std::span<const CellReading* const> parts, const CellReading& total) {
    SumCheck check;
    if (total.kind != CellKind::value) return check;
    check.total = total.shown;
    bool missing = false;
    bool whole = total.decimals == 0;
    std::size_t present = 0;
    double tolerance = last_unit(total.decimals) / 2.0;
    for (const CellReading* part : parts) {
        if (part->kind == CellKind::wrong) return check;
        if (part->kind != CellKind::value) {
            missing = true;
            continue;
        }
        ++present;
        check.parts += part->shown;
        tolerance += last_unit(part->decimals) / 2.0;
        whole = whole && part->decimals == 0;
    }
    if (present == 0) return check;
    const double difference = std::abs(check.parts - check.total);
    const double noise = 1e-9 * std::max(std::abs(check.parts), std::abs(check.total));
    const bool near = difference <= tolerance + noise;
    if (difference <= noise || (near && !whole)) {
        check.result = SumResult::agrees;
    } else if (missing) {
        check.result = SumResult::part_missing;
    } else {
        check.result = near ? SumResult::rounded : SumResult::differs;
    }
    return check;
}

std::optional<std::size_t> best_group(std::span<const std::vector<SumCheck>> checks) {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t group = 0; group < checks.size(); ++group) {
        const auto count = [&](SumResult result) {
            return static_cast<std::size_t>(
                std::count_if(checks[group].begin(), checks[group].end(),
                              [result](const SumCheck& one) { return one.result == result; }));
        };
        const std::size_t checked = checks[group].size() - count(SumResult::unreadable);
        if (checked == 0) continue;
        // An exact sum weighs more than one that only rounding explains.
        const std::size_t agreement = 2 * count(SumResult::agrees) + count(SumResult::rounded);
        if (!best || agreement > most) {
            best = group;
            most = agreement;
        }
    }
    return best;
}

}  // namespace panelbook::extract
