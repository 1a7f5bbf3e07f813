#include <fmt/format.h>

#include "panelbook/core/cell.hpp"

#include "pages.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

constexpr std::size_t hash_digits_shown = 8;

const std::vector<Column>& columns() {
    static const std::vector<Column> all = {
        {"Measure", 22},      {"KPI", 7},        {"Name", 34},        {"Area", 18},
        {"Period", 14},       {"From", 11},      {"Value", 12, true}, {"Out of (n)", 11, true},
        {"Unit", 12},         {"Marker", 13},    {"Reason", 40},      {"Source", 16},
        {"Organisation", 24}, {"Known on", 11},  {"File", 30},        {"Sheet", 16},
        {"Cell", 8},          {"File hash", 11},
    };
    return all;
}

std::vector<ItemId> point_row(Draft& draft, const Series& series, const SeriesPoint& point,
                              const plan::Measure& measure, DataRow& where) {
    Row row(draft.report);
    row.text(series.measure.text);
    row.text(measure.kpi);
    row.text(measure.name);
    row.text(draft.area_name(series.area));
    row.text(point.period.label());
    row.date(point.period.first_day());
    where.value = point.value ? row.number(to_number(*point.value), figure_style(measure)) : row.blank();
    where.denominator = row.number(point.denominator);
    row.text(unit_words(measure));
    row.text(std::string(to_word(point.marker)));
    row.text(point.value ? sentence(point.reason) : absence_words(point.reason, point.marker));
    row.text(point.source.text);
    row.text(point.source.empty() ? "" : draft.organisation(point.source));
    row.date(point.known_on);
    const Provenance* cell = point.where.empty() ? nullptr : &point.where.front();
    row.text(cell ? cell->file : "");
    row.text(cell ? cell->sheet : point.parts.empty() ? "" : "the rows of its areas");
    row.text(cell ? to_a1(cell->cell) : "");
    row.text(cell ? cell->hash.substr(0, hash_digits_shown) : "");
    return row.take();
}

/// The rows of the parts that a rolled-up point was made of; empty if what it takes is not on the page.
std::vector<DataRow> part_rows(const Draft& draft, const Series& series, const SeriesPoint& point, bool pooled) {
    std::vector<DataRow> rows;
    for (const AreaId& area : point.parts) {
        const auto index = draft.series_index(series.measure, area);
        const SeriesPoint* part = index ? draft.series()[*index].at(point.period) : nullptr;
        if (!part || !part->value || (pooled && !part->denominator)) return {};
        const auto at = static_cast<std::size_t>(part - draft.series()[*index].points.data());
        rows.push_back(draft.data[*index][at]);
    }
    return rows;
}

Formula sum_of_parts(const std::vector<DataRow>& parts, ItemId DataRow::*column) {
    Formula formula;
    for (const DataRow& part : parts) {
        formula.text += fmt::format("{}{{{}}}", formula.references.empty() ? "" : "+", formula.references.size());
        formula.references.emplace_back(part.*column);
    }
    return formula;
}

Formula value_of_parts(const std::vector<DataRow>& parts, plan::RollUp over_areas) {
    if (over_areas == plan::RollUp::ratio) {
        std::vector<std::pair<ItemId, ItemId>> pairs;
        for (const DataRow& part : parts) pairs.emplace_back(part.value, part.denominator);
        return pooled_share(pairs);
    }
    if (over_areas == plan::RollUp::mean) {
        std::vector<Reference> values;
        for (const DataRow& part : parts) values.emplace_back(part.value);
        return function_of("AVERAGE", std::move(values));
    }
    return sum_of_parts(parts, &DataRow::value);
}

void make_roll_ups_live(Draft& draft) {
    for (std::size_t s = 0; s < draft.series().size(); ++s) {
        const Series& series = draft.series()[s];
        const plan::Measure* measure = draft.plan().measure(series.measure);
        if (!measure) continue;
        for (std::size_t p = 0; p < series.points.size(); ++p) {
            const SeriesPoint& point = series.points[p];
            if (!point.value || point.parts.empty()) continue;
            const auto parts = part_rows(draft, series, point, measure->over_areas == plan::RollUp::ratio);
            if (parts.empty()) continue;
            const DataRow& row = draft.data[s][p];
            draft.report[row.value].formula = value_of_parts(parts, measure->over_areas);
            if (point.denominator) draft.report[row.denominator].formula = sum_of_parts(parts, &DataRow::denominator);
        }
    }
}

}  // namespace

Page data_page(Draft& draft) {
    Page page;
    page.name = "Data";
    page.title = "Data";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(
        "Every published figure, and every one that is not there with the reason. File, sheet and cell say where it "
        "was sent; the figure of a whole area is a formula over the rows of its parts.",
        Role::sentence)));

    Table table;
    table.name = "Data";
    table.columns = columns();
    table.empty_words = "No figures have been published for this dashboard.";
    draft.data.resize(draft.series().size());
    for (std::size_t s = 0; s < draft.series().size(); ++s) {
        const Series& series = draft.series()[s];
        const plan::Measure* measure = draft.plan().measure(series.measure);
        if (!measure) continue;
        draft.data[s].resize(series.points.size());
        for (std::size_t p = 0; p < series.points.size(); ++p)
            table.rows.push_back(point_row(draft, series, series.points[p], *measure, draft.data[s][p]));
    }
    make_roll_ups_live(draft);

    page.blocks = {std::move(words), std::move(table)};
    return page;
}

}  // namespace panelbook::report
