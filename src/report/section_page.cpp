#include <algorithm>

#include "panelbook/report/sheet_names.hpp"

#include "kpi_block.hpp"
#include "pages.hpp"
#include "plain_figures.hpp"
#include "row.hpp"

namespace panelbook::report {

namespace {

constexpr const char* no_theme = "Measures";

struct Section {
    std::string theme;
    std::vector<const plan::Measure*> measures;
};

std::vector<Section> sections_of(const plan::Plan& plan) {
    std::vector<Section> sections;
    for (const plan::Priority& priority : plan.priorities) {
        const std::string theme = priority.theme.empty() ? no_theme : priority.theme;
        auto section =
            std::find_if(sections.begin(), sections.end(), [&](const Section& one) { return one.theme == theme; });
        if (section == sections.end()) section = sections.insert(section, Section{theme, {}});
        for (const plan::Measure& measure : plan.measures)
            if (measure.priority == priority.id) section->measures.push_back(&measure);
    }
    std::erase_if(sections, [](const Section& section) { return section.measures.empty(); });
    return sections;
}

}  // namespace

std::vector<Page> section_pages(Draft& draft) {
    std::vector<Page> pages;
    SheetNames names;
    for (const Section& section : sections_of(draft.plan())) {
        Page page;
        page.name = names.take(section.theme);
        page.title = section.theme;
        page.subtitle = draft.subtitle();
        const bool charted = std::any_of(section.measures.begin(), section.measures.end(),
                                         [](const plan::Measure* measure) { return measure->chart; });
        if (!charted) page.blocks.push_back(plain_figures(draft, section.measures));
        for (const plan::Measure* measure : section.measures)
            if (charted) page.blocks.push_back(kpi_block(draft, *measure, draft.plan().settings.area));
        if (charted)
            page.subtitle +=
                " Grey line: mean, or median where it says so. Dashes: the limits that months are expected "
                "within. Diamonds: months beyond them.";
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace panelbook::report
