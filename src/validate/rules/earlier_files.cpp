#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "panelbook/validate/rule.hpp"

#include "series.hpp"

namespace panelbook::validate {

namespace {

using SentSeries = std::map<SeriesKey, std::map<Period, Observation*>>;

bool same(double one, double other) {
    return std::abs(one - other) <= 1e-9 * std::max(std::abs(one), std::abs(other));
}

std::string name_of(const SeriesKey& key, const plan::Plan& plan) {
    const plan::Measure* measure = plan.measure(std::get<MeasureId>(key));
    const plan::Area* area = plan.area(std::get<AreaId>(key));
    return fmt::format("{}, {}", measure ? measure->name : std::get<MeasureId>(key).text,
                       area ? area->name : std::get<AreaId>(key).text);
}

/// How many figures of a series are those known of another, and how many differ from them.
struct Agreement {
    std::size_t equal = 0;
    std::size_t different = 0;
};

Agreement agreement(const std::map<Period, Observation*>& sent, const Figures& known) {
    Agreement count;
    for (const auto& [period, one] : sent) {
        const auto at = known.find(period);
        if (at == known.end()) continue;
        ++(same(to_number(*one->value), at->second) ? count.equal : count.different);
    }
    return count;
}

/// Series whose figures are those that another one had: labels were moved while figures stayed, or figures pasted into
/// the wrong row.
void find_moved(const SentSeries& series, const std::map<SeriesKey, Figures>& known, const plan::Plan& plan,
                Findings& findings) {
    constexpr std::size_t enough = 3;
    std::vector<Observation*> wrong;
    for (const auto& [key, sent] : series) {
        const auto own = known.find(key);
        if (own == known.end()) continue;
        const Agreement with_own = agreement(sent, own->second);
        if (with_own.different < enough || with_own.equal * 2 > with_own.different) continue;
        for (const auto& [other, figures] : known) {
            if (other == key || std::get<int>(other) != std::get<int>(key)) continue;
            const Agreement with_other = agreement(sent, figures);
            if (with_other.different > 0 || with_other.equal < with_own.different) continue;
            const Observation& first = *sent.begin()->second;
            Finding finding = finding_at(first, Severity::error, "label-moved");
            finding.message = fmt::format(
                "The figures given here for {} are those that {} had before; none of them "
                "was taken.",
                name_of(key, plan), name_of(other, plan));
            finding.remedy = "Check that every label stands beside its own figures.";
            findings.push_back(std::move(finding));
            for (const auto& [period, one] : sent) wrong.push_back(one);
            break;
        }
    }
    for (Observation* one : wrong) withhold(*one);
}

/// Series that the last file of the source gave and this one does not, though it gives most of the others.
void find_missing(const Sent& sent, Findings& findings) {
    std::set<SeriesKey> last;
    for (const Observation& one : sent.known->last_file) {
        if (one.value) last.insert(series_key(one));
    }
    std::set<SeriesKey> now;
    for (const Observation& one : sent.extract.observations) now.insert(series_key(one));
    std::vector<SeriesKey> missing;
    std::set_difference(last.begin(), last.end(), now.begin(), now.end(), std::back_inserter(missing));
    if (missing.empty() || missing.size() * 2 > last.size()) return;
    for (const SeriesKey& key : missing) {
        Finding finding;
        finding.severity = Severity::warning;
        finding.rule = "series-missing";
        finding.where = {sent.file.name, sent.extract.tables.empty() ? "" : sent.extract.tables.front().sheet, {}};
        finding.message =
            fmt::format("The last file of this source gave {}; this one does not.", name_of(key, sent.plan));
        finding.remedy =
            "If its label was changed, put the old one back; if it has ended, say so on the plan's sheet "
            "Gaps.";
        findings.push_back(std::move(finding));
    }
}

/// All figures that are new in this file, for one period, against those of an earlier period: of a file that was sent
/// again under another period every one is the same.
void find_sent_before(const SentSeries& series, const std::map<SeriesKey, Figures>& known, Findings& findings) {
    std::map<Period, std::vector<std::pair<const SeriesKey*, Observation*>>> new_of;
    for (const auto& [key, sent] : series) {
        const auto own = known.find(key);
        for (const auto& [period, one] : sent) {
            if (own == known.end() || !own->second.contains(period)) new_of[period].emplace_back(&key, one);
        }
    }
    const auto earlier = [&](const SeriesKey& key, Period period) -> std::optional<double> {
        const auto own = known.find(key);
        if (own != known.end()) {
            if (const auto at = own->second.find(period); at != own->second.end()) return at->second;
        }
        const auto& sent = series.at(key);
        const auto at = sent.find(period);
        if (at == sent.end() || !at->second->value) return std::nullopt;
        return to_number(*at->second->value);
    };
    constexpr std::size_t enough = 4;
    std::vector<Observation*> wrong;
    for (const auto& [period, figures] : new_of) {
        if (figures.size() < enough) continue;
        std::set<double> distinct;
        for (const auto& [key, one] : figures) distinct.insert(to_number(*one->value));
        distinct.erase(0.0);
        if (distinct.size() < enough) continue;
        const int length = period.months();
        constexpr int periods_back = 24;
        for (int back = 1; back <= periods_back; ++back) {
            const Period before = period.shifted(-back * length);
            const bool all = std::all_of(figures.begin(), figures.end(), [&, period = period](const auto& figure) {
                const auto value = earlier(*figure.first, before);
                return value && same(*value, to_number(*figure.second->value));
            });
            if (!all) continue;
            const Observation& first = *figures.front().second;
            Finding finding = finding_at(first, Severity::error, "sent-as-another-period");
            finding.message = fmt::format(
                "All {} figures for {} are those of {}: the same figures were sent as another "
                "period. None of them was taken.",
                figures.size(), period.words(), before.words());
            finding.remedy = fmt::format("Send the figures for {}.", period.words());
            findings.push_back(std::move(finding));
            for (const auto& [key, one] : figures) wrong.push_back(one);
            break;
        }
    }
    for (Observation* one : wrong) withhold(*one);
}

/// Figures that differ from those that were known: allowed, and listed among the changes; here one note says how many.
void find_restated(const SentSeries& series, const std::map<SeriesKey, Figures>& known, const plan::Plan& plan,
                   Findings& findings) {
    const Observation* first = nullptr;
    double before = 0.0;
    std::size_t count = 0;
    for (const auto& [key, sent] : series) {
        const auto own = known.find(key);
        if (own == known.end()) continue;
        for (const auto& [period, one] : sent) {
            const auto at = own->second.find(period);
            if (!one->value || at == own->second.end() || same(to_number(*one->value), at->second)) continue;
            if (++count > 1 && first->where.cell < one->where.cell) continue;
            first = one;
            before = at->second;
        }
    }
    if (first == nullptr) return;
    Finding finding = finding_at(*first, Severity::note, "figures-restated");
    finding.message =
        fmt::format("{} differs from what was sent before ({}).", subject(*first, plan), to_text(CellValue{before}));
    if (count > 1) finding.message += fmt::format(" So do {} other figures of this file.", count - 1);
    finding.remedy = "Nothing needs to be done if they were revised.";
    finding.expected = to_text(CellValue{before});
    findings.push_back(std::move(finding));
}

}  // namespace

void check_earlier_files(Sent& sent, Findings& findings) {
    const auto known = known_series(sent.known);
    if (sent.known != nullptr) {
        find_moved(sent_series(sent), known, sent.plan, findings);
        find_missing(sent, findings);
    }
    find_sent_before(sent_series(sent), known, findings);
    find_restated(sent_series(sent), known, sent.plan, findings);
}

void check_late(Sent& sent, Findings& findings) {
    if (!sent.today || !sent.source.due_day) return;
    const Observation* latest = nullptr;
    for (const Observation& one : sent.extract.observations) {
        if (one.value && (latest == nullptr || latest->period.last_day() < one.period.last_day())) latest = &one;
    }
    if (latest == nullptr) return;
    const Date due = latest->period.last_day() + boost::gregorian::days(*sent.source.due_day);
    if (*sent.today <= due) return;
    if (sent.known != nullptr) {
        const bool known = std::any_of(sent.known->figures.begin(), sent.known->figures.end(), [&](const auto& one) {
            return one.period.last_day() >= latest->period.last_day();
        });
        if (known) return;
    }
    Finding finding;
    finding.severity = Severity::note;
    finding.rule = "return-late";
    finding.where = {sent.file.name, {}, {}};
    finding.message = fmt::format("The return for {} was due on {}.", latest->period.words(), to_words(due));
    finding.remedy = "Send it as soon as you can.";
    findings.push_back(std::move(finding));
}

}  // namespace panelbook::validate
