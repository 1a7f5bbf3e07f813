#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "panelbook/report/build.hpp"
#include "panelbook/report/model.hpp"

namespace panelbook::report {

/// Where a point of a series stands on the Data page.
struct DataRow {
    ItemId value;
    ItemId denominator;
};

/// Where a comparison stands on the Comparisons page.
struct ComparisonRow {
    ItemId current;
    ItemId reference;
    ItemId difference;
    ItemId percent;  ///< a fraction
    ItemId verdict;
};

/// Where a benchmark stands on the Benchmark figures page.
struct BenchmarkCells {
    std::vector<ItemId> names;  ///< of the areas, one below the other
    ItemRange rates;            ///< beside them
    ItemId own_rate;
    ItemId own_population;  ///< an empty cell where the figures themselves are compared
    ItemId rank;
    ItemId group_mean;
    ItemId others_mean;
    ItemId difference;
    ItemId percent;  ///< a fraction
    std::optional<ItemId> national_rate;
};

/// Where a point of a control chart stands on the SPC page.
struct SpcRow {
    ItemId value;
    ItemId centre;
    ItemId lower;
    ItemId upper;
};

/// Where a control chart stands on the SPC page, and how it is drawn.
struct ChartRows {
    ItemId first;                     ///< the first cell of its row in the table of classes
    std::vector<SpcRow> points;       ///< as ControlChart::points
    std::optional<Chart> control;     ///< none where no month has a value
    std::optional<Chart> comparator;  ///< the same quarter in earlier years; none where there are no such months
};

/// One line of a dashboard tile, as the table of statuses lists it.
struct TileStatus {
    std::string tile;
    MeasureId measure;
    std::string line;
    std::string words;                      ///< "Improved", "Worse", "No change", "Not assessed", "NA"
    std::optional<std::size_t> comparison;  ///< index in Figures::comparisons
    std::string why;
    std::optional<ItemId> figure;  ///< the first figure of the line
    ItemId word;                   ///< where the table has `words`
};

/// The savings of one scope and date.
struct SavingsTotals {
    std::string scope;  ///< "1 April 2013 to 31 March 2017, as at 31 March 2014"
    ItemId required;    ///< in millions of pounds, so rounded that what is printed adds up
    ItemId realised;
    ItemId identified;
    ItemId still_to_find;
    std::string caution;  ///< rows in error are in no total; empty where there is none
};

/// One entry of the Exceptions page, for the Summary.
struct Attention {
    MeasureId measure;
    std::string words;
    ItemId where;
};

/// The report while it is made: what the pages below put where, for the pages above to point to.
struct Draft {
    explicit Draft(const Figures& worked_out);

    const Figures& figures;
    Report report;
    std::vector<std::vector<DataRow>> data;  ///< as Consolidated::series, then as Series::points
    std::vector<ComparisonRow> comparisons;  ///< as Figures::comparisons
    std::vector<ChartRows> charts;           ///< as Figures::charts
    std::vector<BenchmarkCells> benchmarks;  ///< as Figures::benchmarks
    std::vector<ItemId> class_cells;         ///< of every chart, as class_name says it, one below the other
    std::vector<SavingsTotals> savings;      ///< the scope the tile shows first
    std::vector<TileStatus> tile_statuses;
    std::vector<Attention> exceptions;
    std::vector<ItemId> return_states;  ///< as Consolidated::returns, as state_words says them

    const plan::Plan& plan() const { return figures.plan; }
    const std::vector<Series>& series() const { return figures.consolidated.series; }

    std::optional<std::size_t> series_index(const MeasureId& measure, const AreaId& area) const;
    std::optional<std::size_t> chart_index(const MeasureId& measure, const AreaId& area) const;
    /// The comparisons of a measure and area, in the order that the plan wants them.
    std::vector<std::size_t> comparisons_of(const MeasureId& measure, const AreaId& area) const;
    std::optional<std::size_t> comparison_index(const MeasureId& measure, const AreaId& area, plan::Basis basis) const;

    std::string area_name(const AreaId& area) const;
    /// "Violence with injury", or with the area where it is not the one that the dashboard is about.
    std::string name_in_area(const plan::Measure& measure, const AreaId& area) const;
    std::string organisation(const SourceId& source) const;
    /// "Quarter 1 2014/15: April to June 2014. As known on 29 September 2014."
    std::string subtitle() const;

private:
    using Key = std::pair<MeasureId, AreaId>;
    std::map<Key, std::size_t> m_series;
    std::map<Key, std::size_t> m_charts;
    std::map<Key, std::vector<std::size_t>> m_comparisons;
};

}  // namespace panelbook::report
