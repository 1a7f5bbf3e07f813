#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <span>

#include "panelbook/validate/rule.hpp"

#include "series.hpp"

namespace panelbook::validate {

namespace {

/// How many times too large or too small a figure is when its unit was flipped.
std::span<const double> usual_factors(plan::Unit unit) {
    static constexpr double of_shares[] = {100.0};
    static constexpr double of_times[] = {60.0, 3600.0};
    static constexpr double of_others[] = {1000.0, 1e6};
    switch (unit) {
        case plan::Unit::percent:
            return of_shares;
        case plan::Unit::seconds:
        case plan::Unit::minutes:
        case plan::Unit::hours:
            return of_times;
        case plan::Unit::text:
        case plan::Unit::days:
            return {};
        default:
            return of_others;
    }
}

/// What a figure would be in the unit of its peers: nothing where it fits among them as it is, or no usual factor makes
/// it fit.
/// `far` is how many times beyond the peers it must lie, `slack` how far beyond them it may lie in their unit.
std::optional<double> in_unit_of(const std::vector<double>& peers, double value, std::span<const double> factors,
                                 double far = 20.0, double slack = 1.5) {
    constexpr std::size_t enough = 3;
    if (peers.size() < enough || value <= 0.0) return std::nullopt;
    const auto [low, high] = std::minmax_element(peers.begin(), peers.end());
    if (*low <= 0.0) return std::nullopt;
    const auto fits = [&](double other) { return other >= *low / slack && other <= *high * slack; };
    for (const double factor : factors) {
        if (value < *low / far && fits(value * factor)) return value * factor;
        if (value > *high * far && fits(value / factor)) return value / factor;
    }
    return std::nullopt;
}

std::string rounded(double value) {
    return to_text(CellValue{std::round(value * 1e6) / 1e6});
}

/// The other figures of its series; where those are few, those of the same measure and period in other areas.
std::vector<double> peers_of(const Observation& one, const std::map<SeriesKey, std::map<Period, Observation*>>& sent,
                             const std::map<SeriesKey, Figures>& known) {
    std::vector<double> peers;
    const auto own = sent.find(series_key(one));
    if (own != sent.end()) {
        for (const auto& [period, other] : own->second) {
            if (period != one.period) peers.push_back(to_number(*other->value));
        }
    }
    if (const auto earlier = known.find(series_key(one)); earlier != known.end()) {
        for (const auto& [period, value] : earlier->second) {
            if (period != one.period && (own == sent.end() || !own->second.contains(period))) peers.push_back(value);
        }
    }
    constexpr std::size_t enough = 3;
    if (peers.size() >= enough) return peers;
    peers.clear();
    for (const auto& [key, series] : sent) {
        const auto& [measure, area, months] = key;
        if (measure != one.measure || area == one.area || months != one.period.months()) continue;
        const auto same = series.find(one.period);
        if (same != series.end()) peers.push_back(to_number(*same->second->value));
    }
    return peers;
}

/// Amounts of one column of a savings table, as places in the extract.
using AmountColumn = std::vector<std::size_t>;

class SavingsUnits {
public:
    SavingsUnits(Sent& sent, Findings& findings) : m_sent(sent), m_findings(findings) {
        for (std::size_t i = 0; i < sent.extract.savings.size(); ++i) {
            const Provenance& where = sent.extract.savings[i].where;
            m_columns[{where.sheet, where.cell.column}].push_back(i);
        }
        m_wrong.assign(sent.extract.savings.size(), false);
    }

    void check() {
        for (const auto& [place, column] : m_columns) {
            if (!check_column(place.first, place.second, column)) check_cells(column);
        }
        std::size_t next = 0;
        std::erase_if(m_sent.extract.savings, [&](const SavingsAmount&) { return m_wrong[next++]; });
    }

private:
    double pounds(std::size_t i) const { return m_sent.extract.savings[i].amount.pounds(); }

    std::vector<double> amounts(const AmountColumn& column) const {
        std::vector<double> all;
        for (const std::size_t i : column) all.push_back(std::abs(pounds(i)));
        return all;
    }

    Finding at(std::size_t i) const {
        const Provenance& where = m_sent.extract.savings[i].where;
        Finding finding;
        finding.rule = "unit-flipped";
        finding.where = {where.file, where.sheet, where.cell};
        if (const workbook::Sheet* sheet = m_sent.book.sheet(where.sheet)) finding.found = sheet->text_at(where.cell);
        return finding;
    }

    /// A whole column in pounds among columns in thousands, or the other way round. Of two columns either may be the
    /// wrong one, so it takes more than half of at least two others to say so.
    bool check_column(const std::string& sheet, std::uint32_t column, const AmountColumn& own) {
        constexpr std::size_t enough = 3;
        if (own.size() < enough) return false;
        const double here = middle_of(amounts(own));
        std::size_t smaller = 0;
        std::size_t larger = 0;
        std::size_t others = 0;
        for (const auto& [place, amounts_of] : m_columns) {
            if (place.first != sheet || place.second == column || amounts_of.size() < enough) continue;
            const double there = middle_of(amounts(amounts_of));
            if (here <= 0.0 || there <= 0.0) continue;
            constexpr double far = 200.0;
            ++others;
            if (here > there * far) ++smaller;
            if (there > here * far) ++larger;
        }
        if (others < 2 || std::max(smaller, larger) * 2 <= others) return false;
        Finding finding = at(own.front());
        finding.message = fmt::format(
            "The amounts of column {} are about a thousand times {} than those of the other columns, so they were not "
            "taken.",
            column_letters(column), smaller > larger ? "larger" : "smaller");
        finding.remedy = "Write all amounts of the table in the same unit, pounds or thousands of pounds.";
        m_findings.push_back(std::move(finding));
        for (const std::size_t i : own) m_wrong[i] = true;
        return true;
    }

    /// Schemes differ in size by nature, so a single amount is a question.
    void check_cells(const AmountColumn& own) {
        constexpr double thousand[] = {1000.0};
        constexpr double far = 100.0;
        for (const std::size_t i : own) {
            std::vector<double> peers;
            for (const std::size_t other : own) {
                if (other != i && pounds(other) != 0.0) peers.push_back(std::abs(pounds(other)));
            }
            const auto meant = in_unit_of(peers, std::abs(pounds(i)), thousand, far, 1.0);
            if (!meant) continue;
            Finding finding = at(i);
            finding.severity = Severity::warning;
            finding.message = fmt::format("{}: is this in the unit of the other amounts? It is {} of them.",
                                          m_sent.extract.savings[i].scheme,
                                          *meant < std::abs(pounds(i)) ? "more than a hundred times the largest"
                                                                       : "less than a hundredth of the smallest");
            finding.remedy = "Write all amounts of the table in the same unit, pounds or thousands of pounds.";
            m_findings.push_back(std::move(finding));
        }
    }

    Sent& m_sent;
    Findings& m_findings;
    std::map<std::pair<std::string, std::uint32_t>, AmountColumn> m_columns;
    std::vector<bool> m_wrong;
};

}  // namespace

void check_units(Sent& sent, Findings& findings) {
    const auto series = sent_series(sent);
    const auto known = known_series(sent.known);
    std::vector<Observation*> wrong;
    for (const auto& [key, figures] : series) {
        const plan::Measure* measure = sent.plan.measure(std::get<MeasureId>(key));
        if (measure == nullptr) continue;
        for (const auto& [period, one] : figures) {
            const double value = to_number(*one->value);
            const auto meant = in_unit_of(peers_of(*one, series, known), value, usual_factors(measure->unit));
            if (!meant) continue;
            Finding finding = finding_at(*one, Severity::error, "unit-flipped");
            finding.message = fmt::format("{}: {} is not in the unit of the figures beside it; {} would be.",
                                          subject(*one, sent.plan), rounded(value), rounded(*meant));
            finding.remedy = "Type the figure in the same unit as the others.";
            finding.expected = rounded(*meant);
            findings.push_back(std::move(finding));
            wrong.push_back(one);
        }
    }
    // Only when all are told apart: each is a peer of the others.
    for (Observation* one : wrong) withhold(*one);
    SavingsUnits(sent, findings).check();
}

}  // namespace panelbook::validate
