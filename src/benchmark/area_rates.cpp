#include "area_rates.hpp"

#include <cmath>

#include "panelbook/compare/tests_of_change.hpp"

namespace panelbook::benchmark {

namespace {

constexpr double thousand_people = 1000.0;

bool whole_count(double value) {
    return value >= 0.0 && value <= 9e15 && value == std::floor(value);
}

std::optional<Interval> interval_of(const Standing& standing, const plan::Measure& measure, double per,
                                    double confidence) {
    const double value = *standing.figure.value;
    if (measure.unit == plan::Unit::count && whole_count(value))
        return rate_interval(static_cast<std::uint64_t>(value), *standing.population, per, confidence);
    const double n = standing.figure.denominator.value_or(0.0);
    if (measure.unit == plan::Unit::percent && n > 0.0 && value >= 0.0 && value <= 100.0) {
        const Interval share = compare::wilson(value / 100.0 * n, n, confidence);
        return Interval{100.0 * share.lower, 100.0 * share.upper};
    }
    return std::nullopt;
}

}  // namespace

double per_of(const plan::Measure& measure) {
    if (measure.unit == plan::Unit::count) return thousand_people;
    return measure.unit == plan::Unit::gbp ? 1.0 : 0.0;
}

std::variant<Standing, std::string> standing_of(const std::vector<Series>& series, const plan::Measure& measure,
                                                const plan::Area& area, Period period, double confidence) {
    const Series* one = find_series(series, measure.id, area.id);
    if (!one) return std::string("no figures are sent");
    Standing standing;
    standing.area = area.id;
    standing.figure = compare::value_of(*one, measure, period);
    if (!standing.figure.value)
        return standing.figure.reason.empty() ? std::string("no figure") : standing.figure.reason;
    const double per = per_of(measure);
    standing.rate = *standing.figure.value;
    if (per > 0.0) {
        if (area.population.value_or(0.0) <= 0.0) return std::string("the plan gives no population");
        standing.population = area.population;
        standing.rate = *standing.figure.value / *area.population * per;
    }
    standing.interval = interval_of(standing, measure, per, confidence);
    return standing;
}

}  // namespace panelbook::benchmark
