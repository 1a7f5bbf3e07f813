#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "exceptional.hpp"
#include "kpi_block.hpp"
#include "pages.hpp"
#include "row.hpp"
#include "status.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

std::string class_meaning(const spc::ControlChart& chart) {
    switch (chart.latest) {
        case spc::Class::exception:
            return "Beyond a limit in the latest month: something out of the ordinary happened.";
        case spc::Class::step_shift:
            return "A long run on one side of the mean: the level seems to have moved.";
        case spc::Class::trend:
            return chart.side == spc::Side::above ? "A prolonged rise." : "A prolonged fall.";
        case spc::Class::pattern:
            return "An unusual pattern of months, such as chance alone seldom makes.";
        default:
            return "Within the limits but near one, with a large change of the quarter.";
    }
}

std::string why_listed(const Draft& draft, std::size_t chart) {
    std::string words = class_meaning(draft.figures.charts[chart]);
    if (exceptional(draft, chart) != Exceptional::large_change_near_limit) return words;
    const compare::Comparison& change = draft.figures.comparisons[*quarter_change(draft, chart)];
    const plan::Measure& measure = *draft.plan().measure(change.measure);
    return fmt::format("{} It is {} {}; a change of more than {:g}% is listed here.", words,
                       commentary::change(change, measure), commentary::basis_words(change.basis),
                       draft.plan().settings.large_change);
}

/// "3.3 Violence with injury: above the upper limit (worse), June 2020; +41% against the same quarter of last year."
std::string headline_words(const Draft& draft, std::size_t chart, const plan::Measure& measure) {
    const spc::ControlChart& one = draft.figures.charts[chart];
    std::string words = fmt::format("{}{}{}: {}, {}", measure.kpi, measure.kpi.empty() ? "" : " ",
                                    draft.name_in_area(measure, one.area), clause(status_of(one, measure).words),
                                    one.points.back().period.words());
    if (const auto change = headline_comparison(draft, measure, one.area)) {
        const compare::Comparison& comparison = draft.figures.comparisons[*change];
        if (comparison.difference)
            words += fmt::format("; {} {}", commentary::change(comparison, measure),
                                 commentary::basis_words(comparison.basis));
    }
    return words + ".";
}

/// Takes the sentence of what to do next out of the words beside the chart: it stands under them here.
std::string taken_next_step(const Draft& draft, KpiBlock& block, const plan::Measure& measure,
                            const spc::ControlChart& chart) {
    const Series none{measure.id, chart.area, {}};
    const std::string words = commentary::next_step(facts_of(draft, measure, chart.area, none));
    std::erase_if(block.sentences, [&](ItemId item) {
        const auto* text = std::get_if<std::string>(&draft.report[item].value);
        return text && *text == words;
    });
    return words.empty() ? commentary::recommendation(chart) : words;
}

}  // namespace

Page exceptions_page(Draft& draft) {
    Page page;
    page.name = "Exceptions";
    page.title = "Exceptions";
    page.subtitle = draft.subtitle();

    const auto listed = exceptional_charts(draft);
    if (listed.empty()) {
        Paragraphs none;
        none.items.push_back(draft.report.add(text_item(
            draft.charts.empty()
                ? "No measure has a chart, so there is nothing to be an exception."
                : fmt::format("No exceptions: none of the {} shows a special cause, a long run, a trend, or a large "
                              "change near a limit in its latest month.",
                              counted(draft.charts.size(), "chart")),
            Role::sentence)));
        page.blocks.push_back(std::move(none));
    }
    for (const std::size_t index : listed) {
        const spc::ControlChart& chart = draft.figures.charts[index];
        const plan::Measure& measure = *draft.plan().measure(chart.measure);
        ExceptionBlock block;
        block.kpi = kpi_block(draft, measure, chart.area);
        block.next_step = taken_next_step(draft, block.kpi, measure, chart);
        const ItemId why = draft.report.add(text_item(why_listed(draft, index), Role::sentence));
        draft.report[why].link = draft.charts[index].first;
        block.kpi.sentences.insert(block.kpi.sentences.begin(), why);
        block.comparator = draft.charts[index].comparator;
        draft.exceptions.push_back({chart.measure, headline_words(draft, index, measure), why});
        page.blocks.push_back(std::move(block));
    }
    return page;
}

}  // namespace panelbook::report
