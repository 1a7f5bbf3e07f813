#include <algorithm>
#include <fmt/format.h>

#include "panelbook/core/cell.hpp"

#include "pages.hpp"
#include "row.hpp"
#include "words.hpp"

namespace panelbook::report {

Page findings_page(Draft& draft) {
    Page page;
    page.name = "Findings";
    page.title = "Findings";
    page.subtitle = draft.subtitle();
    page.internal = true;
    page.a3 = true;

    Paragraphs words;
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(
            std::count_if(draft.figures.findings.begin(), draft.figures.findings.end(),
                          [&](const Finding& finding) { return finding.severity == severity; }));
    };
    words.items.push_back(draft.report.add(text_item(
        fmt::format(
            "What was found in what was sent: {}, {} and {}. A figure that cannot be read or relied on is "
            "withheld until it is sent again; a total that does not add up is to be checked, its parts are published.",
            counted(count(Severity::error), "error"), counted(count(Severity::warning), "warning"),
            counted(count(Severity::note), "note")),
        Role::sentence)));

    Table table;
    table.name = "Findings";
    table.columns = {{"Severity", 10}, {"Rule", 24},       {"File", 34},  {"Sheet", 18},   {"Cell", 8},
                     {"What", 60},     {"What to do", 60}, {"Found", 20}, {"Expected", 20}};
    table.empty_words = "Nothing was found to be wrong.";
    for (const Finding& finding : draft.figures.findings) {
        Row row(draft.report);
        row.text(capitalised(std::string(to_word(finding.severity))));
        row.text(finding.rule);
        row.text(finding.where.file);
        row.text(finding.where.sheet);
        row.text(finding.where.cell ? to_a1(*finding.where.cell) : "");
        row.text(finding.message);
        row.text(finding.remedy);
        row.text(finding.found);
        row.text(finding.expected);
        table.rows.push_back(row.take());
    }

    page.blocks = {std::move(words), std::move(table)};
    return page;
}

}  // namespace panelbook::report
