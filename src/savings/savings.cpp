#include "panelbook/savings/savings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "panelbook/core/text.hpp"

namespace panelbook::savings {

namespace {

using Amounts = std::vector<SavingsAmount>;
using ScopeAsAt = std::pair<std::string, std::optional<Date>>;

constexpr std::array<std::pair<std::string_view, Line>, 8> lines{{
    {"required", Line::required},
    {"realised", Line::realised},
    {"identified", Line::identified},
    {"planned", Line::identified},
    {"nearing completion", Line::identified},
    {"still to find", Line::still_to_find},
    {"to find", Line::still_to_find},
    {"further required", Line::still_to_find},
}};

constexpr std::array<std::string_view, 4> total_words{"total", "sub-total", "subtotal", "grand total"};

bool is_gap(const SavingsAmount& amount) {
    const Line line = line_of(amount.status);
    return line == Line::required || line == Line::still_to_find;
}

bool called_total(const std::string& scheme) {
    return std::any_of(total_words.begin(), total_words.end(),
                       [&](std::string_view word) { return scheme.rfind(word, 0) == 0; });
}

/// Amounts that a stated total should be the sum of.
struct Parts {
    Pence sum;
    std::size_t count = 0;
    void add(const Parts& other) {
        sum += other.sum;
        count += other.count;
    }
};

/// Tells stated totals from amounts, whatever their number.
class Sheet {
public:
    explicit Sheet(const Amounts& amounts) {
        for (const SavingsAmount& each : amounts) {
            const std::string scheme = folded_label(each.scheme);
            const Parts part{each.amount, 1};
            m_by_scheme[{each.status, scheme}][each.year].add(part);
            if (!called_total(scheme)) m_by_year[{each.status, each.year}].add(part);
        }
    }

    /// What stands beside an amount that is a stated total; a count of 0 if it is an amount like any other.
    Parts parts_of(const SavingsAmount& amount) const {
        const std::string scheme = folded_label(amount.scheme);
        Parts parts;
        if (called_total(scheme)) {
            const auto listed = m_by_year.find({amount.status, amount.year});
            if (listed != m_by_year.end()) parts.add(listed->second);
        }
        for (const auto& [year, part] : m_by_scheme.at({amount.status, scheme})) {
            if (year != amount.year && amount.year.contains(year)) parts.add(part);
        }
        return parts;
    }

private:
    std::map<std::pair<std::string, std::string>, std::map<Period, Parts>> m_by_scheme;  // status, scheme
    std::map<std::pair<std::string, Period>, Parts> m_by_year;                           // status, year; no totals
};

Totals totals_of(const Amounts& amounts) {
    Totals totals;
    for (const SavingsAmount& each : amounts) {
        switch (line_of(each.status)) {
            case Line::required:
                totals.required = totals.required.value_or(Pence{}) + each.amount;
                break;
            case Line::realised:
                totals.realised += each.amount;
                break;
            case Line::identified:
                totals.identified += each.amount;
                break;
            case Line::still_to_find:
            case Line::not_counted:
                break;
        }
    }
    if (totals.required) totals.still_to_find = *totals.required - totals.realised - totals.identified;
    return totals;
}

Pence last_shown_unit(const Amounts& amounts) {
    constexpr std::int64_t tenth_of_a_million = 10'000'000;
    std::int64_t unit = 1;
    const auto all_multiples = [&](std::int64_t of) {
        return std::all_of(amounts.begin(), amounts.end(),
                           [&](const SavingsAmount& each) { return each.amount.count % of == 0; });
    };
    while (unit < tenth_of_a_million && all_multiples(unit * 10)) unit *= 10;
    return {unit};
}

std::string pounds(Pence amount) {
    std::string digits = std::to_string(std::abs(amount.count) / 100);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    const auto pence = std::abs(amount.count) % 100;
    return fmt::format("{}£{}{}", amount.count < 0 ? "\u2212" : "", digits,
                       pence == 0 ? "" : fmt::format(".{:02}", pence));
}

/// The finding about a stated total that its parts do not come to; nothing where rounding explains the difference.
std::optional<Finding> foots(const SavingsAmount& stated, Pence sum, std::size_t parts, Pence unit, const char* rule) {
    // Twice the allowance of (parts + 1)/2 units, to stay in whole pence.
    const std::int64_t twice_off = 2 * std::abs(stated.amount.count - sum.count);
    if (twice_off <= static_cast<std::int64_t>(parts + 1) * unit.count) return std::nullopt;
    return Finding{
        Severity::error,
        "savings-do-not-foot",
        {stated.where.file, stated.where.sheet, stated.where.cell},
        fmt::format("\"{}\" for {} is {} here, but {} comes to {}. Rounding does not explain the difference.",
                    stated.scheme.empty() ? stated.status : stated.scheme, stated.year.words(), pounds(stated.amount),
                    rule, pounds(sum)),
        "Check the amounts that it is made of, and send the sheet again.",
        pounds(stated.amount),
        pounds(sum)};
}

Position position_of(const ScopeAsAt& key, const std::string& estimate, const Amounts& all, Findings& findings) {
    Position position{key.first, key.second, estimate, {}, {}, {}};
    const Sheet sheet(all);
    std::vector<std::pair<SavingsAmount, Parts>> stated;
    std::vector<SavingsAmount> stated_to_find;
    for (const SavingsAmount& each : all) {
        const Parts parts = sheet.parts_of(each);
        if (line_of(each.status) == Line::still_to_find) {
            stated_to_find.push_back(each);
        } else if (parts.count != 0) {
            stated.push_back({each, parts});
        } else {
            position.amounts.push_back(each);
        }
    }
    std::map<Period, Amounts> by_year;
    for (const SavingsAmount& each : position.amounts) by_year[each.year].push_back(each);
    for (const auto& [year, amounts] : by_year) position.years.push_back({year, totals_of(amounts)});
    position.total = totals_of(position.amounts);

    const Pence unit = last_shown_unit(all);
    const auto note = [&](std::optional<Finding> finding) {
        if (finding) findings.push_back(std::move(*finding));
    };
    for (const auto& [total, parts] : stated) note(foots(total, parts.sum, parts.count, unit, "the sum of its parts"));
    for (const SavingsAmount& each : stated_to_find) {
        const auto year = std::find_if(position.years.begin(), position.years.end(),
                                       [&](const YearTotals& totals) { return totals.year == each.year; });
        const Totals& totals = year == position.years.end() ? position.total : year->totals;
        if (totals.still_to_find)
            note(foots(each, *totals.still_to_find, 3, unit, "what is required less what is realised and identified"));
    }
    return position;
}

/// The latest as-at first; of one day the latest estimate, then one without a name, then the others.
bool shown_before(const Position& a, const Position& b) {
    const auto rank = [](const std::string& estimate) { return estimate == "latest" ? 0 : estimate.empty() ? 1 : 2; };
    if (a.as_at != b.as_at) return a.as_at > b.as_at;
    return std::tuple(rank(a.estimate), a.estimate, a.scope) < std::tuple(rank(b.estimate), b.estimate, b.scope);
}

std::string note_of(const std::vector<Position>& positions) {
    if (positions.size() < 2) return "";
    std::string others;
    for (std::size_t i = 1; i < positions.size(); ++i) others += (i == 1 ? "" : "; ") + positions[i].words();
    return fmt::format("Shown is {}. Also known, and not added to it: {}.", positions.front().words(), others);
}

}  // namespace

Line line_of(std::string_view status) {
    const std::string word = folded(status);
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& each) { return each.first == word; });
    return found == lines.end() ? Line::not_counted : found->second;
}

std::string Position::words() const {
    std::string text = estimate.empty() ? "the position" : fmt::format("the {} estimate", estimate);
    if (as_at) text += " as at " + to_words(*as_at);
    if (!scope.empty()) text += " for " + scope;
    return text;
}

Checked<Savings> savings_of(const std::vector<SavingsAmount>& amounts) {
    std::map<ScopeAsAt, Amounts> by_scope;
    for (const SavingsAmount& each : amounts) by_scope[{each.scope, each.as_at}].push_back(each);

    Checked<Savings> result;
    for (const auto& [key, all] : by_scope) {
        std::set<std::string> estimates;
        for (const SavingsAmount& each : all) {
            if (!each.estimate.empty() || is_gap(each)) estimates.insert(each.estimate);
        }
        if (estimates.empty()) estimates.insert("");
        for (const std::string& estimate : estimates) {
            Amounts of_estimate;
            std::copy_if(all.begin(), all.end(), std::back_inserter(of_estimate), [&](const SavingsAmount& each) {
                return each.estimate == estimate || (each.estimate.empty() && !is_gap(each));
            });
            result.value.positions.push_back(position_of(key, estimate, of_estimate, result.findings));
        }
    }
    std::sort(result.value.positions.begin(), result.value.positions.end(), shown_before);
    result.value.note = note_of(result.value.positions);
    // A total of schemes that belong to several estimates is found once.
    sort_findings(result.findings);
    const auto same = [](const Finding& a, const Finding& b) { return a.where == b.where && a.message == b.message; };
    result.findings.erase(std::unique(result.findings.begin(), result.findings.end(), same), result.findings.end());
    return result;
}

}  // namespace panelbook::savings
