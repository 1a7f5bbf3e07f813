#include "panelbook/compare/tests_of_change.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace panelbook::compare {

namespace {

using Binomial = boost::math::binomial_distribution<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();
// Outcomes as likely as the one seen, but for rounding, count as no likelier (R, binom.test).
constexpr double tie_tolerance = 1.0 + 1e-7;
constexpr std::size_t least_pairs = 3;

double tail_of(double confidence) {
    return (1.0 - confidence / 100.0) / 2.0;
}

/// How many outcomes of first..last are no likelier than `limit`, where likelihood only falls from first to last.
/// `first` may be either end of the range.
std::uint64_t count_unlikely(const Binomial& outcomes, std::uint64_t first, std::uint64_t last, double limit) {
    const bool upwards = first <= last;
    const std::uint64_t size = (upwards ? last - first : first - last) + 1;
    std::uint64_t likely = 0;
    std::uint64_t end = size;
    while (likely < end) {
        const std::uint64_t middle = likely + (end - likely) / 2;
        const std::uint64_t outcome = upwards ? first + middle : first - middle;
        if (boost::math::pdf(outcomes, static_cast<double>(outcome)) > limit)
            likely = middle + 1;
        else
            end = middle;
    }
    return size - likely;
}

/// P(X <= count), which is 0 below 0.
double lower_tail(const Binomial& outcomes, double count) {
    return count < 0.0 ? 0.0 : boost::math::cdf(outcomes, count);
}

/// P(X > count), which is 1 below 0.
double upper_tail(const Binomial& outcomes, double count) {
    return count < 0.0 ? 1.0 : boost::math::cdf(boost::math::complement(outcomes, count));
}

double two_sided(std::uint64_t count, std::uint64_t total, double share) {
    const Binomial outcomes(static_cast<double>(total), share);
    const double seen = static_cast<double>(count);
    const double expected = static_cast<double>(total) * share;
    if (seen == expected) return 1.0;
    const double limit = boost::math::pdf(outcomes, seen) * tie_tolerance;
    double p = 1.0;
    if (seen < expected) {
        const auto from = static_cast<std::uint64_t>(std::ceil(expected));
        const auto unlikely = from > total ? 0 : count_unlikely(outcomes, from, total, limit);
        p = lower_tail(outcomes, seen) + upper_tail(outcomes, static_cast<double>(total - unlikely));
    } else {
        const auto unlikely = count_unlikely(outcomes, static_cast<std::uint64_t>(std::floor(expected)), 0, limit);
        p = lower_tail(outcomes, static_cast<double>(unlikely) - 1.0) + upper_tail(outcomes, seen - 1.0);
    }
    return std::min(1.0, p);
}

/// Clopper and Pearson's interval of a binomial share.
Interval clopper_pearson(std::uint64_t count, std::uint64_t total, double confidence) {
    const auto trials = static_cast<double>(total);
    const auto successes = static_cast<double>(count);
    const double tail = tail_of(confidence);
    return {Binomial::find_lower_bound_on_p(trials, successes, tail),
            Binomial::find_upper_bound_on_p(trials, successes, tail)};
}

}  // namespace

ExactTest exact_binomial(std::uint64_t count, double exposure, std::uint64_t reference_count, double reference_exposure,
                         double confidence) {
    const std::uint64_t total = count + reference_count;
    if (total == 0) return {};
    const double share = exposure / (exposure + reference_exposure);
    const Interval interval = clopper_pearson(count, total, confidence);
    const auto ratio = [&](double of_total) {
        return of_total >= 1.0 ? infinity : of_total / (1.0 - of_total) * reference_exposure / exposure;
    };
    return {two_sided(count, total, share), Interval{ratio(interval.lower), ratio(interval.upper)}};
}

Interval poisson_interval(std::uint64_t count, double confidence) {
    const double tail = tail_of(confidence);
    const auto events = static_cast<double>(count);
    const double lower = count == 0 ? 0.0 : boost::math::gamma_p_inv(events, tail);
    return {lower, boost::math::gamma_q_inv(events + 1.0, tail)};
}

std::optional<Dispersion> paired_dispersion(std::span<const double> before, std::span<const double> after) {
    double total_before = 0.0;
    double total_after = 0.0;
    for (const double count : before) total_before += count;
    for (const double count : after) total_after += count;
    if (before.size() < least_pairs || total_before <= 0.0 || total_after <= 0.0) return std::nullopt;

    const double total = total_before + total_after;
    double chi_square = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double of_month = before[i] + after[i];
        if (of_month <= 0.0) continue;
        const double expected_before = of_month * total_before / total;
        const double expected_after = of_month * total_after / total;
        chi_square += (before[i] - expected_before) * (before[i] - expected_before) / expected_before;
        chi_square += (after[i] - expected_after) * (after[i] - expected_after) / expected_after;
    }
    const int degrees_of_freedom = static_cast<int>(before.size()) - 1;
    return Dispersion{chi_square / degrees_of_freedom, degrees_of_freedom};
}

QuasiPoisson quasi_poisson(double before, double after, const Dispersion& dispersion, double confidence) {
    const boost::math::students_t_distribution<double> student(dispersion.degrees_of_freedom);
    QuasiPoisson test;
    test.log_ratio = std::log(after / before);
    test.phi = std::max(1.0, dispersion.phi);
    test.standard_error = std::sqrt(test.phi * (1.0 / after + 1.0 / before));
    const double t = std::abs(test.log_ratio) / test.standard_error;
    test.p_value = 2.0 * boost::math::cdf(boost::math::complement(student, t));
    const double half_width =
        boost::math::quantile(boost::math::complement(student, tail_of(confidence))) * test.standard_error;
    test.ratio = {std::exp(test.log_ratio - half_width), std::exp(test.log_ratio + half_width)};
    return test;
}

OneTotal quasi_poisson_against(double expected, double count, const Dispersion& dispersion, double confidence) {
    const boost::math::students_t_distribution<double> student(dispersion.degrees_of_freedom);
    const double log_ratio = std::log(count / expected);
    const double standard_error = std::sqrt(std::max(1.0, dispersion.phi) / count);
    const double half_width =
        boost::math::quantile(boost::math::complement(student, tail_of(confidence))) * standard_error;
    const double t = std::abs(log_ratio) / standard_error;
    return {2.0 * boost::math::cdf(boost::math::complement(student, t)),
            {std::exp(log_ratio - half_width), std::exp(log_ratio + half_width)}};
}

OneTotal exact_poisson_against(double expected, std::uint64_t count, double confidence) {
    const boost::math::poisson_distribution<double> outcomes(expected);
    const auto seen = static_cast<double>(count);
    const double at_most = boost::math::cdf(outcomes, seen);
    const double at_least = count == 0 ? 1.0 : boost::math::cdf(boost::math::complement(outcomes, seen - 1.0));
    const Interval interval = poisson_interval(count, confidence);
    return {std::min(1.0, 2.0 * std::min(at_most, at_least)), {interval.lower / expected, interval.upper / expected}};
}

double worst_case_margin(double n, double confidence, std::optional<double> population) {
    const double z =
        boost::math::quantile(boost::math::complement(boost::math::normal_distribution<double>(), tail_of(confidence)));
    const double margin = z * std::sqrt(0.25 / n);
    if (!population || *population <= 1.0) return margin;
    return margin * std::sqrt(std::max(0.0, *population - n) / (*population - 1.0));
}

Interval wilson(double successes, double n, double confidence) {
    const double z =
        boost::math::quantile(boost::math::complement(boost::math::normal_distribution<double>(), tail_of(confidence)));
    const double share = successes / n;
    const double centre = share + z * z / (2.0 * n);
    const double half_width = z * std::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    const double divisor = 1.0 + z * z / n;
    return {successes <= 0.0 ? 0.0 : (centre - half_width) / divisor,
            successes >= n ? 1.0 : (centre + half_width) / divisor};
}

Interval newcombe(double successes, double n, double reference_successes, double reference_n, double confidence) {
    const double share = successes / n;
    const double reference = reference_successes / reference_n;
    const Interval of_share = wilson(successes, n, confidence);
    const Interval of_reference = wilson(reference_successes, reference_n, confidence);
    const double difference = share - reference;
    return {difference - std::hypot(share - of_share.lower, of_reference.upper - reference),
            difference + std::hypot(of_share.upper - share, reference - of_reference.lower)};
}

}  // namespace panelbook::compare
