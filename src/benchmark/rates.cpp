#include "panelbook/benchmark/rates.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

#include "panelbook/compare/tests_of_change.hpp"

namespace panelbook::benchmark {

namespace {

constexpr std::size_t least_others = 3;
// From here on Byar's approximation is as good as the exact interval (APHO Technical Briefing 3, 2008).
constexpr std::uint64_t least_count_for_byar = 10;

double tail_of(double confidence) {
    return (1.0 - confidence / 100.0) / 2.0;
}

}  // namespace

Interval byar_interval(std::uint64_t count, double confidence) {
    const double z =
        boost::math::quantile(boost::math::complement(boost::math::normal_distribution<double>(), tail_of(confidence)));
    const auto end = [z](double events, double side) {
        const double root = 1.0 - 1.0 / (9.0 * events) + side * z / (3.0 * std::sqrt(events));
        return std::max(0.0, events * root * root * root);
    };
    const auto events = static_cast<double>(count);
    return {count == 0 ? 0.0 : end(events, -1.0), end(events + 1.0, 1.0)};
}

Interval rate_interval(std::uint64_t count, double exposure, double per, double confidence) {
    const Interval of_count =
        count < least_count_for_byar ? compare::poisson_interval(count, confidence) : byar_interval(count, confidence);
    return {of_count.lower / exposure * per, of_count.upper / exposure * per};
}

std::optional<Interval> range_of_group(std::span<const double> others, double confidence) {
    if (others.size() < least_others) return std::nullopt;
    const auto n = static_cast<double>(others.size());
    double mean = 0.0;
    for (const double rate : others) {
        if (!(rate > 0.0)) return std::nullopt;
        mean += std::log(rate) / n;
    }
    double squares = 0.0;
    for (const double rate : others) squares += (std::log(rate) - mean) * (std::log(rate) - mean);
    const double spread = std::sqrt(squares / (n - 1.0));
    if (!(spread > 0.0)) return std::nullopt;
    const boost::math::students_t_distribution<double> student(n - 1.0);
    const double half_width = boost::math::quantile(boost::math::complement(student, tail_of(confidence))) * spread *
                              std::sqrt(1.0 + 1.0 / n);
    return Interval{std::exp(mean - half_width), std::exp(mean + half_width)};
}

}  // namespace panelbook::benchmark
