#include "panelbook/report/build.hpp"

#include <utility>

#include "pages.hpp"

namespace panelbook::report {

Report build(const Figures& figures) {
    Draft draft(figures);
    Page data = data_page(draft);
    Page spc = spc_page(draft);
    std::optional<Page> benchmark_figures = benchmark_figures_page(draft);
    Page comparisons = comparisons_page(draft);
    std::optional<Page> forecasts = forecasts_page(draft);
    std::optional<Page> benchmarks = benchmarks_page(draft);
    Page chart_data = chart_data_page(draft);
    Page savings = savings_page(draft);
    Page dashboard = dashboard_page(draft);
    add_tile_statuses(draft, comparisons);
    std::vector<Page> sections = section_pages(draft);
    Page exceptions = exceptions_page(draft);
    Page findings = findings_page(draft);
    Page returns = returns_page(draft);
    Page changes = changes_page(draft);
    Page notes = notes_page(draft);

    std::vector<Page> pages;
    pages.push_back(std::move(dashboard));
    pages.push_back(std::move(exceptions));
    for (Page& section : sections) pages.push_back(std::move(section));
    pages.push_back(std::move(savings));
    if (benchmarks) pages.push_back(std::move(*benchmarks));
    pages.push_back(std::move(comparisons));
    if (benchmark_figures) pages.push_back(std::move(*benchmark_figures));
    if (forecasts) pages.push_back(std::move(*forecasts));
    for (Page* page : {&spc, &data, &findings, &returns, &changes, &notes, &chart_data})
        pages.push_back(std::move(*page));
    Page summary = summary_page(draft, pages);
    pages.insert(pages.begin(), std::move(summary));
    draft.report.pages = std::move(pages);
    return std::move(draft.report);
}

}  // namespace panelbook::report
