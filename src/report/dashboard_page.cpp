#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "panelbook/commentary/commentary.hpp"

#include "kpi_block.hpp"
#include "pages.hpp"
#include "row.hpp"
#include "status.hpp"
#include "tile.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

std::string reference_words(const Draft& draft, const compare::Comparison& comparison) {
    switch (comparison.basis) {
        case plan::Basis::year_to_date:
            return "the same months of last year";
        case plan::Basis::quarter_on_year:
            return "the same quarter of last year";
        case plan::Basis::quarter_on_quarter:
            return "the quarter before";
        case plan::Basis::rolling_year:
            return "the 12 months before";
        case plan::Basis::target:
            return "the target";
        case plan::Basis::similar_group:
            return "the most similar group";
        case plan::Basis::national:
            return "the national figure";
        case plan::Basis::baseline_year:
            break;
    }
    const plan::Measure* measure = draft.plan().measure(comparison.measure);
    return measure && measure->baseline ? measure->baseline->words() : "the baseline";
}

/// What the statuses on the page are set against: "the same quarter of last year or 2013/14".
std::string set_against(const Draft& draft) {
    std::vector<std::string> all;
    for (const TileStatus& status : draft.tile_statuses) {
        if (!status.comparison) continue;
        const std::string words = reference_words(draft, draft.figures.comparisons[*status.comparison]);
        if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(words);
    }
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") + all[i];
    return text;
}

std::vector<std::pair<Status, std::string>> key_of(const Draft& draft) {
    const std::string against = set_against(draft);
    const std::string basis = against.empty() ? "" : " against " + against;
    return {
        {{Status::Tone::better, Status::Shape::up, "Improved"},
         fmt::format("statistically significant improvement{}", basis)},
        {{Status::Tone::no_change, Status::Shape::dot, "No change"},
         "no statistically significant change, or numbers too small to tell"},
        {{Status::Tone::worse, Status::Shape::down, "Worse"}, "statistically significant deterioration"},
        {not_available(), "no figure can be shown: the note under the tile says why"},
        {not_assessed(), "nothing to test it against, or neither direction is better"},
    };
}

Page tiles(Draft& draft, Page page) {
    TilePage tile_page;
    for (const plan::Priority& priority : draft.plan().priorities)
        if (priority.on_dashboard) tile_page.tiles.push_back(tile_of(draft, priority));
    tile_page.key = key_of(draft);
    page.subtitle += " Arrows follow the figures. Released figures only.";
    page.a3 = true;
    page.blocks.push_back(std::move(tile_page));
    return page;
}

void add_overview_row(Draft& draft, const plan::Measure& measure, Table& table) {
    const AreaId& area = draft.plan().settings.area;
    const KpiStatus status = kpi_status(draft, measure, area);
    const auto chosen = headline_comparison(draft, measure, area);
    const auto compared = [&](ItemId ComparisonRow::*column, Role role) {
        return chosen ? copy_item(draft.report, draft.comparisons[*chosen].*column, role) : Item{};
    };
    Row row(draft.report);
    row.text(measure.kpi);
    row.text(measure.name, Role::label);
    row.text(status.status.words);
    table.statuses.emplace_back(table.rows.size() * table.columns.size() + 2, status.status);
    row.text(status.caption, Role::muted);
    row.add(compared(&ComparisonRow::current, Role::figure));
    row.add(compared(&ComparisonRow::reference, Role::reference));
    row.add(chosen ? copy_item(draft.report, change_cell(draft, *chosen), Role::figure) : Item{});
    row.text(chosen ? commentary::basis_words(draft.figures.comparisons[*chosen].basis) : "", Role::muted);
    table.rows.push_back(row.take());
}

/// Where the plan has no tiles: every measure in one table a theme.
Page overview(Draft& draft, Page page) {
    std::vector<std::string> themes;
    for (const plan::Priority& priority : draft.plan().priorities)
        if (std::find(themes.begin(), themes.end(), priority.theme) == themes.end()) themes.push_back(priority.theme);
    for (const std::string& theme : themes) {
        Table table;
        table.title = theme;
        table.columns = {{"KPI", 7},           {"Measure", 40},         {"Status", 30},       {"Status of", 26},
                         {"Period", 12, true}, {"Reference", 12, true}, {"Change", 12, true}, {"Change of", 34}};
        for (const plan::Measure& measure : draft.plan().measures) {
            const plan::Priority* priority = draft.plan().priority(measure.priority);
            if (priority && priority->theme == theme) add_overview_row(draft, measure, table);
        }
        if (!table.rows.empty()) page.blocks.push_back(std::move(table));
    }
    if (page.blocks.empty())
        page.blocks.push_back(
            Paragraphs{{}, {draft.report.add(text_item("The plan names no measures yet.", Role::sentence))}});
    return page;
}

}  // namespace

Page dashboard_page(Draft& draft) {
    Page page;
    page.name = "Dashboard";
    page.title = draft.plan().settings.title;
    page.subtitle = draft.subtitle();
    const auto& priorities = draft.plan().priorities;
    const bool tiled = std::any_of(priorities.begin(), priorities.end(),
                                   [](const plan::Priority& priority) { return priority.on_dashboard; });
    return tiled ? tiles(draft, std::move(page)) : overview(draft, std::move(page));
}

}  // namespace panelbook::report
