#pragma once

#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"
#include "panelbook/extract/cell_ledger.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::extract {

/// How a table was understood, for a person to check at a glance.
struct TableRead {
    std::string sheet;
    std::string title;
    CellRange header;
    CellRange body;
    std::optional<Period> first;
    std::optional<Period> last;
    std::size_t totals_checked = 0;    ///< cells of totals that were set against their parts
    std::size_t totals_unchecked = 0;  ///< cells of totals of which a part is missing, or whose parts do not add up
    std::size_t values = 0;
};

/// Everything that one file said.
struct Extract {
    std::vector<Observation> observations;
    std::vector<SavingsAmount> savings;
    std::optional<SignOff> sign_off;
    std::vector<TableRead> tables;
    CellLedger cells;  ///< every filled cell of the tables
};

struct SentFile {
    std::string name;  ///< path below inbox/, for findings and provenance
    std::string hash;
};

/// The observations of every table that the source maps, with the findings of the structure, cell and table families.
///
/// Cells that cannot be read are withheld (an observation with Marker::in_error and no value) and found. Totals are
/// checked against their parts (tolerance (parts + 1)/2 of the last shown unit) and not taken. A text that is a number
/// ("1,234", "(12)", "0") is taken as the number, with a warning, unless the whole column is so. Missing markers become
/// observations without a value. No table of the source found at all: a "table-not-found" error and an empty extract.
Checked<Extract> extract(const workbook::Workbook& book, const plan::Source& source, const plan::Plan& plan,
                         const SentFile& file);

/// The source whose file pattern claims a name. Ambiguous or none: null, and `nearest` names the likeliest source.
struct Claim {
    const plan::Source* source = nullptr;
    bool ambiguous = false;
    std::string nearest;
};
Claim claim(const std::string& file_name, const plan::Plan& plan);

}  // namespace panelbook::extract
