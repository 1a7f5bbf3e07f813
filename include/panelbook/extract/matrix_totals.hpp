#pragma once

#include <vector>

#include "panelbook/extract/matrix.hpp"

namespace panelbook::extract {

/// Every cell of a matrix, read: `readings[line][slot]`.
using Readings = std::vector<std::vector<CellReading>>;

/// For each slot the slots that its period is made up of: months that fill a quarter or a year without a gap. Empty for
/// a slot that is not covered.
std::vector<std::vector<std::size_t>> covered_slots(const std::vector<Slot>& slots);

/// Whether a figure is the sum of figures that stand beside it, so that it is checked and not taken.
bool is_sum_of_slots(const TableJob& job, const Line& line, const std::vector<std::size_t>& parts,
                     const std::vector<CellReading>& readings);

/// Lines without a label that are the sum of the lines above wherever that can be seen become totals; the others are
/// found
/// ("label-missing").
void settle_unlabelled(const TableJob& job, Matrix& matrix, const Readings& readings);

/// Checks the total lines against the lines, and the total slots against the slots.
void check_totals(const TableJob& job, const Matrix& matrix, const Readings& readings, TableRead& read);

}  // namespace panelbook::extract
