#include "panelbook/consolidate/returns.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace panelbook::consolidate {

namespace {

using boost::gregorian::days;

/// Which files say anything about the dashboard's period. By hash.
class Coverage {
public:
    Coverage(const plan::Plan& plan, Period period) : m_period(period) {
        for (const plan::Measure& measure : plan.measures) {
            if (measure.frequency == plan::Frequency::year)
                m_yearly[measure.id] = needed_periods(plan::Frequency::year, period);
        }
    }

    void add(const history::KnownObservation& known) {
        const Observation& said = known.observation;
        // A grid for the whole year marks the months to come: those are not a return.
        if (!said.value && known.known_on <= m_period.last_day()) return;
        if (!covers(said)) return;
        // The observations of a file come one after the other.
        if (m_files.empty() || m_last != known.hash) m_files.insert(m_last = known.hash);
    }

    void add(const history::KnownSavings& known) {
        const Date as_at = known.amount.as_at.value_or(known.known_on);
        if (as_at >= m_period.first_day() - days(1)) m_files.insert(known.amount.where.hash);
    }

    void add(const history::FileRecord& file) {
        const bool signed_for =
            file.sign_off && file.sign_off->period && m_period.contains(file.sign_off->period->last_month());
        if (signed_for) m_files.insert(file.hash);
    }

    bool has(const std::string& hash) const { return m_files.count(hash) != 0; }

private:
    bool covers(const Observation& said) const {
        if (m_period.contains(said.period.last_month())) return true;
        if (m_yearly.empty()) return false;
        const auto yearly = m_yearly.find(said.measure);
        return yearly != m_yearly.end() &&
               std::find(yearly->second.begin(), yearly->second.end(), said.period) != yearly->second.end();
    }

    Period m_period;
    std::unordered_map<MeasureId, std::vector<Period>> m_yearly;
    std::unordered_set<std::string> m_files;
    std::string m_last;
};

bool earlier(const history::FileRecord& a, const history::FileRecord& b) {
    return std::tie(a.known_on, a.run, a.name, a.hash) < std::tie(b.known_on, b.run, b.name, b.hash);
}

/// The files of one source that matter for the period: of each kind the latest.
struct Sent {
    const history::FileRecord* released = nullptr;
    const history::FileRecord* withheld = nullptr;
    const history::FileRecord* unusable = nullptr;
};

std::string organisation_of(const plan::Source& source) {
    return source.organisation.empty() ? source.id.text : source.organisation;
}

ReturnStatus status_of(const plan::Source& source, const Sent& sent, const GatedFiles& gates, const plan::Plan& plan,
                       Period period, Date as_of) {
    ReturnStatus status;
    status.source = source.id;
    status.organisation = source.organisation;
    status.required = source.required;
    if (source.due_day) status.due_on = period.last_day() + days(*source.due_day);
    if (source.needs_release) {
        const Release release = release_of(source, period, plan, as_of);
        status.board = source.board;
        status.presented_on = release.presented_on;
        status.expected_on = release.expected_on;
    }
    const history::FileRecord* file = sent.released ? sent.released : sent.withheld ? sent.withheld : sent.unusable;
    if (file) {
        status.file = file->name;
        status.received_on = file->known_on;
    }
    if (sent.released) {
        status.state = ReturnState::received;
        status.presented_on = gates.at(file->hash).gate.presented_on;
    } else if (sent.withheld) {
        status.state = ReturnState::withheld;
        status.reason = gates.at(file->hash).gate.reason;
    } else if (sent.unusable) {
        status.reason = fmt::format("{} was received but nothing could be read from it", file->name);
    } else {
        status.reason = fmt::format("The return of {} has not been received", organisation_of(source));
    }
    return status;
}

Finding missing(const plan::Source& source, const ReturnStatus& status, Period period, Date as_of) {
    const bool overdue = status.due_on && as_of > *status.due_on;
    std::string due;
    if (status.due_on) due = fmt::format(" It {} due on {}.", overdue ? "was" : "is", to_words(*status.due_on));
    return {overdue ? Severity::error : Severity::note,
            overdue ? "return-overdue" : "return-awaited",
            {"plan.xlsx", "Sources", source.plan_cell},
            fmt::format("{} ({}).{}", status.reason, period.words(), due),
            fmt::format("Ask {} for it and save it in the inbox.", organisation_of(source)),
            "",
            ""};
}

}  // namespace

std::vector<Period> needed_periods(plan::Frequency frequency, Period period) {
    const int length = frequency == plan::Frequency::month ? 1 : frequency == plan::Frequency::quarter ? 3 : 12;
    const auto whole = [&](Period candidate) {
        return length == 1 || (length == 3 ? candidate.is_financial_quarter() : candidate.is_financial_year());
    };
    std::vector<Period> needed;
    for (int month = 0; month < period.months(); ++month) {
        const Period candidate = Period::ending(period.month_at(month), length);
        if (whole(candidate)) needed.push_back(candidate);
    }
    for (Period last = Period::ending(period.last_month(), length); needed.empty(); last = last.shifted(-1)) {
        if (whole(last)) needed.push_back(last);
    }
    return needed;
}

Checked<std::vector<ReturnStatus>> returns_of(const std::vector<history::KnownObservation>& observations,
                                              const std::vector<history::KnownSavings>& savings,
                                              const std::vector<history::FileRecord>& files, const GatedFiles& gates,
                                              const plan::Plan& plan, Period period, Date as_of) {
    Coverage coverage(plan, period);
    for (const history::KnownObservation& each : observations) coverage.add(each);
    for (const history::KnownSavings& each : savings) coverage.add(each);
    for (const history::FileRecord& each : files) coverage.add(each);

    std::map<SourceId, Sent> sent;
    for (const history::FileRecord& file : files) {
        Sent& of_source = sent[file.source];
        const bool archived = file.state == history::FileState::archived;
        if (archived ? !coverage.has(file.hash) : file.known_on < period.first_day()) continue;
        const history::FileRecord*& latest = !archived                           ? of_source.unusable
                                             : gates.at(file.hash).gate.released ? of_source.released
                                                                                 : of_source.withheld;
        if (!latest || earlier(*latest, file)) latest = &file;
    }

    Checked<std::vector<ReturnStatus>> result;
    for (const plan::Source& source : plan.sources) {
        result.value.push_back(status_of(source, sent[source.id], gates, plan, period, as_of));
        const ReturnStatus& status = result.value.back();
        if (status.required && status.state == ReturnState::missing)
            result.findings.push_back(missing(source, status, period, as_of));
    }
    return result;
}

}  // namespace panelbook::consolidate
