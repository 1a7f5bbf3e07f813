#include <algorithm>
#include <fmt/format.h>
#include <set>

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
        const bool said = std::any_of(draft.exceptions.begin(), draft.exceptions.end(),
                                      [&](const Attention& one) { return one.measure == status.measure; });
        if (status.words != "Worse" || said) continue;
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
                     fmt::format("{} found: what was sent or is missing needs putting right.",
                                 errors == 1 ? "1 error was" : fmt::format("{} errors were", errors)),
                     first_item(pages, "Findings"));
    if (block.items.empty())
        add_sentence(draft, block, "Nothing: no exception, no significant deterioration, every return received.");
    return block;
}

/// What is counted of one kind: the cells, one below the other in one column, and the words they may hold.
struct Count {
    std::vector<ItemId> cells;
    std::vector<std::string> words;
};

/// A word and a live count of the cells that hold it; two empty cells beyond the last word.
void add_count(const Draft& draft, Row& row, const Count& count, std::size_t index) {
    if (count.cells.empty() || index >= count.words.size()) {
        row.blank();
        row.blank();
        return;
    }
    const std::string& word = count.words[index];
    const auto number = std::count_if(count.cells.begin(), count.cells.end(), [&](ItemId cell) {
        const auto* text = std::get_if<std::string>(&draft.report[cell].value);
        return text && *text == word;
    });
    const ItemId label = row.text(word, Role::label);
    Item item = formula_item(static_cast<double>(number),
                             {"COUNTIF({0},{1})", {ItemRange{count.cells.front(), count.cells.back()}, label}},
                             {NumberStyle::Kind::number}, Role::figure);
    item.link = count.cells.front();
    row.add(std::move(item));
}

/// The classes of the charts in the order of the Notes; a pattern only where there is one, as most plans know none.
std::vector<std::string> classes_counted(const Draft& draft) {
    const bool pattern = std::any_of(draft.figures.charts.begin(), draft.figures.charts.end(),
                                     [](const auto& chart) { return chart.latest == spc::Class::pattern; });
    std::vector<std::string> words = {"Single point exception", "Long run on one side", "Trend"};
    if (pattern) words.emplace_back("Unusual pattern");
    words.insert(words.end(), {"Near a limit", "Stable", "Not assessed"});
    return words;
}

Table counts(Draft& draft) {
    Count tiles{{}, {"Improved", "No change", "Worse", "Not assessed", "NA"}};
    for (const TileStatus& status : draft.tile_statuses) tiles.cells.push_back(status.word);
    const Count all[] = {
        {draft.class_cells, classes_counted(draft)},
        tiles,
        {draft.return_states, {"Received", "Missing", "Withheld"}},
    };
    Table table;
    table.title = "In numbers";
    table.columns = {{"Charts, by latest month", 25},
                     {"Charts", 9, true},
                     {"Lines of the dashboard", 30},
                     {"Lines", 9, true},
                     {"Returns", 29},
                     {"Sources", 9, true}};
    table.empty_words = "There are no charts, tiles or returns to count.";
    for (std::size_t index = 0; index < all[0].words.size(); ++index) {
        const bool more = std::any_of(std::begin(all), std::end(all), [index](const Count& count) {
            return !count.cells.empty() && index < count.words.size();
        });
        if (!more) break;
        Row row(draft.report);
        for (const Count& count : all) add_count(draft, row, count, index);
        table.rows.push_back(row.take());
    }
    return table;
}

/// Links to every sheet, in the columns of the counts above: the report, its sections, what stands behind the figures.
Table contents(Draft& draft, const std::vector<Page>& pages) {
    std::vector<const Page*> groups[3];
    const std::set<std::string> report_pages = {"Dashboard", "Exceptions", "Savings"};
    const std::set<std::string> behind = {"Comparisons", "SPC",     "Data",  "Findings",
                                          "Returns",     "Changes", "Notes", "Chart data"};
    for (const Page& page : pages)
        groups[report_pages.count(page.name) > 0 ? 0U : behind.count(page.name) > 0 ? 2U : 1U].push_back(&page);

    Table table;
    table.title = "Contents";
    table.columns = {{"The report", 25}, {"", 9}, {"Sections", 30}, {"", 9}, {"Behind the figures", 29}, {"", 9}};
    const std::size_t rows = std::max({groups[0].size(), groups[1].size(), groups[2].size()});
    for (std::size_t index = 0; index < rows; ++index) {
        Row row(draft.report);
        for (const auto& group : groups) {
            const Page* page = index < group.size() ? group[index] : nullptr;
            const auto items = page ? items_of(*page) : std::vector<ItemId>{};
            std::string words = page ? page->name : "";
            if (page && page->internal) words += " (not for publication)";
            Item name = text_item(std::move(words), Role::label);
            if (!items.empty()) name.link = items.front();
            row.add(std::move(name));
            row.blank();
        }
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
    page.landscape = false;
    page.blocks = {attention(draft, others), counts(draft), contents(draft, others)};
    if (const std::string& notes = draft.plan().settings.notes; !notes.empty()) {
        Paragraphs about;
        about.heading = "About these figures";
        add_sentence(draft, about, sentence(notes));
        page.blocks.emplace_back(std::move(about));
    }
    return page;
}

}  // namespace panelbook::report
