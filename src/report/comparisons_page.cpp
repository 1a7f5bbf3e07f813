#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "pages.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> all = {
        {"Priority", 8},
        {"KPI", 7},
        {"Measure", 30},
        {"Area", 15},
        {"Comparison", 34},
        {"Unit", 10},
        {"Period", 14},
        {"Value", 12, true},
        {"Reference period", 14},
        {"Reference value", 12, true},
        {"Difference", 12, true},
        {"% change", 10, true},
        {"Verdict", 20},
        {"Test", 26},
        {"Interval from", 12, true},
        {"Interval to", 12, true},
        {"p value", 10, true},
        {"Small numbers", 10},
        {"Why", 50},
    };
    return all;
}

/// Per cent for a change of counts, points for a difference of percentages.
NumberStyle interval_style(const plan::Measure& measure) {
    const bool share = measure.unit == plan::Unit::percent;
    return {share ? NumberStyle::Kind::points : NumberStyle::Kind::percent_points, 1, true};
}

std::string why(const compare::Comparison& comparison) {
    if (!comparison.current.value) return absence_words(comparison.current.reason, comparison.current.marker);
    if (!comparison.reference.value)
        return fmt::format("{}: {}", comparison.reference.period.label(),
                           absence_words(comparison.reference.reason, comparison.reference.marker));
    return sentence(comparison.why);
}

Item percent_item(const compare::Comparison& comparison, const plan::Measure& measure, const ComparisonRow& row) {
    if (measure.unit == plan::Unit::percent) return {};
    if (!comparison.current.value || !comparison.reference.value) return not_available_item();
    const double reference = *comparison.reference.value;
    const Formula formula{"IF({1}=0,\"NA\",{0}/{1}-1)", {row.current, row.reference}};
    if (reference == 0.0)
        return formula_item(std::string("NA"), formula, change_style(measure, true), Role::not_available);
    if (!comparison.percent_change) return not_available_item();
    return formula_item(*comparison.current.value / reference - 1.0, formula, change_style(measure, true));
}

Item difference_item(const compare::Comparison& comparison, const plan::Measure& measure, const ComparisonRow& row) {
    if (!comparison.current.value || !comparison.reference.value) return not_available_item();
    return formula_item(*comparison.current.value - *comparison.reference.value,
                        {"{0}-{1}", {row.current, row.reference}}, difference_style(measure));
}

std::vector<ItemId> comparison_row(Draft& draft, const compare::Comparison& comparison, const plan::Measure& measure,
                                   ComparisonRow& where) {
    Row row(draft.report);
    row.text(measure.priority.text);
    row.text(measure.kpi);
    row.text(measure.name);
    row.text(draft.area_name(comparison.area));
    row.text(capitalised(commentary::basis_words(comparison.basis)));
    row.text(unit_words(measure));
    row.text(comparison.current.period.label());
    where.current = row.add(period_item(draft, measure, comparison.area, comparison.current));
    row.text(comparison.reference.period.label());
    where.reference = row.add(period_item(draft, measure, comparison.area, comparison.reference));
    where.difference = row.add(difference_item(comparison, measure, where));
    where.percent = row.add(percent_item(comparison, measure, where));
    where.verdict = row.text(std::string(verdict_words(comparison.verdict)));
    row.text(capitalised(comparison.test));
    const auto& interval = comparison.interval;
    row.number(interval ? std::optional(interval->lower) : std::nullopt, interval_style(measure));
    row.number(interval ? std::optional(interval->upper) : std::nullopt, interval_style(measure));
    row.number(comparison.p_value, {NumberStyle::Kind::number, 4});
    row.text(comparison.small_numbers ? "Yes" : "");
    row.text(why(comparison), Role::muted);
    return row.take();
}

}  // namespace

Page comparisons_page(Draft& draft) {
    Page page;
    page.name = "Comparisons";
    page.title = "Comparisons";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(
        fmt::format(
            "Values, differences and changes are formulas over the Data sheet. Verdict, test, interval and p value "
            "are results of a test at {:g}% confidence and are typed values. Percentages are compared in points.",
            draft.plan().settings.confidence),
        Role::sentence)));

    Table table;
    table.name = "Comparisons";
    table.columns = columns();
    table.empty_words = "The plan asks for no comparisons.";
    draft.comparisons.resize(draft.figures.comparisons.size());
    for (std::size_t i = 0; i < draft.comparisons.size(); ++i) {
        const compare::Comparison& comparison = draft.figures.comparisons[i];
        const plan::Measure* measure = draft.plan().measure(comparison.measure);
        if (measure) table.rows.push_back(comparison_row(draft, comparison, *measure, draft.comparisons[i]));
    }

    page.blocks = {std::move(words), std::move(table)};
    return page;
}

void add_tile_statuses(Draft& draft, Page& comparisons) {
    if (draft.tile_statuses.empty()) return;
    Table table;
    table.name = "Statuses";
    table.title = "Statuses of the dashboard";
    table.columns = {{"Tile", 9}, {"Line", 34}, {"Status", 18}, {"Set against", 34}, {"Why", 50}};
    for (TileStatus& status : draft.tile_statuses) {
        Row row(draft.report);
        row.text(status.tile);
        row.text(status.line);
        status.word = row.text(status.words);
        if (status.comparison)
            row.text(capitalised(commentary::basis_words(draft.figures.comparisons[*status.comparison].basis)));
        else
            row.blank();
        row.text(status.why, Role::muted);
        table.rows.push_back(row.take());
    }
    comparisons.blocks.push_back(std::move(table));
}

}  // namespace panelbook::report
