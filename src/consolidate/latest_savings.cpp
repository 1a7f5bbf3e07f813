#include "panelbook/consolidate/latest_savings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "panelbook/consolidate/amounts.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::consolidate {

namespace {

using KnownAmounts = std::vector<history::KnownSavings>;

/// What one file says about one scope, as-at and estimate: places in the list that was given.
struct Statement {
    const GatedFile* file = nullptr;
    std::vector<std::size_t> amounts;
};

using StatementKey = std::tuple<SourceId, std::string, std::optional<Date>, std::string>;
using RowKey = std::tuple<std::string, std::string, std::string, std::string, Period>;

RowKey row_of(const SavingsAmount& amount) {
    return {folded_label(amount.scheme), folded(amount.owner), amount.status, amount.recurring, amount.year};
}

Place place_of(const SavingsAmount& amount) {
    return {amount.where.file, amount.where.sheet, amount.where.cell};
}

std::string pounds(const SavingsAmount& amount) {
    return amount_words(amount.amount, plan::Unit::gbp);
}

auto run_of(const Statement& statement) {
    return std::pair(statement.file->file->known_on, statement.file->file->run);
}

class Statements {
public:
    Statements(const KnownAmounts& savings, const GatedFiles& files, const plan::Plan& plan) : m_savings(savings) {
        m_latest.fates.resize(savings.size());
        for (std::size_t i = 0; i < savings.size(); ++i) {
            const SavingsAmount& amount = savings[i].amount;
            const auto file = files.find(amount.where.hash);
            if (file == files.end() || !plan.source(amount.source)) continue;
            m_latest.fates[i].kind = Fate::Kind::not_released;
            Statement& statement =
                m_by_key[{amount.source, amount.scope, amount.as_at, amount.estimate}][amount.where.hash];
            statement.file = &file->second;
            statement.amounts.push_back(i);
        }
    }

    LatestSavings take() {
        for (const auto& [key, by_file] : m_by_key) {
            std::vector<const Statement*> statements;
            for (const auto& [hash, each] : by_file) statements.push_back(&each);
            std::sort(statements.begin(), statements.end(), [](const Statement* a, const Statement* b) {
                return std::tuple(run_of(*a), a->file->file->name, a->file->file->hash) <
                       std::tuple(run_of(*b), b->file->file->name, b->file->file->hash);
            });
            settle(statements);
        }
        return std::move(m_latest);
    }

private:
    /// All that one source says about one scope, as-at and estimate, in the order in which it became known.
    void settle(const std::vector<const Statement*>& statements) {
        const auto released = [](const Statement* each) { return each->file->gate.released; };
        const auto latest = std::find_if(statements.rbegin(), statements.rend(), released);
        std::vector<const Statement*> current;
        for (const Statement* each : statements) {
            const bool shown = released(each);
            const Statement* last = shown ? *latest : statements.back();
            if (run_of(*each) < run_of(*last)) {
                replace(*each, *last, shown);
            } else if (shown) {
                current.push_back(each);
            }
        }
        if (current.empty()) return;
        for (const Statement* other : current) {
            if (!find_conflict(*current.front(), *other)) continue;
            for (const Statement* each : current) set(*each, Fate::Kind::in_conflict);
            return;
        }
        for (const Statement* each : current) set(*each, Fate::Kind::holds);
        take_rows(*current.front());
    }

    void set(const Statement& statement, Fate::Kind kind) {
        for (const std::size_t i : statement.amounts) m_latest.fates[i].kind = kind;
    }

    /// Row by row where the later file has the same row, else by its first.
    void replace(const Statement& earlier, const Statement& later, bool shown) {
        for (const std::size_t i : earlier.amounts) {
            const RowKey row = row_of(m_savings[i].amount);
            const auto same = std::find_if(later.amounts.begin(), later.amounts.end(),
                                           [&](std::size_t each) { return row_of(m_savings[each].amount) == row; });
            m_latest.fates[i].replaced_by = same == later.amounts.end() ? later.amounts.front() : *same;
            if (shown) m_latest.fates[i].kind = Fate::Kind::superseded;
        }
    }

    /// The amounts of each row, in the order of the file.
    std::map<RowKey, std::vector<std::size_t>> rows_of(const Statement& statement) const {
        std::map<RowKey, std::vector<std::size_t>> rows;
        for (const std::size_t i : statement.amounts) rows[row_of(m_savings[i].amount)].push_back(i);
        return rows;
    }

    /// Whether two statements differ, which is then found at the first cell that does.
    bool find_conflict(const Statement& first, const Statement& second) {
        if (&first == &second) return false;
        const auto theirs = rows_of(first), ours = rows_of(second);
        std::vector<std::pair<const SavingsAmount*, const SavingsAmount*>> differing;  // theirs, ours; one may be null
        const auto at = [&](const auto& rows, const RowKey& row) {
            const auto found = rows.find(row);
            return found == rows.end() ? nullptr : &m_savings[found->second.front()].amount;
        };
        for (const auto& [row, amounts] : ours) {
            const SavingsAmount* other = at(theirs, row);
            const SavingsAmount* own = at(ours, row);
            if (!other || other->amount != own->amount) differing.emplace_back(other, own);
        }
        for (const auto& [row, amounts] : theirs) {
            if (!ours.contains(row)) differing.emplace_back(at(theirs, row), nullptr);
        }
        if (differing.empty()) return false;
        m_latest.findings.push_back(conflict(differing));
        return true;
    }

    static Finding conflict(std::vector<std::pair<const SavingsAmount*, const SavingsAmount*>>& differing) {
        constexpr std::size_t named = 3;
        const auto shown_at = [](const auto& pair) { return pair.second ? pair.second : pair.first; };
        std::stable_sort(differing.begin(), differing.end(), [&](const auto& a, const auto& b) {
            return std::tuple(!a.second, shown_at(a)->where.sheet, shown_at(a)->where.cell) <
                   std::tuple(!b.second, shown_at(b)->where.sheet, shown_at(b)->where.cell);
        });
        const SavingsAmount& first = *shown_at(differing.front());
        const std::string what = first.scope.empty() ? "The savings" : "The savings for " + first.scope;
        const std::string as_at = first.as_at ? " as at " + to_words(*first.as_at) : "";
        std::string cells;
        for (std::size_t i = 0; i < std::min(named, differing.size()); ++i) {
            const auto& [theirs, ours] = differing[i];
            cells += i == 0 ? "" : "; ";
            if (theirs && ours) {
                cells += fmt::format("\u201C{}\u201D is {} at {} and {} at {}", ours->scheme, pounds(*ours),
                                     place_of(*ours).text(), pounds(*theirs), place_of(*theirs).text());
            } else {
                cells += fmt::format("\u201C{}\u201D stands only at {}", shown_at(differing[i])->scheme,
                                     place_of(*shown_at(differing[i])).text());
            }
        }
        if (differing.size() > named) cells += fmt::format("; and {} more rows differ", differing.size() - named);
        return {Severity::error,
                "conflicting-figures",
                place_of(first),
                fmt::format("{}{} are given twice, and the two differ: {}. Neither is published.", what, as_at, cells),
                "Find out which is right. The other must be corrected and sent again.",
                "",
                ""};
    }

    void take_rows(const Statement& statement) {
        const auto rows = rows_of(statement);
        for (const std::size_t i : statement.amounts) {
            const SavingsAmount& amount = m_savings[i].amount;
            const auto& same = rows.at(row_of(amount));
            const SavingsAmount& first = m_savings[same.front()].amount;
            const bool differ = std::any_of(same.begin(), same.end(), [&](std::size_t each) {
                return m_savings[each].amount.amount != first.amount;
            });
            if (differ) m_latest.fates[i].kind = Fate::Kind::in_conflict;
            if (i == same.front() && !differ) m_latest.amounts.push_back(amount);
            if (i == same.front()) continue;
            if (!differ) m_latest.fates[i].kind = Fate::Kind::repeats;
            if (amount.where == first.where) continue;
            m_latest.findings.push_back(twice(first, amount));
        }
    }

    static Finding twice(const SavingsAmount& first, const SavingsAmount& again) {
        const bool differ = first.amount != again.amount;
        const std::string row = fmt::format("\u201C{}\u201D ({}, {})", again.scheme, again.status, again.year.words());
        return {differ ? Severity::error : Severity::warning,
                "savings-row-twice",
                place_of(again),
                differ ? fmt::format("{} is {} here and {} at {}. Neither is counted.", row, pounds(again),
                                     pounds(first), place_of(first).text())
                       : fmt::format("{} is already at {}. It was counted once.", row, place_of(first).text()),
                "Delete one of the two rows. If they are two schemes, give each a name of its own.",
                pounds(again),
                pounds(first)};
    }

    const KnownAmounts& m_savings;
    std::map<StatementKey, std::map<std::string, Statement>> m_by_key;  // then by the hash of the file
    LatestSavings m_latest;
};

}  // namespace

LatestSavings latest_savings(const std::vector<history::KnownSavings>& savings, const GatedFiles& files,
                             const plan::Plan& plan) {
    return Statements(savings, files, plan).take();
}

}  // namespace panelbook::consolidate
