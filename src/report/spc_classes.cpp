#include "spc_classes.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "row.hpp"
#include "rule_set_words.hpp"
#include "segment_cells.hpp"
#include "status.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using spc::ControlChart;

constexpr std::size_t exceptions_listed = 6;
constexpr std::size_t first_optional = 20;  // the columns that not every dashboard has

/// Columns that not every dashboard has a use for.
struct Wanted {
    bool icons = false;
    bool target = false;
    bool unusual_runs = false;
};

Wanted wanted(const Draft& draft) {
    Wanted found;
    for (const ControlChart& chart : draft.figures.charts) {
        const plan::Measure* measure = draft.plan().measure(chart.measure);
        if (!measure) continue;
        found.icons = found.icons || !icons_of(chart, *measure).empty();
        found.target = found.target || measure->target.has_value();
        found.unusual_runs = found.unusual_runs || chart.rules.has(spc::Rule::unusual_runs);
    }
    return found;
}

Table empty_table(const Wanted& columns) {
    Table table;
    table.name = "Classes";
    table.title = "The class of every chart";
    // The first columns have the widths of the table of months below.
    table.columns = {{"KPI", 7},
                     {"Measure", 34},
                     {"Area", 16},
                     {"Latest month", 10},
                     {"Latest value", 11, true},
                     {"Months in a row on one side", 11, true},
                     {"Centre line", 11, true},
                     {"Changes in a row one way", 11, true},
                     {"Lower limit", 11, true},
                     {"Upper limit", 11, true},
                     {"In words", 40},
                     {"Limits", 34},
                     {"Chart", 40},
                     {"Class", 22},
                     {"Better or worse", 11},
                     {"Centre line is the", 11},
                     {"Months in a row, passing over those on the line", 13, true},
                     {"Earlier months beyond a limit", 36},
                     {"Suggestion, never applied by itself", 40},
                     {"Note", 40}};
    if (columns.target) table.columns.push_back({"Target of a month", 11, true});
    if (columns.icons) {
        table.columns.push_back({"Variation", 26});
        table.columns.push_back({"Against the target", 28});
    }
    if (columns.unusual_runs) {
        table.columns.push_back({"Longest run", 10, true});
        table.columns.push_back({"Longest by chance", 10, true});
        table.columns.push_back({"Crossings", 10, true});
        table.columns.push_back({"Fewest by chance", 10, true});
    }
    table.empty_words = "No measure has a chart.";
    return table;
}

std::string earlier_words(const ControlChart& chart) {
    std::string words;
    std::size_t listed = 0;
    for (const std::size_t index : chart.earlier_exceptions) {
        if (++listed > exceptions_listed) break;
        const spc::ChartPoint& point = chart.points[index];
        words += fmt::format("{}{} ({})", words.empty() ? "" : "; ", point.period.label(),
                             point.outside == spc::Side::above ? "above" : "below");
    }
    if (chart.earlier_exceptions.size() > exceptions_listed)
        words += fmt::format("; and {} more", chart.earlier_exceptions.size() - exceptions_listed);
    return words;
}

std::string note(const ControlChart& chart) {
    if (!chart.why.empty()) return sentence(chart.why);
    return chart.segments.empty() ? "" : sentence(chart.segments.back().why);
}

/// The cell shows the status in place of its words.
void add_status(Row& row, Table& table, std::size_t column, const Status& status) {
    row.text(status.words);
    table.statuses.emplace_back(table.rows.size() * table.columns.size() + column, status);
}

void add_icons(Row& row, Table& table, std::size_t column, const std::vector<Status>& icons) {
    for (std::size_t i = 0; i < 2; ++i) {
        if (i < icons.size())
            add_status(row, table, column + i, icons[i]);
        else
            row.blank();
    }
}

void add_unusual_runs(Row& row, const ControlChart& chart) {
    const spc::UnusualRuns runs = chart.segments.empty() ? spc::UnusualRuns{} : chart.segments.back().runs;
    const bool known = runs.useful > 0 && chart.segments.back().assessable != spc::Assessable::no;
    for (const std::size_t count : {runs.longest_run, runs.longest_most, runs.crossings, runs.crossings_least})
        row.number(known ? std::optional(static_cast<double>(count)) : std::nullopt, {NumberStyle::Kind::number});
}

void add_chart(Draft& draft, std::size_t index, const plan::Measure& measure, const Wanted& columns, Table& table) {
    const ControlChart& chart = draft.figures.charts[index];
    ChartRows& where = draft.charts[index];
    const SpcRow* last = where.points.empty() ? nullptr : &where.points.back();
    const auto figure = [&](ItemId SpcRow::*of) {
        return last ? copy_item(draft.report, last->*of, Role::cell) : Item{};
    };
    Row row(draft.report);
    where.first = row.text(measure.kpi);
    row.text(measure.name);
    row.text(draft.area_name(chart.area));
    row.date(last ? std::optional(chart.points.back().period.first_day()) : std::nullopt, NumberStyle::Kind::month);
    row.add(figure(&SpcRow::value));
    row.number(static_cast<double>(chart.run_length));
    row.add(figure(&SpcRow::centre));
    row.number(static_cast<double>(chart.trend_length));
    row.add(figure(&SpcRow::lower));
    row.add(figure(&SpcRow::upper));
    row.text(commentary::class_words(chart, measure));
    row.text(chart.segments.empty() ? "" : limits_words(chart, chart.segments.back()), Role::muted);
    row.text(chart_type_words(chart.type), Role::muted);
    draft.class_cells.push_back(row.text(std::string(class_name(chart.latest))));
    row.text(capitalised(std::string(judgement_words(chart.judgement))));
    const bool has_centre = !chart.segments.empty() && chart.segments.back().assessable != spc::Assessable::no;
    row.text(has_centre ? std::string(spc::to_word(spc::centre_of(chart))) : "", Role::muted);
    row.number(static_cast<double>(chart.run_length_skipping));
    row.text(earlier_words(chart), Role::muted);
    row.text(commentary::reset_suggestion(chart), Role::muted);
    row.text(note(chart), Role::muted);
    std::size_t column = first_optional;
    if (columns.target) {
        row.number(target_of_month(measure), figure_style(measure));
        ++column;
    }
    if (columns.icons) add_icons(row, table, column, icons_of(chart, measure));
    if (columns.unusual_runs) add_unusual_runs(row, chart);
    table.rows.push_back(row.take());
}

}  // namespace

Table classes_table(Draft& draft) {
    const Wanted columns = wanted(draft);
    Table table = empty_table(columns);
    for (std::size_t i = 0; i < draft.charts.size(); ++i)
        if (const plan::Measure* measure = draft.plan().measure(draft.figures.charts[i].measure))
            add_chart(draft, i, *measure, columns, table);
    return table;
}

}  // namespace panelbook::report
