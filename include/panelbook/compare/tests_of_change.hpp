#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "panelbook/compare/compare.hpp"

namespace panelbook::compare {

/// Confidence is in per cent everywhere here: 95.0.

struct ExactTest {
    double p_value = 1.0;           ///< two-sided
    std::optional<Interval> ratio;  ///< of the rates; the upper end is infinite where the reference count is 0
};

/// The conditional exact test of two Poisson counts over given exposures: given their total, the first is binomial.
/// The two-sided p-value sums all outcomes no likelier than the one seen ("minlike", with R's tolerance of 1e-7), the
/// interval of the ratio is Clopper and Pearson's; so p-value and interval can disagree, as in R's poisson.test()
/// (Przyborowski and Wilenski 1940). No interval for two counts of 0.
ExactTest exact_binomial(std::uint64_t count, double exposure, std::uint64_t reference_count, double reference_exposure,
                         double confidence);

/// The exact interval of the mean of one Poisson count (Garwood 1936), as R's poisson.test().
Interval poisson_interval(std::uint64_t count, double confidence);

/// How much more counts vary than chance alone would have them.
struct Dispersion {
    double phi =
        1.0;  ///< Pearson chi-square over its degrees of freedom; 1 for pure chance; below 1 is not floored here
    int degrees_of_freedom = 0;
};

/// Of two years month by month, each month of one matched with the same month of the other, so that the season drops
/// out: the expected count is row total x column total / total (statistics.md 7). `before` and `after` are of one
/// length. Nothing for fewer than 3 pairs, or where one side is all 0.
std::optional<Dispersion> paired_dispersion(std::span<const double> before, std::span<const double> after);

struct QuasiPoisson {
    double log_ratio = 0.0;
    double phi = 1.0;             ///< floored at 1
    double standard_error = 0.0;  ///< of the log ratio
    double p_value = 1.0;
    Interval ratio;
};

/// The quasi-Poisson test of two totals with a dispersion found beforehand:
/// t = ln(after / before) / sqrt(phi (1 / after + 1 / before)) on the dispersion's degrees of freedom (McCullagh and
/// Nelder 1989, 6.2.3; statistics.md 7). Both totals are above 0.
QuasiPoisson quasi_poisson(double before, double after, const Dispersion& dispersion, double confidence);

/// One total against a fixed expectation, in the two ways of above: t = ln(count / expected) / sqrt(phi / count), and
/// the exact Poisson interval (Garwood) with twice the smaller tail as its p-value. `ratio` is that to the expectation.
struct OneTotal {
    double p_value = 1.0;
    Interval ratio;
};
OneTotal quasi_poisson_against(double expected, double count, const Dispersion& dispersion, double confidence);
OneTotal exact_poisson_against(double expected, std::uint64_t count, double confidence);

/// The half-width of a survey's 95% margin at 50%, in shares of 1: it depends on n alone, and is what older reports
/// quote whatever the percentage. With the population it is drawn from, times sqrt((N - n) / (N - 1)).
double worst_case_margin(double n, double confidence, std::optional<double> population = std::nullopt);

/// Wilson's score interval of one share, 0 to 1 (Wilson 1927). `successes` may be a fraction where a share was rounded.
Interval wilson(double successes, double n, double confidence);

/// The interval of the difference of two independent shares, first less second, by the square-and-add of their Wilson
/// intervals: method 10 of Newcombe, Statistics in Medicine 17, 1998.
Interval newcombe(double successes, double n, double reference_successes, double reference_n, double confidence);

}  // namespace panelbook::compare
