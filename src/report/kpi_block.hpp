#pragma once

#include "panelbook/commentary/commentary.hpp"

#include "draft.hpp"

namespace panelbook::report {

/// The block of one measure in one area: class or verdict, change, the figures under it, chart, sentences.
KpiBlock kpi_block(Draft& draft, const plan::Measure& measure, const AreaId& area);

/// What may be said about a measure. `where_absent` stands for its series where there is none, and must outlive the
/// facts.
commentary::Facts facts_of(const Draft& draft, const plan::Measure& measure, const AreaId& area,
                           const Series& where_absent);

/// The comparison that a measure's status and headline change are taken from: the plan's, else the first that has both
/// its figures, else the first.
std::optional<std::size_t> headline_comparison(const Draft& draft, const plan::Measure& measure, const AreaId& area);

/// The class of the latest month of a charted measure, else the verdict of its headline comparison.
struct KpiStatus {
    Status status;
    std::string caption;  ///< what it is the status of: "latest month, June 2020"
};
KpiStatus kpi_status(const Draft& draft, const plan::Measure& measure, const AreaId& area);

/// The per cent change of a comparison where there is one, else the difference (points for percentages).
ItemId change_cell(const Draft& draft, std::size_t comparison);

/// Why there is no figure for the dashboard's period, as a sentence; empty if there is one.
std::string absence_of(const Draft& draft, const plan::Measure& measure, const AreaId& area);

/// Everything that is said about a measure: the tool's sentences, or why there is no figure, or the figure alone; then
/// what people wrote, marked as theirs.
std::vector<std::string> words_about(const Draft& draft, const plan::Measure& measure, const AreaId& area);

/// What people wrote about a measure, or about a priority, for the dashboard's period.
std::vector<std::string> commentary_on(const Draft& draft, const MeasureId& measure);
std::vector<std::string> commentary_on(const Draft& draft, const PriorityId& priority);

}  // namespace panelbook::report
