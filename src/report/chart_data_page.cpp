#include <algorithm>

#include "charts.hpp"
#include "exceptional.hpp"
#include "pages.hpp"
#include "row.hpp"

namespace panelbook::report {

Page chart_data_page(Draft& draft) {
    Page page;
    page.name = "Chart data";
    page.title = "What the charts draw";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(
        "The charts take their figures from these columns, which are formulas over the SPC and Data sheets. Where "
        "limits begin anew they stand in the other three columns. The heights of event labels are typed values.",
        Role::sentence)));

    Table controls = control_table();
    for (std::size_t i = 0; i < draft.charts.size(); ++i)
        draft.charts[i].control = add_control_chart(draft, i, controls);
    Table comparators = comparator_table();
    for (const std::size_t i : exceptional_charts(draft))
        draft.charts[i].comparator = add_comparator_chart(draft, i, comparators);

    page.blocks = {std::move(words), std::move(controls), std::move(comparators)};
    return page;
}

}  // namespace panelbook::report
