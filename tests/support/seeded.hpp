#pragma once

#include <string>
#include <utility>
#include <vector>

#include "panelbook/plan/plan.hpp"

namespace panelbook::tests {

/// One error that a person may make in a workbook: what is typed where, and what must be found.
struct Seed {
    std::string rule;
    CellRef found_at;
    std::vector<std::pair<CellRef, std::string>> typed;  ///< cells as sheet_text.hpp writes them
    std::string instruction = {};                        ///< "@hide row 5"
};

/// A workbook of one sheet with nothing wrong in it, the plan it is read by, and errors that can be made in it.
struct SeededWorkbook {
    std::string name;  ///< of the file: "crime wide 1.xlsx"
    plan::Plan plan;
    std::vector<std::vector<std::string>> cells;  ///< by row, then column, as sheet_text.hpp writes them
    std::vector<Seed> seeds;                      ///< none touches what another one needs

    /// The sheet with the errors of all seeds, or of none.
    std::string text(bool with_errors) const;
};

/// Forty workbooks, four of each of ten layouts, with five errors each.
std::vector<SeededWorkbook> seeded_workbooks();

}  // namespace panelbook::tests
