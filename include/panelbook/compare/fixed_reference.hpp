#pragma once

#include "panelbook/compare/compare.hpp"

namespace panelbook::compare {

/// The interval of a ratio as one of a per cent change.
Interval as_per_cent(const Interval& ratio);

/// Sets difference, direction and per cent change of a comparison with both values.
void work_out_change(Comparison& comparison, const plan::Measure& measure);

/// Completes a comparison of a figure of `series` with a reference that is known and not sampled, such as a target or
/// a national figure: change, test, interval, verdict. A count is tested by the quasi-Poisson test of one total with
/// the dispersion of the last 24 months, or exactly where it or its reference is small; a share by its Wilson interval.
/// `no_difference` says in one clause why an untested difference is amber.
void test_against_fixed(Comparison& comparison, const Series& series, const plan::Measure& measure,
                        const plan::Settings& settings, const char* no_difference);

}  // namespace panelbook::compare
