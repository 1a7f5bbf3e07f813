#include <fmt/format.h>

#include "panelbook/spc/false_alarms.hpp"

#include "pages.hpp"
#include "row.hpp"
#include "rule_set_words.hpp"
#include "status.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

Paragraphs paragraphs(Draft& draft, std::string heading, const std::vector<std::string>& texts) {
    Paragraphs block;
    block.heading = std::move(heading);
    for (const std::string& text : texts)
        if (!text.empty()) block.items.push_back(draft.report.add(text_item(text, Role::sentence)));
    return block;
}

/// "about 3", "fewer than one"
std::string expected_words(double expected) {
    if (expected < 0.95) return "fewer than one";
    return fmt::format("about {:.0f}", expected);
}

std::vector<std::string> reading(const Draft& draft) {
    return {
        "Every figure can be followed to the cell it came from: the figure on the Dashboard is a formula over "
        "Comparisons "
        "or Data, and each row of Data names the file, sheet and cell that was sent.",
        "Sums, means, shares, changes, standard deviations and limits are live formulas. Results of tests, classes, "
        "signals and sentences are worked out by the program and are typed values.",
        "NA: there is no figure that can be shown. The reason stands beside it or in a numbered note. A missing figure "
        "is "
        "never shown as 0 and never carried forward.",
        fmt::format("A partner's figures go first to the partner's own board. Until then they are in no part of this "
                    "workbook. Figures are as known on {}.",
                    to_words(draft.figures.as_of)),
        "An increase is positive, a decrease negative. Changes between percentages are in percentage points (pp). YTD: "
        "year to date, from April. L. YTD: the same months of last year. % Var: the change from L. YTD to YTD.",
    };
}

std::vector<std::string> statuses(const Draft& draft) {
    const plan::Settings& settings = draft.plan().settings;
    const compare::ChanceVerdicts chance = compare::chance_verdicts(draft.figures.comparisons, draft.plan());
    return {
        fmt::format(
            "Improved or worse (green or red): the {:g}% interval of the change lies wholly on the good or on the "
            "bad side. No change (amber): the interval reaches both sides, or the numbers are small: a count "
            "below {}, or a sample below {}.",
            settings.confidence, settings.small_count, settings.small_sample),
        "Counts are compared month by month with the same months of the reference by a quasi-Poisson test, which "
        "allows "
        "for months that vary more than chance; small totals by the exact binomial test; shares by Newcombe's interval "
        "of "
        "the difference of two proportions. Other figures are not tested and say Not assessed.",
        chance.tested == 0
            ? ""
            : fmt::format("{} tested where one direction is better and the numbers are not small. If nothing had "
                          "changed at all, {} of them would still be green or red by chance.",
                          chance.tested == 1 ? "1 comparison was" : fmt::format("{} comparisons were", chance.tested),
                          expected_words(chance.expected)),
    };
}

/// "about 18 in 100", "fewer than 1 in 100"
std::string share_words(double share) {
    if (share < 0.005) return "fewer than 1 in 100";
    return fmt::format("about {:.0f} in 100", 100.0 * share);
}

std::string false_alarm_words(const std::vector<spc::ControlChart>& charts) {
    const spc::ExpectedAlarms expected = spc::expected_alarms(charts);
    if (expected.charts == 0) return "";
    const auto all = static_cast<double>(expected.charts);
    return fmt::format(
        "False alarms this quarter. If nothing at all had changed, {} of the {} here would be expected to show a "
        "signal "
        "in the latest month by chance alone ({}), and {} in any month ({}). That is by simulation of charts as long "
        "as "
        "these ones; seasons, small counts and months that resemble the month before make more.",
        expected_words(expected.latest), counted(expected.charts, "chart"), share_words(expected.latest / all),
        expected_words(expected.any), share_words(expected.any / all));
}

std::vector<std::string> charts(const Draft& draft) {
    if (draft.figures.charts.empty()) return {};
    const plan::Settings& settings = draft.plan().settings;
    const spc::RuleSet& rules = draft.figures.charts.front().rules;
    std::vector<std::string> texts{
        fmt::format("The charts are control charts (statistical process control, SPC), over up to {} months.",
                    settings.spc_window_months)};
    for (std::string& text : rule_set_words(rules)) texts.push_back(std::move(text));
    texts.push_back(fmt::format(
        "Limits from fewer than {} months are on trial; from fewer than {} there is no class. A month without a figure "
        "is left out of centre line and limits{}. Limits begin anew only where the plan says so, with a reason; a "
        "suggestion to do so is never applied by itself.",
        rules.trial_points, rules.minimum_points,
        rules.on_centre == spc::OnCentre::breaks ? " and ends every run" : ""));
    const bool icons = std::any_of(draft.figures.charts.begin(), draft.figures.charts.end(), [&](const auto& chart) {
        const plan::Measure* measure = draft.plan().measure(chart.measure);
        return measure && !icons_of(chart, *measure).empty();
    });
    if (icons)
        texts.emplace_back(
            "Variation says whether the latest month is common cause (chance) or a signal, and whether that is "
            "improving "
            "or concerning. Target: met or missed every month where the target lies beyond the limits, so that the "
            "figures as they are now will go on meeting or missing it; by chance where it lies between them.");
    texts.push_back(false_alarm_words(draft.figures.charts));
    return texts;
}

std::string period_range(std::optional<Period> from, std::optional<Period> to) {
    if (!from && !to) return "All periods";
    if (!from) return "To " + to->last_month().label();
    if (!to) return "From " + from->month_at(0).label();
    if (*from == *to) return from->label();
    return fmt::format("{} to {}", from->month_at(0).label(), to->last_month().label());
}

std::string measure_name(const Draft& draft, const MeasureId& id) {
    const plan::Measure* measure = draft.plan().measure(id);
    if (!measure) return id.text;
    return measure->kpi.empty() ? measure->name : measure->kpi + " " + measure->name;
}

Table notes_table(std::string title, std::string first, std::string second) {
    Table table;
    table.title = std::move(title);
    table.columns = {{std::move(first), 40}, {std::move(second), 84}};
    return table;
}

void add_row(Draft& draft, Table& table, std::string first, std::string second) {
    Row row(draft.report);
    row.text(std::move(first));
    row.text(std::move(second));
    table.rows.push_back(row.take());
}

Table events(Draft& draft) {
    Table table = notes_table("Events shown on the charts", "When", "Event");
    for (const plan::Event& event : draft.plan().events) {
        std::vector<std::string> names;
        for (const MeasureId& id : event.measures) names.push_back(measure_name(draft, id));
        add_row(draft, table, period_range(event.from, event.to ? event.to : event.from),
                names.empty() ? event.label : fmt::format("{} ({})", event.label, listed(names)));
    }
    return table;
}

Table resets(Draft& draft) {
    Table table = notes_table("Limits that begin anew", "Measure", "From when, and why");
    for (const plan::Reset& reset : draft.plan().resets)
        add_row(draft, table, measure_name(draft, reset.measure),
                fmt::format("{}: {}", reset.from.label(), sentence(reset.reason)));
    return table;
}

Table gaps(Draft& draft) {
    Table table = notes_table("Figures that are not there", "Measure", "When, and why");
    for (const plan::Gap& gap : draft.plan().gaps)
        add_row(draft, table, measure_name(draft, gap.measure),
                fmt::format("{}: {}", period_range(gap.from, gap.to), absence_words(gap.reason, gap.marker)));
    return table;
}

Table measure_notes(Draft& draft) {
    Table table = notes_table("Measures", "Measure", "Note");
    for (const plan::Measure& measure : draft.plan().measures)
        if (!measure.notes.empty()) add_row(draft, table, measure_name(draft, measure.id), sentence(measure.notes));
    return table;
}

Table chart_choices(Draft& draft) {
    Table table = notes_table("How each measure is charted", "Measure", "Chart, and why");
    for (const spc::ControlChart& chart : draft.figures.charts)
        add_row(draft, table, measure_name(draft, chart.measure),
                fmt::format("{}: {}", chart_type_words(chart.type), chart.type_reason + "."));
    return table;
}

Table glossary(Draft& draft) {
    Table table = notes_table("Glossary", "Term", "Meaning");
    for (const plan::GlossaryTerm& term : draft.plan().glossary)
        add_row(draft, table, term.term, sentence(term.meaning));
    return table;
}

}  // namespace

Page notes_page(Draft& draft) {
    Page page;
    page.name = "Notes";
    page.title = "Notes";
    page.subtitle = draft.subtitle();
    const std::string& notes = draft.plan().settings.notes;
    if (!notes.empty()) page.blocks.emplace_back(paragraphs(draft, "About these figures", {sentence(notes)}));
    page.blocks.emplace_back(paragraphs(draft, "How to read the workbook", reading(draft)));
    page.blocks.emplace_back(paragraphs(draft, "What the statuses mean", statuses(draft)));
    page.blocks.emplace_back(paragraphs(draft, "What the charts mean", charts(draft)));
    for (Table& table : std::vector<Table>{chart_choices(draft), events(draft), resets(draft), gaps(draft),
                                           measure_notes(draft), glossary(draft)})
        if (!table.rows.empty()) page.blocks.emplace_back(std::move(table));
    return page;
}

}  // namespace panelbook::report
