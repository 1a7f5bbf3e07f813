#include "panelbook/consolidate/latest_savings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace panelbook::consolidate {

namespace {

/// What one file says about one scope, as-at and estimate.
struct Statement {
    const GatedFile* file = nullptr;
    std::vector<const SavingsAmount*> amounts;
};

using Key = std::tuple<SourceId, std::string, std::optional<Date>, std::string>;

bool same_amounts(const Statement& a, const Statement& b) {
    const auto same = [](const SavingsAmount* x, const SavingsAmount* y) {
        const auto said = [](const SavingsAmount& s) {
            return std::tie(s.scheme, s.owner, s.status, s.recurring, s.year, s.amount);
        };
        return said(*x) == said(*y);
    };
    return std::is_permutation(a.amounts.begin(), a.amounts.end(), b.amounts.begin(), b.amounts.end(), same);
}

Place place_of(const SavingsAmount& amount) {
    return {amount.where.file, amount.where.sheet, amount.where.cell};
}

Finding conflict(const Statement& first, const Statement& second) {
    const SavingsAmount& theirs = *first.amounts.front();
    const std::string what = theirs.scope.empty() ? "The savings" : "The savings for " + theirs.scope;
    const std::string as_at = theirs.as_at ? " as at " + to_words(*theirs.as_at) : "";
    return {Severity::error,
            "conflicting-figures",
            place_of(*second.amounts.front()),
            fmt::format("{}{} are given here and at {}, and the two differ. Neither is published.", what, as_at,
                        place_of(theirs).text()),
            "Find out which is right. The other must be corrected and sent again.",
            "",
            ""};
}

auto run_of(const Statement& statement) {
    return std::pair(statement.file->file->known_on, statement.file->file->run);
}

}  // namespace

Checked<std::vector<SavingsAmount>> latest_savings(const std::vector<history::KnownSavings>& savings,
                                                   const GatedFiles& files, const plan::Plan& plan) {
    std::map<Key, std::map<std::pair<std::string, std::string>, Statement>> by_key;  // then by file name and hash
    for (const history::KnownSavings& known : savings) {
        const SavingsAmount& amount = known.amount;
        const auto file = files.find(amount.where.hash);
        if (file == files.end() || !file->second.gate.released || !plan.source(amount.source)) continue;
        Statement& statement = by_key[{amount.source, amount.scope, amount.as_at, amount.estimate}]
                                     [{amount.where.file, amount.where.hash}];
        statement.file = &file->second;
        statement.amounts.push_back(&amount);
    }
    Checked<std::vector<SavingsAmount>> result;
    for (const auto& [key, statements] : by_key) {
        const Statement* latest = nullptr;
        const Statement* against = nullptr;
        for (const auto& [name, each] : statements) {
            if (!latest || run_of(*latest) < run_of(each)) {
                latest = &each;
                against = nullptr;
            } else if (run_of(*latest) == run_of(each) && !against && !same_amounts(*latest, each)) {
                against = &each;
            }
        }
        if (against) {
            result.findings.push_back(conflict(*latest, *against));
            continue;
        }
        for (const SavingsAmount* amount : latest->amounts) result.value.push_back(*amount);
    }
    return result;
}

}  // namespace panelbook::consolidate
