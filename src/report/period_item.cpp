#include "period_item.hpp"

#include <fmt/format.h>

#include "row.hpp"
#include "styles.hpp"

namespace panelbook::report {

namespace {

bool adjacent(const std::vector<std::size_t>& rows) {
    return rows.size() > 1 && rows.back() - rows.front() + 1 == rows.size();
}

Formula share_of(const std::vector<DataRow>& rows, const std::vector<std::size_t>& points) {
    if (adjacent(points)) {
        const ItemRange values{rows[points.front()].value, rows[points.back()].value};
        const ItemRange weights{rows[points.front()].denominator, rows[points.back()].denominator};
        return {"SUMPRODUCT({0},{1})/SUM({1})", {values, weights}};
    }
    std::vector<std::pair<ItemId, ItemId>> pairs;
    for (const std::size_t point : points) pairs.emplace_back(rows[point].value, rows[point].denominator);
    return pooled_share(pairs);
}

Formula formula_of(const std::vector<DataRow>& rows, const plan::Measure& measure,
                   const std::vector<std::size_t>& points) {
    const auto value_cell = [&rows](std::size_t point) { return rows[point].value; };
    if (points.size() == 1) return {"{0}", {value_cell(points.back())}};
    if (measure.over_time == plan::RollUp::mean) return function_of("AVERAGE", references_to(points, value_cell));
    // Percentages are pooled even where the plan says sum: compare::value_of never adds them up.
    if (measure.over_time == plan::RollUp::sum && measure.unit != plan::Unit::percent)
        return function_of("SUM", references_to(points, value_cell));
    return share_of(rows, points);
}

}  // namespace

Formula function_of(const std::string& name, std::vector<Reference> references) {
    std::string text = name + "(";
    for (std::size_t i = 0; i < references.size(); ++i) text += fmt::format("{}{{{}}}", i == 0 ? "" : ",", i);
    return {text + ")", std::move(references)};
}

Formula pooled_share(const std::vector<std::pair<ItemId, ItemId>>& values_and_weights) {
    Formula formula;
    std::string products;
    std::string weights;
    for (const auto& [value, weight] : values_and_weights) {
        const std::size_t at = formula.references.size();
        const char* plus = at == 0 ? "" : "+";
        products += fmt::format("{}{{{}}}*{{{}}}", plus, at, at + 1);
        weights += fmt::format("{}{{{}}}", plus, at + 1);
        formula.references.emplace_back(value);
        formula.references.emplace_back(weight);
    }
    formula.text = fmt::format("({})/({})", products, weights);
    return formula;
}

Item period_item(const Draft& draft, const plan::Measure& measure, const AreaId& area,
                 const compare::PeriodValue& period) {
    if (!period.value) return not_available_item();
    const auto index = draft.series_index(measure.id, area);
    if (!index || period.points.empty()) return number_item(*period.value, figure_style(measure));
    const std::vector<DataRow>& rows = draft.data[*index];
    Item item = formula_item(*period.value, formula_of(rows, measure, period.points), figure_style(measure));
    item.link = rows[period.points.front()].value;
    return item;
}

}  // namespace panelbook::report
