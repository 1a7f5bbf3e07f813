#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft.hpp"

/// The pages, in the order in which they are made: each may point to what the ones before it have put in the draft.
namespace panelbook::report {

/// Every published figure and every explained absence, with the cell it came from.
Page data_page(Draft& draft);
/// The rates of every area of the most similar group, the ranges and the funnels; none where there is no such figure.
std::optional<Page> benchmark_figures_page(Draft& draft);
/// One block a benchmark, over the figures of the page above.
std::optional<Page> benchmarks_page(Draft& draft);
/// How the year may end and whether there is a season, of every monthly measure; none where no measure is monthly.
std::optional<Page> forecasts_page(Draft& draft);
/// Every comparison. The statuses of the tiles are added by `add_tile_statuses` once the tiles are made.
Page comparisons_page(Draft& draft);
void add_tile_statuses(Draft& draft, Page& comparisons);
/// Every charted month with its mean, limits and signals, and the class of every chart.
Page spc_page(Draft& draft);
/// The columns that the charts draw: formulas where something is drawn, truly empty cells where nothing is.
Page chart_data_page(Draft& draft);
/// Totals of each scope, the schemes, and the amounts as they were sent.
Page savings_page(Draft& draft);
/// The tiles of the priorities; where the plan puts none on the dashboard, a table of all KPIs.
Page dashboard_page(Draft& draft);
/// One page a theme, in plan order, with a block for every measure.
std::vector<Page> section_pages(Draft& draft);
/// Special causes first, then long runs and trends, then large changes near a limit.
Page exceptions_page(Draft& draft);
Page findings_page(Draft& draft);
Page returns_page(Draft& draft);
/// The figures that have changed since the last edition or dashboard, and every revision that is known.
Page changes_page(Draft& draft);
Page notes_page(Draft& draft);
/// What needs attention, counts, and links to every one of `others`, which are in the order of the tabs.
Page summary_page(Draft& draft, const std::vector<Page>& others);

}  // namespace panelbook::report
