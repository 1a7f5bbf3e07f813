#include <algorithm>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "pages.hpp"
#include "row.hpp"
#include "status.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using consolidate::ReturnState;

std::string headline_of(const Draft& draft, const TileStatus& status) {
    std::string words = fmt::format("{}, {}: {}", status.tile, clause(status.line), clause(status.words));
    if (!status.comparison) return words + ".";
    const compare::Comparison& comparison = draft.figures.comparisons[*status.comparison];
    const plan::Measure* measure = draft.plan().measure(comparison.measure);
    if (!measure || !comparison.difference) return words + ".";
    return fmt::format("{}, {} {}.", words, commentary::change(comparison, *measure),
                       commentary::basis_words(comparison.basis));
}

std::string tile_title(const Draft& draft, const TileStatus& status) {
    const plan::Priority* priority = draft.plan().priority(PriorityId{status.tile});
    return priority ? fmt::format("{} {}", priority->id.text, priority->title) : status.tile;
}

void add_sentence(Draft& draft, Paragraphs& block, std::string words, std::optional<ItemId> link = {}) {
    Item item = text_item(std::move(words), Role::sentence);
    item.link = link;
    block.items.push_back(draft.report.add(std::move(item)));
}

std::vector<std::string> organisations(const Draft& draft, ReturnState state) {
    std::vector<std::string> names;
    for (const consolidate::ReturnStatus& one : draft.figures.consolidated.returns)
        if (one.state == state && (state == ReturnState::withheld || one.required) &&
            std::find(names.begin(), names.end(), one.organisation) == names.end())
            names.push_back(one.organisation);
    return names;
}

std::optional<ItemId> first_item(const std::vector<Page>& pages, const std::string& name) {
    for (const Page& page : pages) {
        if (page.name != name) continue;
        const auto items = items_of(page);
        if (!items.empty()) return items.front();
    }
    return std::nullopt;
}

void add_worse_lines(Draft& draft, Paragraphs& block) {
    for (const TileStatus& status : draft.tile_statuses) {
        if (status.words != "Worse") continue;
        TileStatus titled = status;
        titled.tile = tile_title(draft, status);
        add_sentence(draft, block, headline_of(draft, titled), status.figure);
    }
}

Paragraphs attention(Draft& draft, const std::vector<Page>& pages) {
    Paragraphs block;
    block.heading = "What needs attention";
    for (const Attention& one : draft.exceptions) add_sentence(draft, block, one.words, one.where);
    add_worse_lines(draft, block);
    if (const auto names = organisations(draft, ReturnState::missing); !names.empty())
        add_sentence(draft, block, fmt::format("Not received: {}.", listed(names)), first_item(pages, "Returns"));
    if (const auto names = organisations(draft, ReturnState::withheld); !names.empty())
        add_sentence(draft, block,
                     fmt::format("Withheld until their own boards have seen them: figures of {}.", listed(names)),
                     first_item(pages, "Returns"));
    const auto errors = static_cast<std::size_t>(
        std::count_if(draft.figures.findings.begin(), draft.figures.findings.end(),
                      [](const Finding& finding) { return finding.severity == Severity::error; }));
    if (errors > 0)
        add_sentence(draft, block,
                     fmt::format("{} found in what was sent; the figures concerned are withheld.",
                                 errors == 1 ? "1 error was" : fmt::format("{} errors were", errors)),
                     first_item(pages, "Findings"));
    if (block.items.empty())
        add_sentence(draft, block, "Nothing: no exception, no significant deterioration, every return received.");
    return block;
}

/// How many of `cells` hold each of `words`: live counts where the cells stand one below the other in one column.
void add_counts(Draft& draft, Table& table, const std::string& what, const std::vector<ItemId>& cells,
                const std::vector<std::string>& words) {
    if (cells.empty()) return;
    for (const std::string& word : words) {
        const auto count = std::count_if(cells.begin(), cells.end(), [&](ItemId cell) {
            const auto* text = std::get_if<std::string>(&draft.report[cell].value);
            return text && *text == word;
        });
        Row row(draft.report);
        row.text(what, Role::muted);
        const ItemId label = row.text(word, Role::label);
        Item number = formula_item(static_cast<double>(count),
                                   {"COUNTIF({0},{1})", {ItemRange{cells.front(), cells.back()}, label}},
                                   {NumberStyle::Kind::number}, Role::figure);
        number.link = cells.front();
        row.add(std::move(number));
        table.rows.push_back(row.take());
    }
}

Table counts(Draft& draft) {
    Table table;
    table.title = "In numbers";
    table.columns = {{"Of", 30}, {"", 40}, {"Number", 10, true}};
    std::vector<ItemId> tiles;
    for (const TileStatus& status : draft.tile_statuses) tiles.push_back(status.word);
    add_counts(draft, table, "Charts, by class of latest month", draft.class_cells,
               {"Single point exception", "Long run on one side", "Trend", "Near a limit", "Stable", "Not assessed"});
    add_counts(draft, table, "Lines of the dashboard", tiles, {"Improved", "No change", "Worse", "Not assessed", "NA"});
    add_counts(draft, table, "Returns", draft.return_states, {"Received", "Missing", "Withheld"});
    table.empty_words = "There are no charts, tiles or returns to count.";
    return table;
}

std::string contents_words(const Page& page) {
    struct Entry {
        const char* name;
        const char* words;
    };
    static constexpr Entry entries[] = {
        {"Dashboard", "The priorities at a glance"},
        {"Exceptions", "Measures that behave out of the ordinary, with what to do next"},
        {"Savings", "What is required, realised, identified and still to find"},
        {"Comparisons", "Every comparison with its test"},
        {"SPC", "Every charted month with mean, limits and signals"},
        {"Data", "Every published figure and the cell it came from"},
        {"Findings", "What was wrong in what was sent, and what to do. Not for publication"},
        {"Returns", "Who sent what and when. Not for publication"},
        {"Notes", "Method, key terms, events, reasons and glossary"},
        {"Chart data", "The columns that the charts draw"},
    };
    for (const Entry& entry : entries)
        if (page.name == entry.name) return entry.words;
    return "Every measure of this section: chart, change and what it means";
}

Table contents(Draft& draft, const std::vector<Page>& pages) {
    Table table;
    table.title = "Contents";
    table.columns = {{"Sheet", 32}, {"What it holds", 70}};
    for (const Page& page : pages) {
        const auto items = items_of(page);
        Row row(draft.report);
        Item name = text_item(page.name, Role::label);
        if (!items.empty()) name.link = items.front();
        row.add(std::move(name));
        row.text(contents_words(page));
        table.rows.push_back(row.take());
    }
    return table;
}

}  // namespace

Page summary_page(Draft& draft, const std::vector<Page>& others) {
    Page page;
    page.name = "Summary";
    page.title = draft.plan().settings.title;
    page.subtitle = draft.subtitle();
    page.blocks = {attention(draft, others), counts(draft), contents(draft, others)};
    return page;
}

}  // namespace panelbook::report
