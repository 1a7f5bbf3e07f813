#pragma once

#include <string>
#include <vector>

#include "panelbook/report/model.hpp"

namespace panelbook::run {

/// A dashboard's cell and all that its formula leads to.
struct CellWalk {
    std::vector<std::string> lines;            ///< "Dashboard!D7 shows 312 = Comparisons!F12", and what that is, ...
    std::vector<std::size_t> rows_of_data;     ///< of the table Data, in its order
    std::vector<std::string> rows_of_savings;  ///< the rows of the table SavingsData, in words
};

/// Throws UsageError where there is no such sheet (with the nearest) or nothing stands in the cell.
CellWalk walk_cell(const report::Report& report, const std::string& figure);

}  // namespace panelbook::run
