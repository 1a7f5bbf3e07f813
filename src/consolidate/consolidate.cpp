#include "panelbook/consolidate/consolidate.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "panelbook/consolidate/absences.hpp"
#include "panelbook/consolidate/area_tree.hpp"
#include "panelbook/consolidate/gate.hpp"
#include "panelbook/consolidate/latest.hpp"
#include "panelbook/consolidate/latest_savings.hpp"
#include "panelbook/consolidate/put_right.hpp"
#include "panelbook/consolidate/returns.hpp"
#include "panelbook/consolidate/roll_up.hpp"
#include "panelbook/consolidate/sheet_sets.hpp"

namespace panelbook::consolidate {

namespace {

void append(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The series of one measure in every area: what was sent, completed, and rolled up from the leaves.
class MeasureSeries {
public:
    MeasureSeries(std::size_t measure, const plan::Plan& plan, const AreaTree& parts, const Absences& absences)
        : m_measure(measure), m_plan(plan), m_parts(parts), m_absences(absences), m_series(plan.areas.size()) {
        for (std::size_t area = 0; area < m_series.size(); ++area) {
            m_series[area].measure = plan.measures[measure].id;
            m_series[area].area = plan.areas[area].id;
        }
    }

    void add(std::size_t area, Series sent) { m_series[area] = std::move(sent); }

    /// Sums up, from the parts to the whole. The area must not be below another one that is asked for.
    void build(std::size_t area, Findings& findings) {
        for (const std::size_t part : m_parts[area]) build(part, findings);
        const plan::Measure& measure = m_plan.measures[m_measure];
        Series& series = m_series[area];
        const bool any_part = std::any_of(m_parts[area].begin(), m_parts[area].end(),
                                          [&](std::size_t part) { return !m_series[part].points.empty(); });
        if (any_part && measure.over_areas != plan::RollUp::none) {
            Checked<std::vector<SeriesPoint>> points =
                sent_or_rolled(std::move(series.points), rolled(area), measure, m_plan.areas[area]);
            series.points = std::move(points.value);
            append(findings, std::move(points.findings));
        }
        const bool wanted = m_plan.areas[area].id == m_plan.settings.area && measure.unit != plan::Unit::text;
        if (wanted || !series.points.empty()) m_absences.complete(series, m_measure, area);
    }

    void move_to(std::vector<Series>& all) {
        for (Series& each : m_series) {
            if (!each.points.empty()) all.push_back(std::move(each));
        }
    }

private:
    std::vector<SeriesPoint> rolled(std::size_t area) {
        const plan::Measure& measure = m_plan.measures[m_measure];
        std::vector<AreaPart> parts;
        for (const std::size_t part : m_parts[area]) {
            if (m_series[part].points.empty()) m_absences.complete(m_series[part], m_measure, part);
            parts.push_back({&m_plan.areas[part], &m_series[part],
                             [this, part](Period period) { return m_absences.absent(m_measure, part, period); }});
        }
        std::vector<SeriesPoint> points = roll_up(measure, parts);
        for (SeriesPoint& point : points) {
            const plan::Gap* gap = m_plan.gap(measure.id, m_plan.areas[area].id, point.period);
            if (gap && withholds(gap->marker)) point = m_absences.absent(m_measure, area, point.period);
        }
        return points;
    }

    std::size_t m_measure;
    const plan::Plan& m_plan;
    const AreaTree& m_parts;
    const Absences& m_absences;
    std::vector<Series> m_series;  // by area
};

std::vector<Series> all_series(std::vector<Series> sent, const plan::Plan& plan, const AreaTree& parts,
                               const Absences& absences, Findings& findings) {
    std::vector<bool> below(plan.areas.size(), false);
    for (const auto& each : parts) {
        for (const std::size_t part : each) below[part] = true;
    }
    std::unordered_map<AreaId, std::size_t> places;
    for (std::size_t area = 0; area < plan.areas.size(); ++area) places.emplace(plan.areas[area].id, area);

    std::vector<Series> all;
    auto next = sent.begin();  // in plan order of measures
    for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
        MeasureSeries series(measure, plan, parts, absences);
        for (; next != sent.end() && next->measure == plan.measures[measure].id; ++next) {
            const std::size_t area = places.at(next->area);
            series.add(area, std::move(*next));
        }
        for (std::size_t area = 0; area < plan.areas.size(); ++area) {
            if (!below[area]) series.build(area, findings);
        }
        series.move_to(all);
    }
    return all;
}

/// How many figures are published from each source. A rolled-up figure was sent by nobody.
void count_figures(std::vector<ReturnStatus>& returns, const Consolidated& consolidated) {
    std::unordered_map<SourceId, std::size_t> figures;
    for (const Series& series : consolidated.series) {
        for (const SeriesPoint& point : series.points) {
            if (point.value && point.parts.empty()) ++figures[point.source];
        }
    }
    for (const SavingsAmount& amount : consolidated.savings) ++figures[amount.source];
    for (ReturnStatus& status : returns) status.figures = figures[status.source];
}

}  // namespace

Checked<Consolidated> consolidate(const Known& known, const plan::Plan& plan, Period period, Date as_of) {
    Checked<Consolidated> result;
    const auto& [files, observations, savings, file_findings] = known;
    const GatedFiles gates = gate_files(files, plan, as_of);
    Findings own;
    for (const history::FileRecord& file : files) {
        if (const auto& finding = gates.at(file.hash).gate.finding) own.push_back(*finding);
    }
    append(own, changed_sheets(files));
    Latest latest = latest_figures(observations, gates, plan);
    append(own, std::move(latest.findings));
    LatestSavings amounts = latest_savings(savings, gates, plan);
    append(own, std::move(amounts.findings));
    const std::vector<history::KnownFinding> of_files =
        put_right(publishable(file_findings, gates), gates, observations, latest.fates, savings, amounts.fates);
    Checked<std::vector<ReturnStatus>> returns = returns_of(observations, savings, files, gates, plan, period, as_of);
    append(own, std::move(returns.findings));
    const AreaTree parts = area_tree(plan);
    const UnknownLabels labels = unknown_labels(of_files, gates, plan);
    const Absences absences(plan, parts, period, returns.value, latest.senders, labels);
    result.value.series = all_series(std::move(latest.series), plan, parts, absences, own);
    result.value.revisions = std::move(latest.revisions);
    result.value.savings = std::move(amounts.amounts);
    result.value.fates = std::move(latest.fates);
    result.value.savings_fates = std::move(amounts.fates);
    count_figures(returns.value, result.value);
    result.value.returns = std::move(returns.value);
    result.findings = publishable(std::move(own), files, plan, as_of);
    for (const history::KnownFinding& each : of_files) result.findings.push_back(each.finding);
    sort_findings(result.findings);
    return result;
}

}  // namespace panelbook::consolidate
