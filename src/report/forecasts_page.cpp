#include <fmt/format.h>

#include "panelbook/commentary/prospect_sentences.hpp"

#include "pages.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> all = {
        {"KPI", 7},
        {"Measure", 30},
        {"Unit", 11},
        {"Year", 9},
        {"So far", 11, true},
        {"Months ahead", 8, true},
        {"Expected", 11, true},
        {"From", 11, true},
        {"To", 11, true},
        {"Target", 10, true},
        {"Chance of target", 10, true},
        {"Method", 36},
        {"Error", 8, true},
        {"Error of last year's figure", 10, true},
        {"Interval held, %", 9, true},
        {"Season", 22},
        {"Season p", 8, true},
        {"Why, or what to know", 50},
    };
    return all;
}

std::string season_words(const forecast::Prospect& prospect) {
    if (!prospect.season) return {};
    if (!prospect.season->plain()) return "None that shows";
    const auto month = [](int number) {
        const std::string label = Period::month(2000, number).label();  // "Jul-00"
        return label.substr(0, label.find('-'));
    };
    return fmt::format("Highest {}, lowest {}", month(prospect.highest_month), month(prospect.lowest_month));
}

std::vector<ItemId> forecast_row(Draft& draft, const forecast::Prospect& prospect, const plan::Measure& measure) {
    const forecast::YearEnd& end = prospect.year_end;
    const NumberStyle style = figure_style(measure);
    const NumberStyle two_decimals{NumberStyle::Kind::number, 2};
    Row row(draft.report);
    row.text(measure.kpi);
    row.text(draft.name_in_area(measure, prospect.area));
    row.text(unit_words(measure));
    row.text(end.year.label());
    row.number(end.so_far, style);
    row.number(static_cast<double>(end.months_ahead));
    const auto part = [&](double forecast::Outlook::*which) {
        row.number(end.outlook ? std::optional((*end.outlook).*which) : std::nullopt, style);
    };
    part(&forecast::Outlook::expected);
    part(&forecast::Outlook::lower);
    part(&forecast::Outlook::upper);
    row.number(measure.target, style);
    row.number(end.chance_of_target, {NumberStyle::Kind::fraction_percent});
    row.text(end.outlook ? capitalised(std::string(forecast::to_word(end.forecast.method))) : std::string());
    const auto record = end.outlook ? end.forecast.record : std::nullopt;
    row.number(record ? record->mase : std::nullopt, two_decimals);
    row.number(record ? record->last_year_mase : std::nullopt, two_decimals);
    row.number(record ? record->coverage : std::nullopt, {NumberStyle::Kind::number});
    row.text(season_words(prospect));
    row.number(prospect.season ? std::optional(prospect.season->p_value) : std::nullopt,
               {NumberStyle::Kind::number, 4});
    row.text(sentence(end.outlook ? end.forecast.caution : end.why), Role::muted);
    return row.take();
}

}  // namespace

std::optional<Page> forecasts_page(Draft& draft) {
    if (draft.figures.prospects.empty()) return std::nullopt;
    Page page;
    page.name = "Forecasts";
    page.title = "Forecasts to the end of the financial year, and the season";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    Paragraphs words;
    for (
        const char* text :
        {"All figures here are results of a calculation and typed values. A forecast carries on the level and the "
         "season "
         "of the months up to the period, never across a reset or a missing month. Its interval should hold the figure "
         "19 times in 20: it is the wider of the method's own and the 95th centile of the errors that the method would "
         "have made on this series' own past.",
         "Error: the mean error on past months as a multiple of the mean change on the same month a year before; "
         "beside it "
         "that of simply taking last year's figure. Interval held: how often past months fell inside the interval as "
         "it "
         "would have been drawn then. Season: the test of Kruskal and Wallis by month, on each value less the mean of "
         "the "
         "12 months about it; it is said to show where p is below 0.01, and then only the same months of different "
         "years "
         "should be compared."})
        words.items.push_back(draft.report.add(text_item(text, Role::sentence)));

    Table table;
    table.name = "Forecasts";
    table.columns = columns();
    for (const forecast::Prospect& prospect : draft.figures.prospects)
        if (const plan::Measure* measure = draft.plan().measure(prospect.measure))
            table.rows.push_back(forecast_row(draft, prospect, *measure));
    page.blocks = {std::move(words), std::move(table)};
    return page;
}

}  // namespace panelbook::report
