#pragma once

#include <optional>

#include "draft.hpp"

namespace panelbook::report {

/// The empty tables of the Chart data page.
Table control_table();
Table comparator_table();

/// Adds the rows of a control chart from its first month with a value on, and says how they are drawn. A formula stands
/// where something is drawn, a truly empty cell where nothing is: a spreadsheet draws an empty text as 0. Neighbouring
/// segments stand in different columns, so that their limits do not join. Nothing where no month has a value.
std::optional<Chart> add_control_chart(Draft& draft, std::size_t chart, Table& table);

/// Adds the months of the dashboard's period in its own year and in up to three earlier ones. Nothing where no earlier
/// year has one of them.
std::optional<Chart> add_comparator_chart(Draft& draft, std::size_t chart, Table& table);

}  // namespace panelbook::report
