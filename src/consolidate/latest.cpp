#include "panelbook/consolidate/latest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <span>

#include "panelbook/consolidate/amounts.hpp"
#include "panelbook/consolidate/claims.hpp"

namespace panelbook::consolidate {

namespace {

using Claims = std::span<const Claim>;

/// What the claims about one figure come to.
struct Outcome {
    enum class Kind { nothing, absent, withheld, value, conflict } kind = Kind::nothing;
    const Claim* claim = nullptr;
    const Claim* other = nullptr;  ///< the second of a conflict
};

bool same_figure(const Claim& a, const Claim& b) {
    const Observation &x = a.said(), &y = b.said();
    return same_amount(*x.value, *y.value) &&
           (!x.denominator || !y.denominator || same_amount(*x.denominator, *y.denominator));
}

/// Adds a claim that counts as much as those before it: a value says more than a marker, a cell in error spoils all.
void weigh(Outcome& outcome, const Claim& claim) {
    const bool in_error = !claim.has_value() && claim.said().marker == Marker::in_error;
    const bool spoilt = outcome.kind == Outcome::Kind::conflict ||
                        (outcome.kind == Outcome::Kind::absent && outcome.claim->said().marker == Marker::in_error);
    if (spoilt) return;
    if (in_error || outcome.kind == Outcome::Kind::nothing ||
        (outcome.kind == Outcome::Kind::absent && claim.has_value())) {
        outcome = {claim.has_value() ? Outcome::Kind::value : Outcome::Kind::absent, &claim, nullptr};
    } else if (claim.has_value() && !same_figure(*outcome.claim, claim)) {
        outcome = {Outcome::Kind::conflict, outcome.claim, &claim};
    }
}

/// What one source's claims came to on a day: its latest run of those that were shown by then decides.
Outcome on_day(Claims claims, const Date* day) {
    Outcome outcome;
    for (const Claim& each : claims) {
        if (!each.file->gate.released || (day && each.file->gate.shown_from > *day)) continue;
        if (outcome.claim && outcome.claim->rank != each.rank) outcome = {};
        weigh(outcome, each);
    }
    return outcome;
}

/// What one source's claims come to now.
Outcome of_source(Claims claims) {
    const Outcome outcome = on_day(claims, nullptr);
    return outcome.kind == Outcome::Kind::nothing ? Outcome{Outcome::Kind::withheld, &claims.back(), nullptr} : outcome;
}

/// The figure that holds, of what several sources say. Of two that say nothing, the one that says more about why.
Outcome combined(const std::vector<Outcome>& sources) {
    const auto weight = [](const Outcome& outcome) {
        if (outcome.kind != Outcome::Kind::absent) return std::pair(static_cast<int>(outcome.kind), 0);
        return std::pair(static_cast<int>(outcome.kind), static_cast<int>(outcome.claim->said().marker));
    };
    Outcome best;
    for (const Outcome& each : sources) {
        if (best.kind == Outcome::Kind::value && each.kind == Outcome::Kind::value &&
            !same_figure(*best.claim, *each.claim)) {
            best = {Outcome::Kind::conflict, best.claim, each.claim};
        } else if (weight(each) > weight(best)) {
            best = each;
        }
    }
    return best;
}

/// Published values of one source, each with the day from which it was shown.
std::vector<std::pair<Date, Outcome>> shown_over_time(Claims claims) {
    std::set<Date> days;
    for (const Claim& each : claims) {
        if (each.file->gate.released) days.insert(each.file->gate.shown_from);
    }
    std::vector<std::pair<Date, Outcome>> result;
    for (const Date& day : days) result.emplace_back(day, on_day(claims, &day));
    return result;
}

Place place_of(const Claim& claim) {
    return {claim.said().where.file, claim.said().where.sheet, claim.said().where.cell};
}

class Gatherer {
public:
    Gatherer(const plan::Plan& plan, const std::vector<history::KnownObservation>& observations)
        : m_plan(plan), m_observations(observations) {
        m_latest.fates.resize(observations.size());
        for (const plan::Gap& gap : plan.gaps) m_with_gaps.insert(gap.measure);
    }

    /// All claims about one figure, source by source.
    void add(Claims claims) {
        const Claim& first = claims.front();
        begin_series(first);
        m_outcomes.clear();
        m_by_source.clear();
        for (std::size_t begin = 0; begin < claims.size();) {
            std::size_t end = begin;
            while (end < claims.size() && claims[end].source == claims[begin].source) ++end;
            m_by_source.push_back(claims.subspan(begin, end - begin));
            m_outcomes.push_back(of_source(m_by_source.back()));
            note_sender(claims[begin].source);
            begin = end;
        }
        const Outcome outcome = combined(m_outcomes);
        const plan::Gap* gap = gap_for(first);
        SeriesPoint point = point_of(outcome, gap);
        for (const Claims each : m_by_source) {
            if (each.front().source != outcome.claim->source || each.size() == 1) continue;
            if (point.value)
                note_revisions(each);
            else if (outcome.kind == Outcome::Kind::absent)
                note_withdrawal(each, outcome);
        }
        note_fates(outcome, gap && withholds(gap->marker));
        m_latest.series.back().points.push_back(std::move(point));
    }

    Latest take() { return std::move(m_latest); }

private:
    void begin_series(const Claim& claim) {
        if (m_senders && m_measure == claim.measure && m_area == claim.area) return;
        m_measure = claim.measure;
        m_area = claim.area;
        m_senders = &m_latest.senders[{claim.measure, claim.area}];
        m_reported_gaps.clear();
        m_latest.series.push_back({m_plan.measures[claim.measure].id, m_plan.areas[claim.area].id, {}});
    }

    void note_sender(std::size_t source) {
        if (std::find(m_senders->begin(), m_senders->end(), source) == m_senders->end()) m_senders->push_back(source);
    }

    const plan::Gap* gap_for(const Claim& claim) const {
        const plan::Measure& measure = m_plan.measures[claim.measure];
        if (!m_with_gaps.count(measure.id)) return nullptr;
        return m_plan.gap(measure.id, m_plan.areas[claim.area].id, claim.period);
    }

    std::string figure_words(const Claim& claim) const {
        return fmt::format("{} for {} in {}", m_plan.measures[claim.measure].name, claim.period.words(),
                           m_plan.areas[claim.area].name);
    }

    SeriesPoint point_of(const Outcome& outcome, const plan::Gap* gap) {
        const Claim& claim = *outcome.claim;
        SeriesPoint point;
        point.period = claim.period;
        point.source = m_plan.sources[claim.source].id;
        point.known_on = claim.known->known_on;
        point.where = {claim.said().where};
        const bool sent = outcome.kind == Outcome::Kind::value || outcome.kind == Outcome::Kind::conflict;
        if (sent && gap && withholds(gap->marker)) {
            point.marker = gap->marker;
            point.reason = gap->reason;
            return point;
        }
        switch (outcome.kind) {
            case Outcome::Kind::value:
                take_value(point, claim, gap);
                break;
            case Outcome::Kind::conflict:
                point.marker = Marker::in_error;
                point.reason = outcome.other->source == claim.source ? "Two files give different figures"
                                                                     : "Two organisations give different figures";
                point.where.push_back(outcome.other->said().where);
                find_conflict(outcome);
                break;
            case Outcome::Kind::withheld:
                point.marker = Marker::not_released;
                point.reason = claim.file->gate.reason;
                break;
            case Outcome::Kind::absent:
            case Outcome::Kind::nothing:
                point.marker = claim.said().marker;
                if (claim.has_value() || point.marker == Marker::none || point.marker == Marker::provisional ||
                    point.marker == Marker::revised)
                    point.marker = Marker::not_supplied;
                if (point.marker == Marker::in_error)
                    point.reason = "The figure that was sent cannot be used: see Findings";
                break;
        }
        return point;
    }

    void take_value(SeriesPoint& point, const Claim& claim, const plan::Gap* gap) {
        point.value = claim.said().value;
        point.denominator = claim.said().denominator;
        point.marker = claim.said().marker;
        if (gap && m_reported_gaps.insert(gap).second) {
            m_latest.findings.push_back(
                {Severity::warning, "gap-has-figure", place_of(claim),
                 fmt::format(
                     "A figure was sent for {}, but the plan says that there is none: {}. The figure is published.",
                     figure_words(claim), gap->reason),
                 "Shorten or delete the row on the plan's sheet Gaps, or give it the marker \"in error\" to withhold "
                 "the "
                 "figure.",
                 "", ""});
        }
    }

    void find_conflict(const Outcome& outcome) {
        const plan::Unit unit = m_plan.measures[outcome.claim->measure].unit;
        const std::string theirs = amount_words(*outcome.claim->said().value, unit);
        const std::string ours = amount_words(*outcome.other->said().value, unit);
        m_latest.findings.push_back(
            {Severity::error, "conflicting-figures", place_of(*outcome.other),
             fmt::format("{} is {} here and {} at {}{}. Neither is published.", figure_words(*outcome.claim), ours,
                         theirs, place_of(*outcome.claim).text(), ours == theirs ? ", out of different numbers" : ""),
             "Find out which is right. The other must be corrected and sent again.", ours, theirs});
    }

    void note_revisions(Claims claims) {
        const Claim* before = nullptr;
        for (const auto& [day, outcome] : shown_over_time(claims)) {
            if (outcome.kind != Outcome::Kind::value) continue;
            const Claim* after = outcome.claim;
            if (before && !same_amount(*before->said().value, *after->said().value)) {
                m_latest.revisions.push_back({m_plan.measures[after->measure].id, m_plan.areas[after->area].id,
                                              after->period, *before->said().value, *after->said().value, day,
                                              before->said().where, after->said().where});
            }
            before = after;
        }
    }

    void note_withdrawal(Claims claims, const Outcome& outcome) {
        const auto shown = shown_over_time(claims);
        const auto value = std::find_if(shown.rbegin(), shown.rend(),
                                        [](const auto& each) { return each.second.kind == Outcome::Kind::value; });
        if (value == shown.rend()) return;
        m_latest.findings.push_back({Severity::warning, "figure-withdrawn", place_of(*outcome.claim),
                                     fmt::format("{} was given at {} and is \"{}\" here. It is no longer published.",
                                                 figure_words(*outcome.claim), place_of(*value->second.claim).text(),
                                                 to_word(outcome.claim->said().marker)),
                                     "Send the figure again if it still holds.", "", ""});
    }

    std::size_t place_in_history(const Claim& claim) const {
        return static_cast<std::size_t>(claim.known - m_observations.data());
    }

    void note_fates(const Outcome& outcome, bool plan_withholds) {
        for (std::size_t source = 0; source < m_by_source.size(); ++source) {
            const Claims claims = m_by_source[source];
            const auto released = [](const Claim& claim) { return claim.file->gate.released; };
            const auto last_shown = std::find_if(claims.rbegin(), claims.rend(), released);
            const bool spoilt = m_outcomes[source].kind == Outcome::Kind::absent;
            for (const Claim& claim : claims) {
                const bool shown = released(claim);
                const std::size_t last = shown ? last_shown->rank : claims.back().rank;
                Fate& fate = m_latest.fates[place_in_history(claim)];
                if (claim.rank < last) {
                    const auto by = std::find_if(claims.begin(), claims.end(), [&](const Claim& later) {
                        return later.rank == last && (!shown || released(later));
                    });
                    fate.replaced_by = place_in_history(*by);
                }
                const bool conflict = spoilt || outcome.kind == Outcome::Kind::conflict;
                fate.kind = !shown                                ? Fate::Kind::not_released
                            : claim.rank < last                   ? Fate::Kind::superseded
                            : plan_withholds && claim.has_value() ? Fate::Kind::withheld_by_plan
                            : conflict && claim.has_value()       ? Fate::Kind::in_conflict
                                                                  : Fate::Kind::holds;
            }
        }
    }

    const plan::Plan& m_plan;
    const std::vector<history::KnownObservation>& m_observations;
    std::set<MeasureId> m_with_gaps;
    Latest m_latest;
    // Of the series that is being gathered.
    std::size_t m_measure = 0;
    std::size_t m_area = 0;
    std::vector<std::size_t>* m_senders = nullptr;
    std::set<const plan::Gap*> m_reported_gaps;
    // Of the figure that is being decided; kept for their memory.
    std::vector<Outcome> m_outcomes;
    std::vector<Claims> m_by_source;
};

}  // namespace

Latest latest_figures(const std::vector<history::KnownObservation>& observations, const GatedFiles& files,
                      const plan::Plan& plan) {
    const Checked<std::vector<Claim>> claims = claims_of(observations, files, plan);
    Gatherer gatherer(plan, observations);
    const auto same_figure_as = [](const Claim& a, const Claim& b) {
        return a.measure == b.measure && a.area == b.area && a.period == b.period;
    };
    for (auto begin = claims.value.begin(); begin != claims.value.end();) {
        auto end = begin;
        while (end != claims.value.end() && same_figure_as(*begin, *end)) ++end;
        gatherer.add(Claims(begin, end));
        begin = end;
    }
    Latest latest = gatherer.take();
    latest.findings.insert(latest.findings.end(), claims.findings.begin(), claims.findings.end());
    return latest;
}

}  // namespace panelbook::consolidate
