#pragma once

#include "panelbook/compare/compare.hpp"
#include "panelbook/compare/tests_of_change.hpp"

/// What comparisons with another period and with a fixed figure share.
namespace panelbook::compare {

// Below this the large-sample formula of the quasi-Poisson test does not hold (statistics.md 7).
inline constexpr double least_total_for_quasi_poisson = 20.0;

bool whole_count(double value);
/// Whether a percentage can be a share.
bool is_share(double value);
/// How much the months of a series vary beyond chance: of the two sides where they are two whole years, else of the
/// last 24 months.
std::optional<Dispersion> dispersion_of(const Series& series, Period current, Period reference);

/// Sets the verdict of a tested comparison from the interval of its change; `no_difference` says why it is amber.
void judge_change(Comparison& comparison, const plan::Measure& measure, const char* no_difference);

/// The year to date of what is added up, else `period`, against the plan's target.
Comparison compare_with_target(const Series& series, const plan::Measure& measure, Period period,
                               const plan::Settings& settings);

}  // namespace panelbook::compare
