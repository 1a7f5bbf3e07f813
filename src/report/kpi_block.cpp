#include "kpi_block.hpp"

#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"
#include "panelbook/commentary/prospect_sentences.hpp"

#include "chart_marks.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "status.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

const spc::ControlChart* chart_of(const Draft& draft, const MeasureId& measure, const AreaId& area) {
    const auto index = draft.chart_index(measure, area);
    return index ? &draft.figures.charts[*index] : nullptr;
}

bool has_both(const compare::Comparison& comparison) {
    return comparison.current.value && comparison.reference.value;
}

Role headline_role(compare::Verdict verdict) {
    switch (verdict) {
        case compare::Verdict::better:
            return Role::large_better;
        case compare::Verdict::worse:
            return Role::large_worse;
        default:
            return Role::large_figure;
    }
}

void add_headline(Draft& draft, KpiBlock& block, const plan::Measure& measure, const AreaId& area,
                  std::optional<std::size_t> chosen) {
    const Period period = draft.figures.period;
    if (chosen && has_both(draft.figures.comparisons[*chosen])) {
        const compare::Comparison& comparison = draft.figures.comparisons[*chosen];
        block.headline =
            draft.report.add(copy_item(draft.report, change_cell(draft, *chosen), headline_role(comparison.verdict)));
        block.headline_caption = commentary::basis_words(comparison.basis);
        return;
    }
    const auto index = draft.series_index(measure.id, area);
    const compare::PeriodValue value =
        index ? compare::value_of(draft.series()[*index], measure, period) : compare::PeriodValue{};
    if (!value.value) return;
    Item item = period_item(draft, measure, area, value);
    item.role = Role::large_figure;
    block.headline = draft.report.add(std::move(item));
    block.headline_caption = with_unit_of_time(period.words(), measure.unit);
}

void add_line(Draft& draft, KpiBlock& block, std::string label, ItemId of, Role role) {
    if (std::holds_alternative<std::monostate>(draft.report[of].value)) return;
    block.lines.emplace_back(std::move(label), draft.report.add(copy_item(draft.report, of, role)));
}

void add_comparison_lines(Draft& draft, KpiBlock& block, std::optional<std::size_t> chosen) {
    if (chosen && has_both(draft.figures.comparisons[*chosen])) {
        const compare::Comparison& comparison = draft.figures.comparisons[*chosen];
        const ComparisonRow& row = draft.comparisons[*chosen];
        const plan::Unit unit = draft.plan().measure(comparison.measure)->unit;
        const auto label = [unit](Period period) { return with_unit_of_time(period.label(), unit); };
        add_line(draft, block, label(comparison.current.period), row.current, Role::figure);
        add_line(draft, block, label(comparison.reference.period), row.reference, Role::reference);
        if (change_cell(draft, *chosen) == row.percent)
            add_line(draft, block, "Change in number", row.difference, Role::reference);
    }
}

/// The chart itself names the limits.
void add_centre_line(Draft& draft, KpiBlock& block, const plan::Measure& measure, const AreaId& area) {
    const auto chart = draft.chart_index(measure.id, area);
    if (!chart || draft.charts[*chart].points.empty()) return;
    const SpcRow& latest = draft.charts[*chart].points.back();
    const spc::Centre centre = spc::centre_of(draft.figures.charts[*chart]);
    const std::string label =
        centre == spc::Centre::typical ? "Centre line" : capitalised(std::string(spc::to_word(centre))) + " of a month";
    add_line(draft, block, label, latest.centre, Role::reference);
}

/// A chart that is wanted and cannot be drawn says why, unless the words say already that there is no figure.
void add_chart(const Draft& draft, KpiBlock& block, const plan::Measure& measure, const AreaId& area,
               const std::string& absence) {
    if (const auto index = draft.chart_index(measure.id, area)) block.chart = draft.charts[*index].control;
    if (!block.chart && measure.chart && absence.empty())
        block.no_chart = "There is no chart: no monthly figures have been received.";
}

/// What is said where neither a chart nor a comparison says anything.
std::string plain_words(const Draft& draft, const plan::Measure& measure, const AreaId& area) {
    const auto index = draft.series_index(measure.id, area);
    if (!index) return {};
    const auto value = compare::value_of(draft.series()[*index], measure, draft.figures.period);
    if (!value.value) return {};
    if (!measure.sentence.empty()) return sentence(assessment_words(measure, value));
    return fmt::format("The figure for {} is {}.", draft.figures.period.words(),
                       commentary::figure(*value.value, measure));
}

template <class Matches>
std::vector<std::string> commentary_where(const Draft& draft, Matches matches) {
    std::vector<std::string> texts;
    for (const plan::Commentary& one : draft.plan().commentary)
        if (draft.figures.period.contains(one.period) && !one.text.empty() && matches(one)) texts.push_back(one.text);
    return texts;
}

}  // namespace

commentary::Facts facts_of(const Draft& draft, const plan::Measure& measure, const AreaId& area,
                           const Series& where_absent) {
    const auto index = draft.series_index(measure.id, area);
    const spc::ControlChart* chart = chart_of(draft, measure.id, area);
    commentary::Facts facts{
        measure, index ? draft.series()[*index] : where_absent, chart, {}, {}, draft.figures.period};
    for (const std::size_t comparison : draft.comparisons_of(measure.id, area))
        facts.comparisons.push_back(&draft.figures.comparisons[comparison]);
    const Period window = chart && !chart->points.empty()
                              ? Period::span(chart->points.front().period, chart->points.back().period)
                              : draft.figures.period;
    facts.events = events_of(draft.plan(), measure.id, window);
    return facts;
}

std::vector<std::string> words_about(const Draft& draft, const plan::Measure& measure, const AreaId& area) {
    const Series none{measure.id, area, {}};
    std::vector<std::string> words = commentary::sentences(facts_of(draft, measure, area, none));
    if (words.empty()) words.push_back(absence_of(draft, measure, area));
    if (words.back().empty()) words.back() = plain_words(draft, measure, area);
    for (const forecast::Prospect& prospect : draft.figures.prospects)
        if (prospect.measure == measure.id && prospect.area == area)
            for (std::string& text : commentary::prospect_sentences(prospect, measure))
                words.push_back(std::move(text));
    for (const std::string& text : commentary_on(draft, measure.id)) words.push_back("Analyst: " + text);
    std::erase(words, std::string());
    return words;
}

std::vector<std::string> commentary_on(const Draft& draft, const MeasureId& measure) {
    return commentary_where(draft, [&](const plan::Commentary& one) { return one.measure == measure; });
}

std::vector<std::string> commentary_on(const Draft& draft, const PriorityId& priority) {
    return commentary_where(draft,
                            [&](const plan::Commentary& one) { return one.priority == priority && !one.measure; });
}

std::optional<std::size_t> headline_comparison(const Draft& draft, const plan::Measure& measure, const AreaId& area) {
    if (measure.status_from)
        if (const auto found = draft.comparison_index(measure.id, area, *measure.status_from)) return found;
    const auto all = draft.comparisons_of(measure.id, area);
    for (const std::size_t index : all)
        if (has_both(draft.figures.comparisons[index])) return index;
    if (all.empty()) return std::nullopt;
    return all.front();
}

std::string absence_of(const Draft& draft, const plan::Measure& measure, const AreaId& area) {
    const auto index = draft.series_index(measure.id, area);
    if (index) {
        const auto value = compare::value_of(draft.series()[*index], measure, draft.figures.period);
        if (value.value) return {};
        if (!value.reason.empty() || value.marker != Marker::none) return absence_words(value.reason, value.marker);
    }
    const plan::Gap* gap = draft.plan().gap(measure.id, area, draft.figures.period);
    return gap ? absence_words(gap->reason, gap->marker) : absence_words({}, Marker::none);
}

ItemId change_cell(const Draft& draft, std::size_t comparison) {
    const ComparisonRow& row = draft.comparisons[comparison];
    return std::holds_alternative<double>(draft.report[row.percent].value) ? row.percent : row.difference;
}

KpiStatus kpi_status(const Draft& draft, const plan::Measure& measure, const AreaId& area) {
    const spc::ControlChart* chart = chart_of(draft, measure.id, area);
    if (chart && !chart->points.empty())
        return {status_of(*chart, measure), "latest month, " + chart->points.back().period.words()};
    const std::string period = draft.figures.period.words();
    if (!absence_of(draft, measure, area).empty()) return {not_available(), period};
    if (const auto chosen = headline_comparison(draft, measure, area)) {
        const compare::Comparison& comparison = draft.figures.comparisons[*chosen];
        if (comparison.current.value) return {status_of(comparison), comparison.current.period.words()};
    }
    return {not_assessed(), period};
}

KpiBlock kpi_block(Draft& draft, const plan::Measure& measure, const AreaId& area) {
    const auto chosen = headline_comparison(draft, measure, area);
    const std::string absence = absence_of(draft, measure, area);
    KpiBlock block;
    block.number = measure.kpi.empty() ? measure.priority.text : measure.kpi;
    block.name = draft.name_in_area(measure, area);
    KpiStatus status = kpi_status(draft, measure, area);
    block.status = std::move(status.status);
    block.status_caption = std::move(status.caption);
    add_headline(draft, block, measure, area, chosen);
    if (const auto* chart = chart_of(draft, measure.id, area)) block.icons = icons_of(*chart, measure);
    if (block.status_caption == block.headline_caption) block.status_caption.clear();
    add_comparison_lines(draft, block, chosen);
    add_centre_line(draft, block, measure, area);
    add_chart(draft, block, measure, area, absence);
    for (const std::string& words : words_about(draft, measure, area))
        block.sentences.push_back(draft.report.add(text_item(words, Role::sentence)));
    return block;
}

}  // namespace panelbook::report
