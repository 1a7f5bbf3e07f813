#pragma once

#include <optional>
#include <span>
#include <string>

#include "panelbook/core/cell.hpp"
#include "panelbook/core/observation.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::extract {

/// What the cells of one measure in one table should hold.
struct ValueRule {
    plan::Unit unit = plan::Unit::count;
    double scale = 1.0;                    ///< a number is multiplied by this; a percentage shown with % is not
    std::span<const std::string> missing;  ///< the table's own texts for no value
};

enum class CellKind {
    blank,
    value,
    missing,  ///< a text that says that there is no figure
    wrong,    ///< neither a figure nor a marker
};

/// One cell, understood as a figure.
struct CellReading {
    CellKind kind = CellKind::blank;
    std::optional<Amount> amount;  ///< in the measure's unit, scaled; only for a value
    double shown = 0.0;            ///< the figure as the sheet shows it, before scaling; percentages 0 to 100
    int decimals = 0;              ///< shown after the point, at most 6
    Marker marker = Marker::none;
    bool text_number = false;  ///< a plain number that is stored as text
    std::string rule;          ///< wrong: "not-a-number", "error-value" or "unit-differs"
    std::string message;       ///< wrong: what is wrong with it, in one sentence
    std::string remedy;
};

/// Reads a cell as a figure. A null cell is blank. A percentage shown with % becomes 0 to 100 whatever the scale; a
/// time becomes seconds, minutes, hours or days as the unit says; pounds become pence, rounded.
CellReading read_cell(const Cell* cell, const ValueRule& rule);

/// Whether a cell holds nothing that a person can see: empty, or blanks only.
bool is_blank(const Cell* cell);

}  // namespace panelbook::extract
