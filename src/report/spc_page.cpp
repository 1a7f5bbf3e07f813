#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "pages.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using spc::ControlChart;
using spc::Segment;

std::string side_words(spc::Side side, std::string_view above, std::string_view below) {
    if (side == spc::Side::none) return "";
    return std::string(side == spc::Side::above ? above : below);
}

struct Signal {
    std::string words;
    std::string rule;
};

/// Every signal a month is part of, in words, and the rules that gave them.
Signal signal_of(const spc::ChartPoint& point, const spc::RuleSet& rules) {
    struct Rule {
        std::string words;
        std::string rule;
    };
    const Rule all[] = {
        {side_words(point.outside, "Above the upper limit", "Below the lower limit"),
         fmt::format("beyond {:g} SD", rules.limit_sigmas)},
        {side_words(point.shift, "In a long run above the mean", "In a long run below the mean"),
         fmt::format("{} or more on one side", rules.shift_points)},
        {side_words(point.trend, "In a rising trend", "In a falling trend"),
         fmt::format("{} or more changes one way", rules.trend_changes)},
        {side_words(point.near, "Near the upper limit", "Near the lower limit"),
         fmt::format("beyond {:g} SD", rules.near_sigmas)},
    };
    Signal signal;
    for (const Rule& rule : all) {
        if (rule.words.empty()) continue;
        const char* between = signal.words.empty() ? "" : "; ";
        signal.words += between + rule.words;
        signal.rule += between + rule.rule;
    }
    return signal;
}

Item value_item(const Draft& draft, const ControlChart& chart, const plan::Measure& measure,
                const spc::ChartPoint& point) {
    if (!point.value) return {};
    const auto index = draft.series_index(chart.measure, chart.area);
    if (!index) return number_item(*point.value, figure_style(measure));
    const ItemId data = draft.data[*index][point.series_point].value;
    Item item = formula_item(*point.value, {"{0}", {data}}, figure_style(measure));
    item.link = data;
    return item;
}

/// The months of a segment, whose values the mean and the limits of each of them are formulas over.
struct SegmentCells {
    const ControlChart& chart;
    const Segment& segment;
    ItemRange values;
    NumberStyle style;

    ItemId centre(Row& row) const { return row.add(formula_item(segment.centre, {"AVERAGE({0})", {values}}, style)); }
    ItemId sd(Row& row) const {
        NumberStyle finer = style;
        ++finer.decimals;
        if (finer.kind == NumberStyle::Kind::percent_points) finer.kind = NumberStyle::Kind::points;
        return row.add(formula_item(segment.sigma, {"STDEV({0})", {values}}, finer));
    }
    ItemId lower(Row& row, ItemId mean, ItemId sd) const {
        const std::string plain = fmt::format("{{0}}-{:g}*{{1}}", chart.rules.limit_sigmas);
        const auto& floor = chart.clamp.low;
        return row.add(
            formula_item(segment.lower, {floor ? fmt::format("MAX({},{})", *floor, plain) : plain, {mean, sd}}, style));
    }
    ItemId upper(Row& row, ItemId mean, ItemId sd) const {
        const std::string plain = fmt::format("{{0}}+{:g}*{{1}}", chart.rules.limit_sigmas);
        const auto& ceiling = chart.clamp.high;
        return row.add(formula_item(segment.upper,
                                    {ceiling ? fmt::format("MIN({},{})", *ceiling, plain) : plain, {mean, sd}}, style));
    }
};

Table points_table() {
    Table table;
    table.name = "SPC";
    table.title = "Every charted month";
    table.columns = {{"KPI", 7},
                     {"Measure", 34},
                     {"Area", 18},
                     {"Month", 10},
                     {"Value", 12, true},
                     {"Segment", 9, true},
                     {"Mean", 12, true},
                     {"SD", 12, true},
                     {"Lower limit", 12, true},
                     {"Upper limit", 12, true},
                     {"Signal", 44},
                     {"Rule", 34},
                     {"Limits reset because", 50}};
    table.empty_words = "No measure has a chart.";
    return table;
}

void add_points(Draft& draft, std::size_t index, const plan::Measure& measure, Table& table) {
    const ControlChart& chart = draft.figures.charts[index];
    std::vector<SpcRow>& rows = draft.charts[index].points;
    rows.resize(chart.points.size());
    std::vector<Row> written(chart.points.size(), Row(draft.report));
    for (std::size_t p = 0; p < chart.points.size(); ++p) {
        const spc::ChartPoint& point = chart.points[p];
        written[p].text(measure.kpi);
        written[p].text(measure.name);
        written[p].text(draft.area_name(chart.area));
        written[p].date(point.period.first_day(), NumberStyle::Kind::month);
        rows[p].value = written[p].add(value_item(draft, chart, measure, point));
        written[p].number(static_cast<double>(point.segment + 1));
    }
    for (const Segment& segment : chart.segments) {
        if (segment.count == 0) continue;
        const std::size_t end = segment.first + segment.count;
        const SegmentCells cells{
            chart, segment, {rows[segment.first].value, rows[end - 1].value}, statistic_style(measure, segment.centre)};
        for (std::size_t p = segment.first; p < end; ++p) {
            Row& row = written[p];
            if (segment.assessable == spc::Assessable::no) {
                rows[p].centre = row.blank();
                row.blank();
                rows[p].lower = row.blank();
                rows[p].upper = row.blank();
                row.text(p == segment.first ? capitalised(segment.why) : "", Role::muted);
                row.blank();
            } else {
                rows[p].centre = cells.centre(row);
                const ItemId sd = cells.sd(row);
                rows[p].lower = cells.lower(row, rows[p].centre, sd);
                rows[p].upper = cells.upper(row, rows[p].centre, sd);
                const Signal signal = signal_of(chart.points[p], chart.rules);
                row.text(signal.words);
                row.text(signal.rule, Role::muted);
            }
            row.text(p == segment.first ? sentence(segment.reset_reason) : "", Role::muted);
        }
    }
    for (Row& row : written) table.rows.push_back(row.take());
}

Table classes_table() {
    Table table;
    table.name = "Classes";
    table.title = "The class of every chart";
    table.columns = {{"KPI", 7},
                     {"Measure", 34},
                     {"Area", 18},
                     {"Latest month", 12},
                     {"Class", 24},
                     {"In words", 36},
                     {"Better or worse", 14},
                     {"Latest value", 12, true},
                     {"Mean", 12, true},
                     {"Lower limit", 12, true},
                     {"Upper limit", 12, true},
                     {"Months in a row on one side", 14, true},
                     {"Changes in a row one way", 14, true},
                     {"Note", 50}};
    table.empty_words = "No measure has a chart.";
    return table;
}

std::string class_note(const ControlChart& chart) {
    if (!chart.why.empty()) return sentence(chart.why);
    return chart.segments.empty() ? "" : sentence(chart.segments.back().why);
}

void add_class(Draft& draft, std::size_t index, const plan::Measure& measure, Table& table) {
    const ControlChart& chart = draft.figures.charts[index];
    ChartRows& where = draft.charts[index];
    const SpcRow* last = where.points.empty() ? nullptr : &where.points.back();
    Row row(draft.report);
    where.first = row.text(measure.kpi);
    row.text(measure.name);
    row.text(draft.area_name(chart.area));
    row.date(last ? std::optional(chart.points.back().period.first_day()) : std::nullopt, NumberStyle::Kind::month);
    draft.class_cells.push_back(row.text(std::string(class_name(chart.latest))));
    row.text(commentary::class_words(chart, measure));
    row.text(capitalised(std::string(judgement_words(chart.judgement))));
    for (const ItemId SpcRow::*column : {&SpcRow::value, &SpcRow::centre, &SpcRow::lower, &SpcRow::upper})
        row.add(last ? copy_item(draft.report, last->*column, Role::cell) : Item{});
    row.number(static_cast<double>(chart.run_length));
    row.number(static_cast<double>(chart.trend_length));
    row.text(class_note(chart), Role::muted);
    table.rows.push_back(row.take());
}

}  // namespace

Page spc_page(Draft& draft) {
    Page page;
    page.name = "SPC";
    page.title = "Statistical process control";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(
        "Values, means, standard deviations (SD) and limits are formulas over the Data sheet; classes and signals are "
        "typed values. What the words mean is on the Notes sheet.",
        Role::sentence)));

    Table classes = classes_table();
    Table points = points_table();
    draft.charts.resize(draft.figures.charts.size());
    for (std::size_t i = 0; i < draft.charts.size(); ++i) {
        const plan::Measure* measure = draft.plan().measure(draft.figures.charts[i].measure);
        if (!measure) continue;
        add_points(draft, i, *measure, points);
        add_class(draft, i, *measure, classes);
    }

    page.blocks = {std::move(words), std::move(classes), std::move(points)};
    return page;
}

}  // namespace panelbook::report
