#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"
#include "panelbook/report/scale.hpp"

#include "chart_marks.hpp"
#include "charts.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using SeriesRole = ChartSeries::Role;

/// The columns that are drawn. The limits of segments stand in the first and the second three in turn.
enum Drawn : std::size_t {
    month,
    value,
    centre,
    lower,
    upper,
    second_centre,
    second_lower,
    second_upper,
    better,
    worse,
    neutral,
    event,
    drawn_columns,
};
constexpr std::size_t limits_columns = 3;
using DrawnRow = std::array<ItemId, drawn_columns>;

std::optional<std::size_t> first_present(const spc::ControlChart& chart) {
    for (std::size_t i = 0; i < chart.points.size(); ++i)
        if (chart.points[i].value) return i;
    return std::nullopt;
}

bool is_assessed(const spc::ControlChart& chart, const spc::ChartPoint& point) {
    return chart.segments[point.segment].assessable != spc::Assessable::no;
}

Scale scale_of(const spc::ControlChart& chart, std::size_t first, bool is_share) {
    double lowest = *chart.points[first].value;
    double highest = lowest;
    const auto reach = [&](double height) {
        lowest = std::min(lowest, height);
        highest = std::max(highest, height);
    };
    for (std::size_t i = first; i < chart.points.size(); ++i)
        if (chart.points[i].value) reach(*chart.points[i].value);
    for (std::size_t i = first; i < chart.points.size(); ++i) {
        const spc::ChartPoint& point = chart.points[i];
        if (!is_assessed(chart, point)) continue;
        for (const auto& limit : {point.limits.lower, point.limits.upper})
            if (limit) reach(*limit);
    }
    return scale_about(lowest, highest, is_share);
}

/// The column that marks a month beyond a limit; nothing for one within them.
std::optional<Drawn> exception_column(const spc::ControlChart& chart, const spc::ChartPoint& point,
                                      const plan::Measure& measure) {
    if (!point.value || point.outside == spc::Side::none || !is_assessed(chart, point)) return std::nullopt;
    switch (spc::judge(point.outside, measure.good)) {
        case spc::Judgement::improvement:
            return better;
        case spc::Judgement::concern:
            return worse;
        default:
            return neutral;
    }
}

DrawnRow draw_month(Draft& draft, const spc::ControlChart& chart, const plan::Measure& measure, std::size_t index,
                    const SpcRow& from, const ChartMark* mark, Row& row) {
    const spc::ChartPoint& point = chart.points[index];
    const auto exception = exception_column(chart, point, measure);
    const std::size_t limits = point.segment % 2 == 0 ? centre : second_centre;
    DrawnRow drawn;
    drawn[month] = row.date(point.period.first_day(), NumberStyle::Kind::month);
    for (std::size_t column = value; column < event; ++column) {
        Item item;
        if (column == value || column == exception) item = copy_item(draft.report, from.value, Role::cell);
        if (column == limits) item = copy_item(draft.report, from.centre, Role::cell);
        if (column == limits + 1) item = copy_item(draft.report, from.lower, Role::cell);
        if (column == limits + 2) item = copy_item(draft.report, from.upper, Role::cell);
        item.link.reset();
        drawn[column] = row.add(std::move(item));
    }
    drawn[event] = row.number(mark ? std::optional(mark->height) : std::nullopt, {NumberStyle::Kind::number, 2});
    return drawn;
}

/// What is written at the end of the lines of the segment that the latest month is in; empty where there is no line.
struct EndLabels {
    std::string centre;
    std::string lower;
    std::string upper;
};

/// Where limits differ from month to month, those of the last one drawn.
spc::PointLimits last_limits(const spc::ControlChart& chart) {
    const spc::Segment& segment = chart.segments.back();
    for (std::size_t p = segment.first + segment.count; p-- > segment.first;)
        if (chart.points[p].value || !segment.varies) return chart.points[p].limits;
    return {};
}

std::string centre_name(const spc::ControlChart& chart) {
    const spc::Centre centre = spc::centre_of(chart);
    return centre == spc::Centre::typical ? "Centre" : capitalised(std::string(spc::to_word(centre)));
}

EndLabels end_labels(const spc::ControlChart& chart, const plan::Measure& measure) {
    const spc::Segment& segment = chart.segments.back();
    plan::Measure shown = measure;
    shown.decimals = statistic_style(measure, segment.centre).decimals;
    const auto label = [&shown](const char* name, const std::optional<double>& limit) {
        return limit ? name + commentary::figure(*limit, shown) : std::string();
    };
    const spc::PointLimits limits = last_limits(chart);
    return {centre_name(chart) + " " + commentary::figure(segment.centre, shown), label("Lower ", limits.lower),
            label("Upper ", limits.upper)};
}

std::string alt_text(const Draft& draft, const spc::ControlChart& chart, const plan::Measure& measure,
                     std::size_t first) {
    std::string text = fmt::format("Line chart of {} by month, {} to {}. Latest month: {}.",
                                   draft.name_in_area(measure, chart.area), chart.points[first].period.words(),
                                   chart.points.back().period.words(), commentary::class_words(chart, measure));
    if (chart.segments.back().assessable != spc::Assessable::no) {
        const EndLabels labels = end_labels(chart, measure);
        text += " " + labels.centre;
        if (!labels.lower.empty()) text += fmt::format("; limits: {}, {}", labels.lower, labels.upper);
        if (chart.segments.back().varies) text += ", those of the latest month";
        text += labels.lower.empty() ? "; no limits." : ".";
    }
    return text;
}

/// The series of a chart, each over its column of the rows; one with nothing to draw is left out.
class SeriesOf {
public:
    SeriesOf(const Report& report, const std::vector<DrawnRow>& rows) : m_report(&report), m_rows(&rows) {}

    void add(Chart& chart, SeriesRole role, const std::string& name, std::size_t column, std::string end_label = {},
             std::vector<std::string> point_labels = {}) const {
        const bool drawn = std::any_of(m_rows->begin(), m_rows->end(), [&](const DrawnRow& row) {
            return !std::holds_alternative<std::monostate>((*m_report)[row[column]].value);
        });
        if (drawn) chart.series.push_back({role, name, range(column), std::move(end_label), std::move(point_labels)});
    }
    ItemRange range(std::size_t column) const { return {m_rows->front()[column], m_rows->back()[column]}; }

private:
    const Report* m_report;
    const std::vector<DrawnRow>* m_rows;
};

void add_limits(Chart& drawn, const SeriesOf& series, const spc::ControlChart& chart, const plan::Measure& measure) {
    const spc::Segment& latest = chart.segments.back();
    const bool labelled = latest.assessable != spc::Assessable::no;
    for (std::size_t turn = 0; turn < 2; ++turn) {
        const bool ends_here = labelled && (chart.segments.size() - 1) % 2 == turn;
        const EndLabels labels = ends_here ? end_labels(chart, measure) : EndLabels{};
        const SeriesRole limit = needs_denominators(chart.type) ? SeriesRole::point_limit : SeriesRole::limit;
        const std::size_t first = centre + turn * limits_columns;
        series.add(drawn, SeriesRole::centre, centre_name(chart), first, labels.centre);
        series.add(drawn, limit, "Lower limit", first + 1, labels.lower);
        series.add(drawn, limit, "Upper limit", first + 2, labels.upper);
    }
}

}  // namespace

Table control_table() {
    Table table;
    table.name = "ChartData";
    table.title = "Control charts";
    table.columns = {{"Measure", 34},
                     {"Area", 18},
                     {"Month", 10},
                     {"Value", 11, true},
                     {"Centre, 1st limits", 11, true},
                     {"Lower, 1st limits", 11, true},
                     {"Upper, 1st limits", 11, true},
                     {"Centre, 2nd limits", 11, true},
                     {"Lower, 2nd limits", 11, true},
                     {"Upper, 2nd limits", 11, true},
                     {"Beyond a limit, better", 11, true},
                     {"Beyond a limit, worse", 11, true},
                     {"Beyond a limit, neither", 11, true},
                     {"Height of event label", 11, true}};
    table.empty_words = "No measure has a chart.";
    return table;
}

std::optional<Chart> add_control_chart(Draft& draft, std::size_t index, Table& table) {
    const spc::ControlChart& chart = draft.figures.charts[index];
    const plan::Measure* measure = draft.plan().measure(chart.measure);
    const auto first = first_present(chart);
    if (!measure || !first || chart.segments.empty()) return std::nullopt;

    const bool is_share = measure->unit == plan::Unit::percent;
    Scale scale = scale_of(chart, *first, is_share);
    const auto marks = marks_of(chart, draft.plan(), *first, scale, is_share);

    std::vector<DrawnRow> rows;
    auto mark = marks.begin();
    for (std::size_t p = *first; p < chart.points.size(); ++p) {
        const bool marked = mark != marks.end() && mark->point == p;
        Row row(draft.report);
        row.text(measure->name);
        row.text(draft.area_name(chart.area));
        rows.push_back(
            draw_month(draft, chart, *measure, p, draft.charts[index].points[p], marked ? &*mark : nullptr, row));
        if (marked) ++mark;
        table.rows.push_back(row.take());
    }

    Chart drawn;
    const SeriesOf series(draft.report, rows);
    drawn.alt_text = alt_text(draft, chart, *measure, *first);
    drawn.categories = series.range(month);
    drawn.axis_minimum = scale.minimum;
    drawn.axis_maximum = scale.maximum;
    drawn.axis_step = scale.step;
    drawn.number = figure_style(*measure);
    add_limits(drawn, series, chart, *measure);
    series.add(drawn, SeriesRole::values, measure->name, value);
    series.add(drawn, SeriesRole::better_exception, "Beyond a limit, better", better);
    series.add(drawn, SeriesRole::worse_exception, "Beyond a limit, worse", worse);
    series.add(drawn, SeriesRole::neutral_exception, "Beyond a limit", neutral);
    std::vector<std::string> labels;
    for (const ChartMark& one : marks) labels.push_back(one.label);
    series.add(drawn, SeriesRole::event, "Events", event, {}, std::move(labels));
    return drawn;
}

}  // namespace panelbook::report
