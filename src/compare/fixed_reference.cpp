#include "panelbook/compare/fixed_reference.hpp"

#include <algorithm>

#include "judgement.hpp"

namespace panelbook::compare {

namespace {

void test_count(Comparison& comparison, const Series& series, const plan::Settings& settings) {
    const double count = *comparison.current.value;
    const double expected = *comparison.reference.value;
    comparison.small_numbers = std::min(count, expected) < settings.small_count;
    const auto dispersion = dispersion_of(series, comparison.current.period, comparison.current.period.shifted(-12));
    const bool large = dispersion && std::min(count, expected) >= least_total_for_quasi_poisson;
    const OneTotal test = large
                              ? quasi_poisson_against(expected, count, *dispersion, settings.confidence)
                              : exact_poisson_against(expected, static_cast<std::uint64_t>(count), settings.confidence);
    comparison.test = large ? "quasi-Poisson of one total" : "exact Poisson";
    comparison.p_value = test.p_value;
    comparison.interval = as_per_cent(test.ratio);
}

void test_share(Comparison& comparison, const plan::Settings& settings) {
    const double n = *comparison.current.denominator;
    comparison.small_numbers = n < settings.small_sample;
    const Interval share = wilson(*comparison.current.value / 100.0 * n, n, settings.confidence);
    comparison.test = "Wilson";
    comparison.interval =
        Interval{100.0 * share.lower - *comparison.reference.value, 100.0 * share.upper - *comparison.reference.value};
}

std::string why_untested(const Comparison& comparison, const plan::Measure& measure) {
    const double value = *comparison.current.value;
    if (measure.unit == plan::Unit::percent)
        return comparison.current.denominator.value_or(0.0) > 0.0 && is_share(value)
                   ? ""
                   : "the numbers behind the percentage were not given";
    const bool total = measure.over_time != plan::RollUp::last && measure.over_time != plan::RollUp::mean;
    const bool tested =
        measure.unit == plan::Unit::count && total && whole_count(value) && *comparison.reference.value > 0.0;
    return tested ? "" : "no test is made of such a figure against a fixed one";
}

}  // namespace

void test_against_fixed(Comparison& comparison, const Series& series, const plan::Measure& measure,
                        const plan::Settings& settings, const char* no_difference) {
    work_out_change(comparison, measure);
    comparison.why = why_untested(comparison, measure);
    if (!comparison.why.empty()) return;
    if (measure.unit == plan::Unit::count)
        test_count(comparison, series, settings);
    else
        test_share(comparison, settings);
    judge_change(comparison, measure, no_difference);
}

}  // namespace panelbook::compare
