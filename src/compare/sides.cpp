#include "panelbook/compare/compare.hpp"

namespace panelbook::compare {

namespace {

constexpr int quarter_months = 3;
constexpr int year_months = 12;

/// The same months of the baseline as `current` has of its own year; nothing if the baseline has no such months.
std::optional<Period> same_part(Period baseline, Period current) {
    if (baseline.months() == current.months()) return baseline;
    const int step = baseline < current ? -year_months : year_months;
    for (Period part = current;; part = part.shifted(step)) {
        if (baseline.contains(part)) return part;
        const bool passed = step < 0 ? part.last_month() < baseline : baseline.last_month() < part;
        if (passed) return std::nullopt;
    }
}

/// Totals and pooled shares run from April; a level is looked at as it stands.
bool runs_from_april(const plan::Measure& measure) {
    return measure.over_time == plan::RollUp::sum || measure.over_time == plan::RollUp::ratio;
}

}  // namespace

Sides sides_of(plan::Basis basis, const plan::Measure& measure, Period period) {
    const Period quarter = Period::ending(period, quarter_months);
    switch (basis) {
        case plan::Basis::year_to_date: {
            const Period current = period.year_to_date();
            return {current, current.shifted(-year_months)};
        }
        case plan::Basis::quarter_on_year:
            return {quarter, quarter.shifted(-year_months)};
        case plan::Basis::quarter_on_quarter:
            return {quarter, quarter.shifted(-quarter_months)};
        case plan::Basis::rolling_year: {
            const Period current = Period::ending(period, year_months);
            return {current, current.shifted(-year_months)};
        }
        case plan::Basis::target:
            return {runs_from_april(measure) && measure.unit != plan::Unit::percent ? period.year_to_date() : period,
                    std::nullopt};
        case plan::Basis::similar_group:
        case plan::Basis::national:
            return {period, std::nullopt};
        case plan::Basis::baseline_year:
            break;
    }
    if (!measure.baseline) return {period, std::nullopt};
    const Period baseline = *measure.baseline;
    const bool whole_period = baseline.months() == period.months() || !runs_from_april(measure);
    const Period current = whole_period ? period : period.year_to_date();
    return {current, same_part(baseline, current)};
}

}  // namespace panelbook::compare
