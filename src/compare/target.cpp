#include <fmt/format.h>

#include "panelbook/compare/fixed_reference.hpp"

#include "judgement.hpp"

namespace panelbook::compare {

namespace {

constexpr double year_months = 12.0;

bool of_a_year(const plan::Measure& measure) {
    return measure.over_time == plan::RollUp::sum && measure.unit != plan::Unit::percent;
}

}  // namespace

Comparison compare_with_target(const Series& series, const plan::Measure& measure, Period period,
                               const plan::Settings& settings) {
    const Sides sides = sides_of(plan::Basis::target, measure, period);
    Comparison comparison;
    comparison.measure = series.measure;
    comparison.area = series.area;
    comparison.basis = plan::Basis::target;
    comparison.current = value_of(series, measure, sides.current);
    comparison.reference.period = sides.current;
    if (measure.target)
        comparison.reference.value =
            of_a_year(measure) ? *measure.target * sides.current.months() / year_months : *measure.target;
    else
        comparison.reference.reason = "no target is given";
    if (!comparison.current.value || !comparison.reference.value) {
        comparison.why = comparison.current.value ? comparison.reference.reason
                                                  : fmt::format("there is no figure for {}", sides.current.words());
        return comparison;
    }
    test_against_fixed(comparison, series, measure, settings,
                       "the distance to the target is no larger than chance would explain");
    return comparison;
}

}  // namespace panelbook::compare
