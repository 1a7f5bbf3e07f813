#include "panelbook/spc/exact_limits.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/complement.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

namespace panelbook::spc {

namespace {

using namespace boost::math::policies;
using Real = policy<discrete_quantile<real>>;

/// The least count at or below which lies at least `probability`. The continuous quantile is a beginning only: it is
/// moved to where the sums say.
template <class Distribution>
double least_count(const Distribution& counts, double probability, double most) {
    double count = std::floor(boost::math::quantile(counts, probability));
    while (count > 0.0 && boost::math::cdf(counts, count - 1.0) >= probability) --count;
    while (count < most && boost::math::cdf(counts, count) < probability) ++count;
    return count;
}

/// The least count above which lies at most `tail`.
template <class Distribution>
double greatest_count(const Distribution& counts, double tail, double most) {
    const auto above = [&](double count) { return boost::math::cdf(boost::math::complement(counts, count)); };
    double count = std::floor(boost::math::quantile(boost::math::complement(counts, tail)));
    while (count > 0.0 && above(count - 1.0) <= tail) --count;
    while (count < most && above(count) > tail) ++count;
    return count;
}

}  // namespace

double normal_tail(double sigmas) {
    return boost::math::cdf(boost::math::complement(boost::math::normal(), sigmas));
}

CountLimits poisson_limits(double mean, double tail) {
    const boost::math::poisson_distribution<double, Real> counts(mean);
    return {least_count(counts, tail, HUGE_VAL), greatest_count(counts, tail, HUGE_VAL)};
}

CountLimits binomial_limits(double n, double share, double tail) {
    const double whole = std::max(1.0, std::round(n));
    const boost::math::binomial_distribution<double, Real> counts(whole, share);
    return {least_count(counts, tail, whole), greatest_count(counts, tail, whole)};
}

}  // namespace panelbook::spc
