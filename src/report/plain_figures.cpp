#include "plain_figures.hpp"

#include "kpi_block.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "status.hpp"

namespace panelbook::report {

namespace {

constexpr std::size_t status_column = 2;

/// The figure, what it is set against and the change: live copies of the cells of the Comparisons page.
void add_comparison(Draft& draft, Row& row, std::size_t chosen) {
    const compare::Comparison& comparison = draft.figures.comparisons[chosen];
    const ComparisonRow& cells = draft.comparisons[chosen];
    row.add(copy_item(draft.report, cells.current, Role::figure));
    row.text(comparison.reference.period.label(), Role::muted);
    row.add(copy_item(draft.report, cells.reference, Role::reference));
    row.add(copy_item(draft.report, change_cell(draft, chosen), Role::cell));
}

void add_figure_alone(Draft& draft, Row& row, const plan::Measure& measure, const AreaId& area) {
    const auto index = draft.series_index(measure.id, area);
    const compare::PeriodValue value =
        index ? compare::value_of(draft.series()[*index], measure, draft.figures.period) : compare::PeriodValue{};
    if (value.value) {
        Item item = period_item(draft, measure, area, value);
        item.role = Role::figure;
        row.add(std::move(item));
    } else {
        row.add(not_available_item());
    }
    row.blank();
    row.blank();
    row.blank();
}

std::string in_one_line(const std::vector<std::string>& sentences) {
    std::string words;
    for (const std::string& sentence : sentences) words += (words.empty() ? "" : " ") + sentence;
    return words;
}

}  // namespace

Table plain_figures(Draft& draft, const std::vector<const plan::Measure*>& measures) {
    Table table;
    table.columns = {{"KPI", 7},          {"Measure", 36},           {"Status", 17},       {"Figure", 11, true},
                     {"Set against", 14}, {"Figure then", 11, true}, {"Change", 11, true}, {"In words", 64}};
    const AreaId& area = draft.plan().settings.area;
    for (const plan::Measure* const measure : measures) {
        Row row(draft.report);
        row.text(measure->kpi);
        row.text(draft.name_in_area(*measure, area));
        Status status = kpi_status(draft, *measure, area).status;
        row.text(status.words);
        const auto chosen = headline_comparison(draft, *measure, area);
        const bool compared = chosen && draft.figures.comparisons[*chosen].current.value &&
                              draft.figures.comparisons[*chosen].reference.value;
        if (compared)
            add_comparison(draft, row, *chosen);
        else
            add_figure_alone(draft, row, *measure, area);
        row.text(in_one_line(words_about(draft, *measure, area)));
        table.statuses.emplace_back(table.rows.size() * table.columns.size() + status_column, std::move(status));
        table.rows.push_back(row.take());
    }
    return table;
}

}  // namespace panelbook::report
