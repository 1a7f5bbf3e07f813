#include <fmt/format.h>

#include "pages.hpp"
#include "row.hpp"
#include "rule_set_words.hpp"
#include "segment_cells.hpp"
#include "spc_classes.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using spc::ControlChart;
using spc::Segment;

/// Every signal a month is part of, in words, and the rules that gave them.
RuleWords signals_of(const ControlChart& chart, std::size_t index) {
    const spc::ChartPoint& point = chart.points[index];
    const Segment& segment = chart.segments[point.segment];
    RuleWords all;
    const auto add = [&all](const RuleWords& one) {
        const char* between = all.signal.empty() ? "" : "; ";
        all.signal += between + one.signal;
        all.rule += between + one.rule;
    };
    for (const spc::Rule rule : chart.rules.rules)
        if (const auto side = spc::fired(point, rule)) add(rule_words(chart, rule, *side));
    const bool is_first = index == segment.first;
    if (is_first && segment.runs.signal) add(rule_words(chart, spc::Rule::unusual_runs, spc::Side::none));
    return all;
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

Item denominator_item(const Draft& draft, const ControlChart& chart, const spc::ChartPoint& point) {
    if (!needs_denominators(chart.type) || !point.value || !point.denominator) return {};
    const auto index = draft.series_index(chart.measure, chart.area);
    if (!index) return number_item(*point.denominator);
    const ItemId data = draft.data[*index][point.series_point].denominator;
    return formula_item(*point.denominator, {"{0}", {data}});
}

Table points_table(const SpcColumns& columns) {
    Table table;
    table.name = "SPC";
    table.title = "Every charted month";
    table.columns = {{"KPI", 7},
                     {"Measure", 34},
                     {"Area", 16},
                     {"Month", 10},
                     {"Value", 11, true},
                     {"Segment", 11, true},
                     {"Centre line", 11, true},
                     {"SD", 11, true},
                     {"Lower limit", 11, true},
                     {"Upper limit", 11, true},
                     {"Signal", 40},
                     {"Rule", 34},
                     {"Limits reset because", 40}};
    const auto add_where = [&table](bool used, Column column) {
        if (used) table.columns.push_back(std::move(column));
    };
    add_where(columns.denominators, {"n", 22, true});
    add_where(columns.scaled, {"Scaled value", 11, true});
    add_where(columns.ranges, {"Moving range", 11, true});
    add_where(columns.ranges, {"Mean moving range", 13, true});
    add_where(columns.sigma_z, {"Sigma z", 11, true});
    table.empty_words = "No measure has a chart.";
    return table;
}

/// Writes the cells of one chart, segment by segment, so that a formula finds those that it names.
class ChartPoints {
public:
    ChartPoints(Draft& draft, std::size_t index, const plan::Measure& measure, const SpcColumns& columns)
        : m_draft(draft),
          m_chart(draft.figures.charts[index]),
          m_measure(measure),
          m_columns(columns),
          m_places(m_chart.points.size()),
          m_rows(draft.charts[index].points) {
        m_rows.resize(m_chart.points.size());
    }

    std::vector<std::vector<ItemId>> written() {
        std::vector<Row> rows(m_chart.points.size(), Row(m_draft.report));
        for (std::size_t p = 0; p < rows.size(); ++p) begin(rows[p], p);
        for (const Segment& segment : m_chart.segments) {
            const SegmentCells cells(m_chart, segment, m_measure, m_places);
            for (std::size_t p = segment.first; p < segment.first + segment.count; ++p) {
                if (segment.assessable == spc::Assessable::no)
                    leave_out(rows[p], p, segment);
                else
                    fill(rows[p], p, cells);
                rows[p].text(p == segment.first ? sentence(segment.reset_reason) : "", Role::muted);
                add_workings(rows[p], m_places[p]);
            }
        }
        std::vector<std::vector<ItemId>> items;
        for (Row& row : rows) items.push_back(row.take());
        return items;
    }

private:
    /// The cells that come before any statistic. Those that statistics are taken over get their places now.
    void begin(Row& row, std::size_t p) {
        const spc::ChartPoint& point = m_chart.points[p];
        row.text(m_measure.kpi);
        row.text(m_measure.name);
        row.text(m_draft.area_name(m_chart.area));
        row.date(point.period.first_day(), NumberStyle::Kind::month);
        m_rows[p].value = m_places[p].value = row.add(value_item(m_draft, m_chart, m_measure, point));
        row.number(static_cast<double>(point.segment + 1));
        SpcPlaces& at = m_places[p];
        for (ItemId SpcPlaces::*later : {&SpcPlaces::denominator, &SpcPlaces::scaled, &SpcPlaces::range,
                                         &SpcPlaces::mean_range, &SpcPlaces::sigma_z})
            at.*later = m_draft.report.add({});
        m_draft.report[at.denominator] = denominator_item(m_draft, m_chart, point);
    }

    void fill(Row& row, std::size_t p, const SegmentCells& cells) {
        SpcPlaces& at = m_places[p];
        Report& report = m_draft.report;
        m_rows[p].centre = at.centre = row.add(cells.centre());
        report[at.scaled] = cells.scaled(p);
        report[at.range] = cells.range(p);
        report[at.mean_range] = cells.mean_range();
        report[at.sigma_z] = cells.sigma_z(p);
        at.sd = row.add(cells.sd(p));
        m_rows[p].lower = row.add(cells.lower(p));
        m_rows[p].upper = row.add(cells.upper(p));
        const RuleWords signals = signals_of(m_chart, p);
        row.text(signals.signal);
        row.text(signals.rule, Role::muted);
    }

    void leave_out(Row& row, std::size_t p, const Segment& segment) {
        m_rows[p].centre = row.blank();
        row.blank();
        m_rows[p].lower = row.blank();
        m_rows[p].upper = row.blank();
        row.text(p == segment.first ? capitalised(segment.why) : "", Role::muted);
        row.blank();
    }

    /// What the statistics are worked out over, at the end of the row.
    void add_workings(Row& row, const SpcPlaces& at) {
        if (m_columns.denominators) row.put(at.denominator);
        if (m_columns.scaled) row.put(at.scaled);
        if (m_columns.ranges) row.put(at.range);
        if (m_columns.ranges) row.put(at.mean_range);
        if (m_columns.sigma_z) row.put(at.sigma_z);
    }

    Draft& m_draft;
    const ControlChart& m_chart;
    const plan::Measure& m_measure;
    const SpcColumns& m_columns;
    std::vector<SpcPlaces> m_places;
    std::vector<SpcRow>& m_rows;
};

std::string introduction(const SpcColumns& columns) {
    std::string words =
        "Values, centre lines, standard deviations (SD) and limits are formulas over the Data sheet; classes, signals "
        "and "
        "limits marked exact are typed values. What the words and the rules mean is on the Notes sheet.";
    if (columns.scaled)
        words +=
            " Scaled value: what the moving ranges of a p', u' or t chart are taken of, which is the distance from "
            "the mean in SD of the month, or the time to the power 1/3.6.";
    return words;
}

}  // namespace

Page spc_page(Draft& draft) {
    Page page;
    page.name = "SPC";
    page.title = "Statistical process control";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    const SpcColumns columns = columns_of(draft.figures.charts);
    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(introduction(columns), Role::sentence)));

    Table points = points_table(columns);
    draft.charts.resize(draft.figures.charts.size());
    for (std::size_t i = 0; i < draft.charts.size(); ++i) {
        const plan::Measure* measure = draft.plan().measure(draft.figures.charts[i].measure);
        if (!measure) continue;
        for (auto& row : ChartPoints(draft, i, *measure, columns).written()) points.rows.push_back(std::move(row));
    }
    Table classes = classes_table(draft);

    page.blocks = {std::move(words), std::move(classes), std::move(points)};
    return page;
}

}  // namespace panelbook::report
