#include "panelbook/consolidate/absences.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/consolidate/returns.hpp"

namespace panelbook::consolidate {

namespace {

/// A month, a quarter or a year of the financial calendar; not a rolling window.
bool aligned(Period period) {
    return period.months() == 1 || period.is_financial_quarter() || period.is_financial_year();
}

/// The frequency that the points have, the shortest where several occur; the plan's where they tell nothing.
plan::Frequency frequency_of(const Series& series, plan::Frequency planned) {
    int shortest = 0;
    for (const SeriesPoint& point : series.points) {
        const int months = point.period.months();
        if (aligned(point.period) && (shortest == 0 || months < shortest)) shortest = months;
    }
    if (shortest == 0) return planned;
    return shortest == 1 ? plan::Frequency::month : shortest == 3 ? plan::Frequency::quarter : plan::Frequency::year;
}

/// The periods of one length that ought to be there, by order; those of the dashboard's period last.
std::vector<Period> expected_periods(const Series& series, plan::Frequency frequency, Period dashboard) {
    std::vector<Period> expected;
    const int months = frequency == plan::Frequency::month ? 1 : frequency == plan::Frequency::quarter ? 3 : 12;
    const auto counts = [&](const SeriesPoint& point) {
        return point.period.months() == months && aligned(point.period);
    };
    const auto first = std::find_if(series.points.begin(), series.points.end(), counts);
    if (first != series.points.end()) {
        const auto last = std::find_if(series.points.rbegin(), series.points.rend(), counts);
        for (Period each = first->period; each < last->period; each = each.shifted(months)) expected.push_back(each);
    }
    const std::vector<Period> needed = needed_periods(frequency, dashboard);
    expected.insert(expected.end(), needed.begin(), needed.end());
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    return expected;
}

/// Longer periods that stand for shorter ones: quarters and years, and windows that end with the dashboard's period.
std::vector<Period> covering_periods(const Series& series, Period dashboard) {
    std::vector<Period> covering;
    for (const SeriesPoint& point : series.points) {
        const Period period = point.period;
        if (period.months() > 1 && (aligned(period) || period.last_month() == dashboard.last_month()))
            covering.push_back(period);
    }
    return covering;
}

const std::string& name_of(const plan::Source& source) {
    return source.organisation.empty() ? source.id.text : source.organisation;
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

bool withholds(Marker marker) {
    return marker == Marker::not_released || marker == Marker::suppressed || marker == Marker::in_error;
}

Absences::Absences(const plan::Plan& plan, const AreaTree& parts, Period period,
                   const std::vector<ReturnStatus>& returns, const Senders& senders, const UnknownLabels& labels)
    : m_plan(plan), m_parts(parts), m_period(period), m_returns(returns), m_senders(senders), m_labels(labels) {}

std::vector<std::size_t> Absences::senders_of(std::size_t measure, std::size_t area) const {
    std::vector<std::size_t> result;
    if (const auto sent = m_senders.find({measure, area}); sent != m_senders.end()) return sent->second;
    for (const std::size_t part : m_parts[area]) {
        for (const std::size_t each : senders_of(measure, part)) add_once(result, each);
    }
    if (!result.empty()) return result;
    const plan::Measure& wanted = m_plan.measures[measure];
    for (std::size_t i = 0; i < m_plan.sources.size(); ++i) {
        const plan::Source& source = m_plan.sources[i];
        const bool named = std::any_of(source.tables.begin(), source.tables.end(), [&](const plan::TableSpec& table) {
            return table.labels == "= " + wanted.id.text;
        });
        const bool labelled = std::any_of(m_plan.labels.begin(), m_plan.labels.end(), [&](const plan::Label& label) {
            return label.source == source.id && label.measure == wanted.id &&
                   (!label.area || label.area == m_plan.areas[area].id);
        });
        if (named || labelled) result.push_back(i);
    }
    return result;
}

SeriesPoint Absences::absent(std::size_t measure, std::size_t area, Period period) const {
    SeriesPoint point;
    point.period = period;
    point.marker = Marker::not_supplied;
    if (const plan::Gap* gap = m_plan.gap(m_plan.measures[measure].id, m_plan.areas[area].id, period)) {
        point.marker = gap->marker;
        point.reason = gap->reason;
        return point;
    }
    const std::vector<std::size_t> senders = senders_of(measure, area);
    std::string reasons;
    bool all_missing = !senders.empty() && m_period.contains(period.last_month());
    for (const std::size_t each : senders) {
        all_missing = all_missing && m_returns[each].state == ReturnState::missing;
        if (all_missing) reasons += (reasons.empty() ? "" : "; ") + m_returns[each].reason;
    }
    point.reason = all_missing ? reasons : not_supplied_reason(senders, measure, area, period);
    return point;
}

std::string Absences::not_supplied_reason(const std::vector<std::size_t>& senders, std::size_t measure,
                                          std::size_t area, Period period) const {
    for (const std::size_t each : senders) {
        const auto labels = m_labels.find(m_plan.sources[each].id);
        if (labels == m_labels.end()) continue;
        std::string reason = label_reason(labels->second, m_plan.measures[measure].id, m_plan.areas[area].id, period);
        if (!reason.empty()) return reason;
    }
    if (senders.size() != 1) return "Not supplied";
    return fmt::format("Not supplied by {}", name_of(m_plan.sources[senders.front()]));
}

void Absences::explain(SeriesPoint& point, std::size_t measure, std::size_t area) const {
    if (point.value || !point.reason.empty()) return;
    if (const plan::Gap* gap = m_plan.gap(m_plan.measures[measure].id, m_plan.areas[area].id, point.period)) {
        point.marker = gap->marker;
        point.reason = gap->reason;
        return;
    }
    const plan::Source* source = m_plan.source(point.source);
    const std::string by = source ? " by " + name_of(*source) : "";
    switch (point.marker) {
        case Marker::suppressed:
            point.reason = "Suppressed" + by;
            break;
        case Marker::not_released:
            point.reason = "Not yet released" + by;
            break;
        case Marker::not_applicable:
            point.reason = "Not applicable";
            break;
        case Marker::none:
        case Marker::provisional:
        case Marker::revised:
        case Marker::not_supplied:
        case Marker::in_error:
            point.reason = "Not supplied" + by;
            break;
    }
}

void Absences::complete(Series& series, std::size_t measure, std::size_t area) const {
    for (SeriesPoint& point : series.points) explain(point, measure, area);
    const plan::Frequency frequency = frequency_of(series, m_plan.measures[measure].frequency);
    const std::vector<Period> covering = covering_periods(series, m_period);
    std::vector<SeriesPoint> missing;
    for (const Period each : expected_periods(series, frequency, m_period)) {
        const auto there =
            std::lower_bound(series.points.begin(), series.points.end(), each,
                             [](const SeriesPoint& point, Period wanted) { return point.period < wanted; });
        if (there != series.points.end() && there->period == each) continue;
        if (std::any_of(covering.begin(), covering.end(), [&](Period longer) { return longer.contains(each); }))
            continue;
        missing.push_back(absent(measure, area, each));
    }
    if (missing.empty()) return;
    series.points.insert(series.points.end(), std::make_move_iterator(missing.begin()),
                         std::make_move_iterator(missing.end()));
    std::sort(series.points.begin(), series.points.end(),
              [](const SeriesPoint& a, const SeriesPoint& b) { return a.period < b.period; });
}

}  // namespace panelbook::consolidate
