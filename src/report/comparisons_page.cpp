#include <algorithm>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"
#include "panelbook/compare/tests_of_change.hpp"

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
        {"Out of", 9, true},
        {"95% from", 10, true},
        {"95% to", 10, true},
        {"Reference period", 14},
        {"Reference value", 12, true},
        {"Reference out of", 9, true},
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

/// The margin of a percentage as the plan quotes it: Wilson's interval, or the same half-width whatever the percentage.
std::optional<compare::Interval> margin_of(const compare::PeriodValue& side, const plan::Measure& measure,
                                           const plan::Settings& settings) {
    const double n = side.denominator.value_or(0.0);
    if (measure.unit != plan::Unit::percent || !side.value || n <= 0.0 || *side.value < 0.0 || *side.value > 100.0)
        return std::nullopt;
    if (settings.survey_margin == plan::SurveyMargin::worst_case) {
        const double half_width =
            100.0 * compare::worst_case_margin(n, settings.confidence, settings.survey_population);
        return compare::Interval{std::max(0.0, *side.value - half_width), std::min(100.0, *side.value + half_width)};
    }
    const compare::Interval share = compare::wilson(*side.value / 100.0 * n, n, settings.confidence);
    return compare::Interval{100.0 * share.lower, 100.0 * share.upper};
}

/// The period of the reference, and what it is where it is not the measure's own past.
std::string reference_words(const compare::Comparison& comparison) {
    const std::string period = comparison.reference.period.label();
    switch (comparison.basis) {
        case plan::Basis::target:
            return "Target, " + period;
        case plan::Basis::similar_group:
            return "Group, " + period;
        case plan::Basis::national:
            return "National, " + period;
        default:
            return period;
    }
}

/// A reference taken from the Benchmark figures page: what the area would have at the rate of others.
Item reference_item(const Draft& draft, const compare::Comparison& comparison, const plan::Measure& measure) {
    const bool from_group = comparison.basis == plan::Basis::similar_group;
    if (comparison.reference.value && (from_group || comparison.basis == plan::Basis::national)) {
        for (std::size_t i = 0; i < draft.benchmarks.size(); ++i) {
            const benchmark::Benchmark& one = draft.figures.benchmarks[i];
            const BenchmarkCells& cells = draft.benchmarks[i];
            if (one.measure != comparison.measure || one.period != comparison.reference.period) continue;
            if (!from_group && !cells.national_rate) continue;
            const ItemId rate = from_group ? cells.group_mean : *cells.national_rate;
            if (one.per <= 0.0)
                return formula_item(*comparison.reference.value, {"{0}", {rate}}, figure_style(measure));
            return formula_item(*comparison.reference.value,
                                {fmt::format("{{0}}*{{1}}/{:g}", one.per), {rate, cells.own_population}},
                                figure_style(measure));
        }
    }
    return period_item(draft, measure, comparison.area, comparison.reference);
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
    const auto count_behind = [&](const compare::PeriodValue& side) {
        const bool share = measure.unit == plan::Unit::percent && side.value;
        row.number(share ? side.denominator : std::nullopt);
    };
    count_behind(comparison.current);
    const auto margin = margin_of(comparison.current, measure, draft.plan().settings);
    row.number(margin ? std::optional(margin->lower) : std::nullopt, {NumberStyle::Kind::percent_points, 1});
    row.number(margin ? std::optional(margin->upper) : std::nullopt, {NumberStyle::Kind::percent_points, 1});
    row.text(reference_words(comparison));
    where.reference = row.add(reference_item(draft, comparison, measure));
    count_behind(comparison.reference);
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

    const compare::ChanceVerdicts chance = compare::chance_verdicts(draft.figures.comparisons, draft.plan());
    if (chance.tested > 0)
        words.items.push_back(draft.report.add(text_item(
            fmt::format("{} {} tested; had nothing changed at all, about {:.1f} of them would be better or worse by "
                        "chance alone. Several comparisons of one measure share their figures.",
                        counted(chance.tested, "comparison"), chance.tested == 1 ? "was" : "were", chance.expected),
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
