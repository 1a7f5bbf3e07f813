#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/chart_type.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::spc {

/// One series as a sheet holds it.
struct SeriesSheet {
    std::vector<std::string> periods;  ///< as given
    std::vector<CellRef> places;       ///< of the values, or where they would be
    std::vector<std::optional<double>> values;
    std::vector<std::optional<double>> denominators;  ///< empty: no such column
    std::vector<std::size_t> rebases;                 ///< rows that begin a new segment
    std::optional<double> target;                     ///< the last that is given
};

/// Reads the columns period, value, denominator, target and rebase, the last three where they are there; the headings
/// may stand in any order, the rows follow them down to the last one used, and empty rows are passed over. A value that
/// is empty, "NA", "NaN", ".." or "-" is a missing one; rebase is 1 or TRUE on the first row of a new segment.
///
/// Error findings, each with its line: no headings, a period that is missing, given twice or out of order, what is not
/// a number, a denominator below 0, or one that is missing beside a value, a cell right of the last heading. Warnings:
/// a column that is not known, and a denominator of 0, where the point is taken for a missing one.
Checked<SeriesSheet> read_series(const workbook::Sheet& sheet, const std::string& file);

/// What cannot be charted so: error findings for values below 0 among counts, 0 among times between events, more than
/// the denominator in a share, and denominators that a chart needs and that are not there.
Findings chart_faults(const SeriesSheet& series, ChartType type, const Place& sheet);

/// The index of a period that may be written in another way ("2019-04" for "2019-04-01"); nothing where there is none.
std::optional<std::size_t> find_period(const SeriesSheet& series, const std::string& period);

}  // namespace panelbook::spc
