#include "panelbook/compare/compare.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "panelbook/compare/fixed_reference.hpp"
#include "panelbook/compare/tests_of_change.hpp"

#include "judgement.hpp"

namespace panelbook::compare {

namespace {

void test_counts(Comparison& comparison, const Series& series, const plan::Settings& settings) {
    const double after = *comparison.current.value;
    const double before = *comparison.reference.value;
    comparison.small_numbers = std::min(after, before) < settings.small_count;

    const auto dispersion = dispersion_of(series, comparison.current.period, comparison.reference.period);
    if (std::min(after, before) >= least_total_for_quasi_poisson && dispersion) {
        const QuasiPoisson test = quasi_poisson(before, after, *dispersion, settings.confidence);
        comparison.test = "month-matched quasi-Poisson";
        comparison.p_value = test.p_value;
        comparison.interval = as_per_cent(test.ratio);
        return;
    }
    const ExactTest test = exact_binomial(static_cast<std::uint64_t>(after), 1.0, static_cast<std::uint64_t>(before),
                                          1.0, settings.confidence);
    comparison.test = "exact binomial";
    comparison.p_value = test.p_value;
    if (test.ratio && before > 0.0) comparison.interval = as_per_cent(*test.ratio);
}

void test_shares(Comparison& comparison, const plan::Settings& settings) {
    const double n = *comparison.current.denominator;
    const double reference_n = *comparison.reference.denominator;
    comparison.small_numbers = std::min(n, reference_n) < settings.small_sample;
    const Interval shares =
        newcombe(*comparison.current.value / 100.0 * n, n, *comparison.reference.value / 100.0 * reference_n,
                 reference_n, settings.confidence);
    comparison.test = "Newcombe";
    comparison.interval = Interval{100.0 * shares.lower, 100.0 * shares.upper};
}

/// Why two figures cannot be tested; empty if they can.
std::string why_untested_count(const Comparison& comparison, const plan::Measure& measure) {
    if (measure.over_time == plan::RollUp::last || measure.over_time == plan::RollUp::mean)
        return "a level is not a count of events, so no test is made";
    if (comparison.current.period.months() != comparison.reference.period.months())
        return "the two periods are not of the same length";
    if (!whole_count(*comparison.current.value) || !whole_count(*comparison.reference.value))
        return "the figures are not whole counts";
    return {};
}

std::string why_untested_share(const Comparison& comparison) {
    if (comparison.current.denominator.value_or(0.0) <= 0.0 || comparison.reference.denominator.value_or(0.0) <= 0.0)
        return "the numbers behind the percentages were not given";
    if (!is_share(*comparison.current.value) || !is_share(*comparison.reference.value))
        return "a percentage outside 0 to 100 is no share";
    return {};
}

std::string why_untested(const Comparison& comparison, const Series& series, const plan::Measure& measure) {
    const auto covered = [&](const PeriodValue& side) {
        return Period::span(series.points[side.points.front()].period, series.points[side.points.back()].period);
    };
    const Period current = covered(comparison.current);
    const Period reference = covered(comparison.reference);
    if (!(reference.last_month() < current.month_at(0)) && !(current.last_month() < reference.month_at(0)))
        return "the two periods have months in common";
    switch (measure.unit) {
        case plan::Unit::count:
            return why_untested_count(comparison, measure);
        case plan::Unit::percent:
            return why_untested_share(comparison);
        case plan::Unit::rate:
            return "no test is made for rates";
        case plan::Unit::seconds:
        case plan::Unit::minutes:
        case plan::Unit::hours:
        case plan::Unit::days:
            return "no test is made for lengths of time";
        case plan::Unit::gbp:
            return "no test is made for amounts of money";
        case plan::Unit::text:
            break;
    }
    return "no test is made for text";
}

PeriodValue reference_value(const Series& series, const plan::Measure& measure, plan::Basis basis, const Sides& sides) {
    PeriodValue value;
    if (sides.reference)
        value = value_of(series, measure, *sides.reference);
    else if (measure.baseline)
        value.period = *measure.baseline;
    // A level or share of which only the baseline's own figure is known is set against that; a total of a whole year is
    // not comparable with that of a part of one.
    const bool own_figure = basis == plan::Basis::baseline_year && measure.baseline && !value.value &&
                            (measure.unit != plan::Unit::count || measure.over_time != plan::RollUp::sum);
    if (own_figure && series.at(*measure.baseline)) value = value_of(series, measure, *measure.baseline);
    if (!value.value && !sides.reference && value.reason.empty())
        value.reason = measure.baseline ? "the baseline has no such months" : "no baseline is given";
    return value;
}

}  // namespace

Comparison compare(const Series& series, const plan::Measure& measure, plan::Basis basis, Period period,
                   const plan::Settings& settings) {
    if (basis == plan::Basis::target) return compare_with_target(series, measure, period, settings);
    const Sides sides = sides_of(basis, measure, period);
    Comparison comparison;
    comparison.measure = series.measure;
    comparison.area = series.area;
    comparison.basis = basis;
    comparison.current = value_of(series, measure, sides.current);
    comparison.reference = reference_value(series, measure, basis, sides);
    if (!comparison.current.value) {
        comparison.why = fmt::format("there is no figure for {}", sides.current.words());
        return comparison;
    }
    if (!comparison.reference.value) {
        comparison.why = sides.reference
                             ? fmt::format("there is no figure for {} to compare with", sides.reference->words())
                             : comparison.reference.reason;
        return comparison;
    }

    work_out_change(comparison, measure);
    comparison.why = why_untested(comparison, series, measure);
    if (!comparison.why.empty()) return comparison;
    if (measure.unit == plan::Unit::count)
        test_counts(comparison, series, settings);
    else
        test_shares(comparison, settings);
    judge_change(comparison, measure, "the change is no larger than chance would explain");
    return comparison;
}

std::vector<Comparison> compare_all(const std::vector<Series>& series, const plan::Plan& plan, Period period) {
    std::map<std::pair<MeasureId, AreaId>, const Series*> by_name;
    for (const Series& one : series) by_name.try_emplace({one.measure, one.area}, &one);
    std::vector<AreaId> areas{plan.settings.area};
    for (const AreaId& part : plan.parts_of(plan.settings.area)) areas.push_back(part);

    std::vector<Comparison> all;
    for (const plan::Measure& measure : plan.measures) {
        std::vector<plan::Basis> bases = measure.comparisons;
        if (measure.status_from && std::find(bases.begin(), bases.end(), *measure.status_from) == bases.end())
            bases.push_back(*measure.status_from);
        for (const plan::Basis basis : bases) {
            if (basis == plan::Basis::similar_group || basis == plan::Basis::national) continue;
            for (const AreaId& area : areas) {
                // The plan's target is that of its own area.
                if (basis == plan::Basis::target && area != plan.settings.area) continue;
                const auto found = by_name.find({measure.id, area});
                if (found != by_name.end()) {
                    all.push_back(compare(*found->second, measure, basis, period, plan.settings));
                } else if (area == plan.settings.area) {
                    all.push_back(compare(Series{measure.id, area, {}}, measure, basis, period, plan.settings));
                }
            }
        }
    }
    return all;
}

}  // namespace panelbook::compare
