#include <fmt/format.h>

#include "pages.hpp"
#include "row.hpp"
#include "words.hpp"

namespace panelbook::report {

Page returns_page(Draft& draft) {
    Page page;
    page.name = "Returns";
    page.title = "Returns";
    page.subtitle = draft.subtitle();
    page.internal = true;
    page.a3 = true;

    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(
        "Who was to send figures for this period, what came, and what a partner's own board has yet to see. Withheld "
        "figures are nowhere in this workbook.",
        Role::sentence)));

    Table table;
    table.name = "Returns";
    table.columns = {{"Source", 20},
                     {"Organisation", 30},
                     {"Required", 10},
                     {"State", 12},
                     {"Received on", 12},
                     {"Due on", 12},
                     {"File", 34},
                     {"Board", 30},
                     {"Presented on", 12},
                     {"Expected on", 12},
                     {"Figures published", 12, true},
                     {"Why", 50}};
    table.empty_words = "The plan names no sources.";
    for (const consolidate::ReturnStatus& one : draft.figures.consolidated.returns) {
        Row row(draft.report);
        row.text(one.source.text);
        row.text(one.organisation);
        row.text(one.required ? "Yes" : "No");
        draft.return_states.push_back(row.text(std::string(state_words(one.state))));
        row.date(one.received_on);
        row.date(one.due_on);
        row.text(one.file);
        row.text(one.board);
        row.date(one.presented_on);
        row.date(one.expected_on);
        row.number(static_cast<double>(one.figures));
        row.text(sentence(one.reason), Role::muted);
        table.rows.push_back(row.take());
    }

    page.blocks = {std::move(words), std::move(table)};
    return page;
}

}  // namespace panelbook::report
