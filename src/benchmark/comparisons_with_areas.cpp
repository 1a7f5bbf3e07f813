#include <algorithm>
#include <fmt/format.h>

#include "panelbook/compare/fixed_reference.hpp"

#include "area_rates.hpp"

namespace panelbook::benchmark {

namespace {

using compare::Comparison;

constexpr int year_months = 12;

/// The comparison before its reference is known.
Comparison begun(const plan::Measure& measure, const plan::Plan& plan, plan::Basis basis, Period period) {
    Comparison comparison;
    comparison.measure = measure.id;
    comparison.area = plan.settings.area;
    comparison.basis = basis;
    comparison.current.period = period;
    comparison.reference.period = period;
    return comparison;
}

/// What the plan's own area would have at this rate.
double at_rate(double rate, const Standing& own, double per) {
    return per > 0.0 ? rate * *own.population / per : rate;
}

Comparison with_group(const Benchmark& benchmark, const plan::Measure& measure, const plan::Plan& plan) {
    const Standing& own = benchmark.areas[benchmark.own];
    Comparison comparison = begun(measure, plan, plan::Basis::similar_group, benchmark.period);
    comparison.current = own.figure;
    comparison.reference.value = at_rate(benchmark.group_mean, own, benchmark.per);
    compare::work_out_change(comparison, measure);
    comparison.verdict = benchmark.verdict;
    comparison.small_numbers = benchmark.small_numbers;
    comparison.why = benchmark.why;
    if (!benchmark.range_95) return comparison;
    comparison.test = "range of the group";
    if (measure.unit == plan::Unit::percent)
        comparison.interval = Interval{own.rate - benchmark.range_95->upper, own.rate - benchmark.range_95->lower};
    else
        comparison.interval =
            compare::as_per_cent({own.rate / benchmark.range_95->upper, own.rate / benchmark.range_95->lower});
    return comparison;
}

Comparison with_national(const std::vector<Series>& series, const plan::Measure& measure, const plan::Plan& plan,
                         const plan::Area& own_area, const plan::Area& national_area, Period period) {
    Comparison comparison = begun(measure, plan, plan::Basis::national, period);
    const auto own = standing_of(series, measure, own_area, period, plan.settings.confidence);
    const auto national = standing_of(series, measure, national_area, period, plan.settings.confidence);
    if (const auto* why = std::get_if<std::string>(&own)) {
        comparison.current.reason = *why;
        comparison.why = fmt::format("there is no figure for {}", period.words());
        return comparison;
    }
    comparison.current = std::get<Standing>(own).figure;
    if (const auto* why = std::get_if<std::string>(&national)) {
        comparison.reference.reason = *why;
        comparison.why = "there is no national figure";
        return comparison;
    }
    comparison.reference.value = at_rate(std::get<Standing>(national).rate, std::get<Standing>(own), per_of(measure));
    const Series* one = find_series(series, measure.id, own_area.id);
    compare::test_against_fixed(comparison, *one, measure, plan.settings,
                                "the distance is no larger than chance would explain");
    return comparison;
}

}  // namespace

std::vector<Comparison> comparisons_with_areas(const std::vector<Benchmark>& benchmarks,
                                               const std::vector<Series>& series, const plan::Plan& plan,
                                               Period period) {
    std::vector<Comparison> all;
    const plan::Area* own = plan.area(plan.settings.area);
    const auto country = std::find_if(plan.areas.begin(), plan.areas.end(),
                                      [](const plan::Area& area) { return area.kind == "national"; });
    const Period year = Period::ending(period, year_months);
    for (const plan::Measure& measure : plan.measures) {
        for (const plan::Basis basis : measure.comparisons) {
            if (basis == plan::Basis::similar_group) {
                const auto found = std::find_if(benchmarks.begin(), benchmarks.end(),
                                                [&](const Benchmark& one) { return one.measure == measure.id; });
                all.push_back(found == benchmarks.end() ? begun(measure, plan, basis, year)
                                                        : with_group(*found, measure, plan));
                if (found == benchmarks.end()) {
                    all.back().reference.reason = "no area of the most similar group has a figure";
                    all.back().why = all.back().reference.reason;
                }
            } else if (basis == plan::Basis::national) {
                if (own && country != plan.areas.end()) {
                    all.push_back(with_national(series, measure, plan, *own, *country, year));
                } else {
                    all.push_back(begun(measure, plan, basis, year));
                    all.back().why = all.back().reference.reason = "the plan has no area of kind national";
                }
            }
        }
    }
    return all;
}

}  // namespace panelbook::benchmark
