#include <algorithm>
#include <fmt/format.h>

#include "panelbook/commentary/benchmark_sentences.hpp"
#include "panelbook/report/scale.hpp"

#include "kpi_block.hpp"
#include "pages.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using benchmark::Benchmark;
using benchmark::Place;

Status status_of(const Benchmark& one) {
    const double own = one.areas[one.own].rate;
    Status status{Status::Tone::no_change, Status::Shape::dot, "Within the range of the group"};
    switch (one.place) {
        case Place::not_assessed:
            return {Status::Tone::none, Status::Shape::dot, "Not assessed"};
        case Place::within:
            return status;
        case Place::outside:
        case Place::far_outside:
            break;
    }
    const bool above = own > one.range_95->upper;
    status.shape = above ? Status::Shape::up : Status::Shape::down;
    status.tone = Status::Tone::attention;
    status.words = fmt::format("{}bove the range of the group", one.place == Place::far_outside ? "Far a" : "A");
    if (!above)
        status.words = fmt::format("{}elow the range of the group", one.place == Place::far_outside ? "Far b" : "B");
    if (one.verdict == compare::Verdict::better) {
        status.tone = Status::Tone::better;
        status.words += " (better)";
    } else if (one.verdict == compare::Verdict::worse) {
        status.tone = Status::Tone::worse;
        status.words += " (worse)";
    }
    return status;
}

Chart chart_of(const Draft& draft, const Benchmark& one, const plan::Measure& measure, const BenchmarkCells& cells) {
    double highest = 0.0;
    double lowest = 0.0;
    for (const benchmark::Standing& standing : one.areas) {
        highest = std::max(highest, standing.rate);
        lowest = std::min(lowest, standing.rate);
    }
    const Scale scale = scale_about(lowest, highest, measure.unit == plan::Unit::percent);
    Chart chart;
    chart.kind = Chart::Kind::comparator;
    chart.categories = {cells.names.front(), cells.names.back()};
    chart.axis_minimum = scale.minimum;
    chart.axis_maximum = scale.maximum;
    chart.axis_step = scale.step;
    chart.number = one.per > 0.0 ? NumberStyle{NumberStyle::Kind::number, 1} : figure_style(measure);
    chart.series.push_back({ChartSeries::Role::values, commentary::rate_words(one, measure), cells.rates, {}, {}});
    chart.alt_text = fmt::format("{} of {} areas, highest first: {} is number {}.", measure.name, one.areas.size(),
                                 draft.area_name(draft.plan().settings.area), one.own + 1);
    return chart;
}

void add_line(Draft& draft, KpiBlock& block, const char* label, ItemId of, Role role) {
    if (std::holds_alternative<double>(draft.report[of].value))
        block.lines.emplace_back(label, draft.report.add(copy_item(draft.report, of, role)));
}

KpiBlock block_of(Draft& draft, const Benchmark& one, const BenchmarkCells& cells) {
    const plan::Measure& measure = *draft.plan().measure(one.measure);
    KpiBlock block;
    block.number = measure.kpi.empty() ? measure.priority.text : measure.kpi;
    block.name = measure.name;
    block.status = status_of(one);
    block.status_caption = one.period.words();
    const ItemId change = measure.unit == plan::Unit::percent ? cells.difference : cells.percent;
    if (std::holds_alternative<double>(draft.report[change].value)) {
        const Role role = one.verdict == compare::Verdict::better  ? Role::large_better
                          : one.verdict == compare::Verdict::worse ? Role::large_worse
                                                                   : Role::large_figure;
        block.headline = draft.report.add(copy_item(draft.report, change, role));
        block.headline_caption = "from the mean of the group";
    }
    add_line(draft, block, "Own rate", cells.own_rate, Role::figure);
    add_line(draft, block, "Mean of the group", cells.group_mean, Role::reference);
    add_line(draft, block, "Mean of the others", cells.others_mean, Role::reference);
    add_line(draft, block, "Rank", cells.rank, Role::reference);
    if (cells.national_rate) add_line(draft, block, "National", *cells.national_rate, Role::reference);
    block.chart = chart_of(draft, one, measure, cells);
    const auto name = [&](const AreaId& area) { return draft.area_name(area); };
    for (std::string& words : commentary::benchmark_sentences(one, measure, name(draft.plan().settings.area)))
        block.sentences.push_back(draft.report.add(text_item(std::move(words), Role::sentence)));
    return block;
}

}  // namespace

std::optional<Page> benchmarks_page(Draft& draft) {
    if (draft.figures.benchmarks.empty()) return std::nullopt;
    Page page;
    page.name = "Benchmarks";
    page.title = "Benchmarks: the most similar group";
    page.subtitle = draft.subtitle() + " Columns: every area of the group, highest first.";
    for (std::size_t i = 0; i < draft.figures.benchmarks.size(); ++i)
        page.blocks.push_back(block_of(draft, draft.figures.benchmarks[i], draft.benchmarks[i]));
    return page;
}

}  // namespace panelbook::report
