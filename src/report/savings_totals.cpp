#include "panelbook/report/savings_totals.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace panelbook::report {

namespace {

constexpr std::int64_t pence_in_hundredth_million = 1'000'000;

std::int64_t floor_of(std::int64_t pence) {
    const std::int64_t down = pence / pence_in_hundredth_million;
    return pence % pence_in_hundredth_million < 0 ? down - 1 : down;
}

bool before(const SavingsSet& one, const SavingsSet& other) {
    if (one.as_at != other.as_at) {
        if (!one.as_at || !other.as_at) return one.as_at.has_value();
        return *other.as_at < *one.as_at;
    }
    return one.scope < other.scope;
}

void choose_estimate(SavingsSet& set) {
    std::vector<std::string> estimates;
    for (const SavingsAmount* amount : set.amounts) {
        if (amount->status != "required") continue;
        if (std::find(estimates.begin(), estimates.end(), amount->estimate) == estimates.end())
            estimates.push_back(amount->estimate);
    }
    set.estimates_differ = estimates.size() > 1;
    if (estimates.empty()) return;
    for (const char* wanted : {"latest", "", "original"}) {
        if (std::find(estimates.begin(), estimates.end(), wanted) == estimates.end()) continue;
        set.required_estimate = wanted;
        return;
    }
    set.required_estimate = estimates.front();
}

}  // namespace

std::string SavingsSet::words() const {
    if (!as_at) return scope.empty() ? "No scope and no date are stated" : scope + ", no date stated";
    const std::string date = "as at " + to_words(*as_at);
    return scope.empty() ? date : scope + ", " + date;
}

bool SavingsSet::has_required() const {
    return std::any_of(amounts.begin(), amounts.end(),
                       [](const SavingsAmount* amount) { return amount->status == "required"; });
}

std::vector<SavingsSet> savings_sets(const std::vector<SavingsAmount>& amounts) {
    std::vector<SavingsSet> sets;
    for (const SavingsAmount& amount : amounts) {
        auto set = std::find_if(sets.begin(), sets.end(), [&](const SavingsSet& one) {
            return one.scope == amount.scope && one.as_at == amount.as_at;
        });
        if (set == sets.end()) set = sets.insert(set, SavingsSet{amount.scope, amount.as_at, {}, {}, false});
        set->amounts.push_back(&amount);
    }
    for (SavingsSet& set : sets) choose_estimate(set);
    std::stable_sort(sets.begin(), sets.end(), before);
    return sets;
}

const std::vector<std::string>& identified_statuses() {
    static const std::vector<std::string> statuses = {"identified", "planned", "nearing completion"};
    return statuses;
}

SavingsBridge bridge_of(const SavingsSet& set) {
    SavingsBridge bridge;
    for (const SavingsAmount* amount : set.amounts) {
        const auto& identified = identified_statuses();
        if (amount->status == "required" && amount->estimate == set.required_estimate)
            bridge.required += amount->amount;
        else if (amount->status == "realised")
            bridge.realised += amount->amount;
        else if (std::find(identified.begin(), identified.end(), amount->status) != identified.end())
            bridge.identified += amount->amount;
    }
    return bridge;
}

std::int64_t nearest_hundredth_million(Pence amount) {
    const std::int64_t half = pence_in_hundredth_million / 2;
    return (amount.count + (amount.count < 0 ? -half : half)) / pence_in_hundredth_million;
}

ShownMillions shown_millions(Pence whole, const std::vector<Pence>& parts) {
    ShownMillions shown;
    shown.whole = nearest_hundredth_million(whole);
    for (const Pence part : parts) shown.parts.push_back(floor_of(part.count));
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto remainder = [&](std::size_t i) { return parts[i].count - shown.parts[i] * pence_in_hundredth_million; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return remainder(one) > remainder(other); });
    std::int64_t left = shown.whole - std::accumulate(shown.parts.begin(), shown.parts.end(), std::int64_t{0});
    for (const std::size_t i : order) {
        if (left <= 0) break;
        ++shown.parts[i];
        --left;
    }
    return shown;
}

}  // namespace panelbook::report
