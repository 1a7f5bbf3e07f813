#include <fmt/format.h>

#include "pages.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using benchmark::Benchmark;
using benchmark::Standing;

constexpr int rate_decimals = 2;

NumberStyle rate_style(const Benchmark& one, const plan::Measure& measure) {
    return one.per > 0.0 ? NumberStyle{NumberStyle::Kind::number, rate_decimals} : figure_style(measure);
}

/// The figures of one area: those that are worked out here are formulas.
struct AreaCells {
    ItemId rate;
    ItemId population;
};

Item rate_item(const Benchmark& one, const plan::Measure& measure, const Standing& standing, ItemId figure,
               ItemId population) {
    const NumberStyle style = rate_style(one, measure);
    if (one.per > 0.0)
        return formula_item(standing.rate, {fmt::format("{{0}}/{{1}}*{:g}", one.per), {figure, population}}, style);
    return formula_item(standing.rate, {"{0}", {figure}}, style);
}

void add_areas(Draft& draft, const Benchmark& one, const plan::Measure& measure, Table& table, BenchmarkCells& cells) {
    const NumberStyle style = rate_style(one, measure);
    std::vector<Row> rows;
    std::vector<AreaCells> written;
    for (const Standing& standing : one.areas) {
        Row row(draft.report);
        row.text(measure.kpi);
        row.text(measure.name);
        const ItemId name = row.text(draft.area_name(standing.area));
        row.text(one.period.label());
        const ItemId figure = row.add(period_item(draft, measure, standing.area, standing.figure));
        const ItemId population = row.number(standing.population);
        const ItemId rate = row.add(rate_item(one, measure, standing, figure, population));
        row.number(standing.interval ? std::optional(standing.interval->lower) : std::nullopt, style);
        row.number(standing.interval ? std::optional(standing.interval->upper) : std::nullopt, style);
        written.push_back({rate, population});
        cells.names.push_back(name);
        rows.push_back(std::move(row));
    }
    cells.rates = {written.front().rate, written.back().rate};
    const std::string rank = fmt::format("RANK({{0}},{{1}},{})", measure.good == plan::Good::down ? 1 : 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ItemId at =
            rows[i].add(formula_item(static_cast<double>(one.areas[i].rank), {rank, {written[i].rate, cells.rates}}));
        if (i == one.own) {
            cells.own_rate = written[i].rate;
            cells.own_population = written[i].population;
            cells.rank = at;
        }
        table.rows.push_back(rows[i].take());
    }
}

std::string place_words(const Benchmark& one) {
    switch (one.place) {
        case benchmark::Place::within:
            return "Within the range";
        case benchmark::Place::outside:
        case benchmark::Place::far_outside:
            break;
        case benchmark::Place::not_assessed:
            return "Not assessed";
    }
    const std::string place = one.place == benchmark::Place::outside ? "Outside the range" : "Far outside the range";
    const bool judged = one.verdict == compare::Verdict::better || one.verdict == compare::Verdict::worse;
    return judged ? fmt::format("{}: {}", place, one.verdict == compare::Verdict::better ? "better" : "worse") : place;
}

void add_group(Draft& draft, const Benchmark& one, const plan::Measure& measure, Table& table, BenchmarkCells& cells) {
    const NumberStyle style = rate_style(one, measure);
    NumberStyle difference = style;
    difference.sign = true;
    if (difference.kind == NumberStyle::Kind::percent_points) difference.kind = NumberStyle::Kind::points;
    const double own = one.areas[one.own].rate;
    Row row(draft.report);
    row.text(measure.kpi);
    row.text(measure.name);
    row.text(one.per <= 0.0 ? unit_words(measure) : one.per == 1.0 ? "£ a head" : "1,000 people");
    row.text(one.period.label());
    const ItemId rate = row.add(formula_item(own, {"{0}", {cells.own_rate}}, style));
    cells.group_mean = row.add(formula_item(one.group_mean, {"AVERAGE({0})", {cells.rates}}, style));
    cells.difference = row.add(formula_item(own - one.group_mean, {"{0}-{1}", {rate, cells.group_mean}}, difference));
    if (one.group_mean != 0.0)
        cells.percent = row.add(formula_item(own / one.group_mean - 1.0, {"{0}/{1}-1", {rate, cells.group_mean}},
                                             change_style(measure, true)));
    else
        cells.percent = row.add(not_available_item());
    cells.others_mean =
        row.add(formula_item(one.others_mean, {"(SUM({0})-{1})/(COUNT({0})-1)", {cells.rates, rate}}, style));
    const auto end = [&](const std::optional<benchmark::Interval>& range, double benchmark::Interval::*which) {
        row.number(range ? std::optional((*range).*which) : std::nullopt, style);
    };
    end(one.range_95, &benchmark::Interval::lower);
    end(one.range_95, &benchmark::Interval::upper);
    end(one.range_998, &benchmark::Interval::lower);
    end(one.range_998, &benchmark::Interval::upper);
    row.add(copy_item(draft.report, cells.rank, Role::cell));
    row.number(static_cast<double>(one.areas.size()));
    if (one.national)
        cells.national_rate = row.number(one.national->rate, style);
    else
        row.blank();
    row.text(place_words(one));
    std::string why = sentence(one.why);
    if (!one.absent.empty())
        why += fmt::format("{}Not in it: {}.", why.empty() ? "" : " ", fmt::join(one.absent, "; "));
    row.text(std::move(why), Role::muted);
    table.rows.push_back(row.take());
}

Table areas_table() {
    Table table;
    table.name = "BenchmarkAreas";
    table.title = "Every area of the group";
    table.columns = {{"KPI", 8},           {"Measure", 32},          {"Area", 26},       {"Period", 20},
                     {"Figure", 13, true}, {"Population", 13, true}, {"Rate", 11, true}, {"95% from", 11, true},
                     {"95% to", 11, true}, {"Rank", 8, true}};
    return table;
}

Table groups_table(const Draft& draft) {
    Table table;
    table.name = "BenchmarkGroups";
    table.title = fmt::format("{} among its most similar group", draft.area_name(draft.plan().settings.area));
    table.columns = {{"KPI", 8},
                     {"Measure", 32},
                     {"Rate is of", 26},
                     {"Period", 20},
                     {"Own rate", 13, true},
                     {"Mean of the group", 13, true},
                     {"Difference", 11, true},
                     {"% difference", 11, true},
                     {"Mean of the others", 11, true},
                     {"95% range from", 10, true},
                     {"95% range to", 10, true},
                     {"99.8% range from", 10, true},
                     {"99.8% range to", 10, true},
                     {"Rank", 7, true},
                     {"Of", 6, true},
                     {"National", 10, true},
                     {"Where it lies", 28},
                     {"Why", 46}};
    return table;
}

std::string outside_words(const benchmark::AreaFunnel& one, std::size_t area) {
    const auto side = [&](const benchmark::Interval& range) -> std::string {
        return one.rates[area] > range.upper ? "above" : one.rates[area] < range.lower ? "below" : "";
    };
    const std::string far = side(one.range_998[area]);
    return far.empty() ? capitalised(side(one.range_95[area])) : "Far " + far;
}

Table funnel_table(Draft& draft) {
    Table table;
    table.name = "Funnel";
    table.title =
        fmt::format("Parts of {}: which differ more than parts do", draft.area_name(draft.plan().settings.area));
    table.columns = {{"KPI", 8},           {"Measure", 32},          {"Area", 26},
                     {"Period", 20},       {"Rate", 13, true},       {"95% from", 13, true},
                     {"95% to", 11, true}, {"99.8% from", 11, true}, {"99.8% to", 11, true},
                     {"Outside", 12}};
    for (const benchmark::AreaFunnel& one : draft.figures.funnels) {
        const plan::Measure& measure = *draft.plan().measure(one.measure);
        const NumberStyle style{one.per > 0.0 ? NumberStyle::Kind::number : NumberStyle::Kind::percent_points,
                                rate_decimals};
        for (std::size_t i = 0; i < one.areas.size(); ++i) {
            Row row(draft.report);
            row.text(measure.kpi);
            row.text(measure.name);
            row.text(draft.area_name(one.areas[i]));
            row.text(one.period.label());
            for (const double figure : {one.rates[i], one.range_95[i].lower, one.range_95[i].upper,
                                        one.range_998[i].lower, one.range_998[i].upper})
                row.number(figure, style);
            row.text(outside_words(one, i));
            table.rows.push_back(row.take());
        }
    }
    return table;
}

}  // namespace

std::optional<Page> benchmark_figures_page(Draft& draft) {
    if (draft.figures.benchmarks.empty() && draft.figures.funnels.empty()) return std::nullopt;
    Page page;
    page.name = "Benchmark figures";
    page.title = "Benchmark figures";
    page.subtitle = draft.subtitle();
    page.a3 = true;
    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(
        "Figures, rates, means, differences and ranks are formulas; intervals, ranges and verdicts are results of a "
        "calculation and typed values. The 95% interval of an area says how far its rate may be out by chance (Byar's "
        "method for counts, Wilson's for percentages). The ranges say where one more area like the others would lie: "
        "a t prediction interval on the logarithms of the others' rates. Rank 1 is the best, or the highest where "
        "neither "
        "direction is better. The mean of the group is unweighted and includes the own area.",
        Role::sentence)));
    page.blocks.push_back(std::move(words));
    if (!draft.figures.benchmarks.empty()) {
        Table areas = areas_table();
        Table groups = groups_table(draft);
        for (const Benchmark& one : draft.figures.benchmarks) {
            const plan::Measure& measure = *draft.plan().measure(one.measure);
            BenchmarkCells cells;
            add_areas(draft, one, measure, areas, cells);
            add_group(draft, one, measure, groups, cells);
            draft.benchmarks.push_back(std::move(cells));
        }
        page.blocks.push_back(std::move(groups));
        page.blocks.push_back(std::move(areas));
    }
    if (!draft.figures.funnels.empty()) page.blocks.push_back(funnel_table(draft));
    return page;
}

}  // namespace panelbook::report
