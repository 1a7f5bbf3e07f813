#include "panelbook/report/savings_totals.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "panelbook/savings/savings.hpp"

namespace panelbook::report {

namespace {

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

std::string savings_caution(const SavingsSet& set, const Findings& findings) {
    constexpr std::size_t named = 4;
    // These are about a total that somebody stated, not about an amount that was left out.
    const std::set<std::string> about_totals = {"total-differs", "savings-do-not-foot"};
    std::set<std::pair<std::string, std::string>> sheets;
    for (const SavingsAmount* amount : set.amounts) sheets.emplace(amount->where.file, amount->where.sheet);
    std::vector<Place> places;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::error || !finding.where.cell || about_totals.contains(finding.rule)) continue;
        if (!sheets.contains({finding.where.file, finding.where.sheet})) continue;
        if (std::find(places.begin(), places.end(), finding.where) == places.end()) places.push_back(finding.where);
    }
    if (places.empty()) return "";
    std::string cells;
    for (std::size_t i = 0; i < std::min(named, places.size()); ++i)
        cells += fmt::format("{}{}", i == 0 ? "" : "; ", places[i].text());
    if (places.size() > named) cells += fmt::format("; and {} more", places.size() - named);
    return places.size() == 1
               ? fmt::format("1 row of these savings is in error and in no total: {}.", cells)
               : fmt::format("{} rows of these savings are in error and in no total: {}.", places.size(), cells);
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
        const savings::Line line = savings::line_of(amount->status);
        if (line == savings::Line::required && amount->estimate == set.required_estimate)
            bridge.required += amount->amount;
        else if (line == savings::Line::realised)
            bridge.realised += amount->amount;
        else if (line == savings::Line::identified)
            bridge.identified += amount->amount;
    }
    return bridge;
}

}  // namespace panelbook::report
