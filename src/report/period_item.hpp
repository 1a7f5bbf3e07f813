#pragma once

#include "draft.hpp"

namespace panelbook::report {

/// The value of a measure over a period as a live formula over the Data page: its one point, or the sum, mean, share
/// (pooled by the denominators) of its points, by the measure's roll-up over time. "NA" without a value.
Item period_item(const Draft& draft, const plan::Measure& measure, const AreaId& area,
                 const compare::PeriodValue& period);

/// The cells of one column of adjacent rows, for SUM and its like: one range, where they are adjacent, else one
/// reference each. `rows` are positions in the rows of one table, ascending; `cell` gives the item of a row.
template <class Cell>
std::vector<Reference> references_to(const std::vector<std::size_t>& rows, Cell cell) {
    if (rows.size() > 1 && rows.back() - rows.front() + 1 == rows.size())
        return {ItemRange{cell(rows.front()), cell(rows.back())}};
    std::vector<Reference> references;
    for (const std::size_t row : rows) references.emplace_back(cell(row));
    return references;
}

/// "FUNCTION({0},{1},...)" over `references`.
Formula function_of(const std::string& name, std::vector<Reference> references);
/// "({0}*{1}+{2}*{3})/({1}+{3})" for values and weights in turn: a share pooled over its parts.
Formula pooled_share(const std::vector<std::pair<ItemId, ItemId>>& values_and_weights);

}  // namespace panelbook::report
