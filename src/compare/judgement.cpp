#include "judgement.hpp"

#include <cmath>

#include "panelbook/compare/fixed_reference.hpp"

namespace panelbook::compare {

namespace {

constexpr int year_months = 12;

struct Months {
    std::vector<double> before;
    std::vector<double> after;
};

/// The months of `after` matched with those `shift` months earlier, where both are known.
Months matched_months(const Series& series, Period after, int shift) {
    Months months;
    for (int month = 0; month < after.months(); ++month) {
        const SeriesPoint* later = series.at(after.month_at(month));
        const SeriesPoint* earlier = series.at(after.month_at(month).shifted(shift));
        if (!later || !earlier || !later->value || !earlier->value) continue;
        months.before.push_back(to_number(*earlier->value));
        months.after.push_back(to_number(*later->value));
    }
    return months;
}

int months_between(Period from, Period to) {
    const auto months = [](Period period) {
        const Date day = period.first_day();
        return static_cast<int>(day.year()) * year_months + day.month().as_number();
    };
    return months(to) - months(from);
}

}  // namespace

bool whole_count(double value) {
    return value >= 0.0 && value <= 9e15 && value == std::floor(value);
}

bool is_share(double value) {
    return value >= 0.0 && value <= 100.0;
}

Interval as_per_cent(const Interval& ratio) {
    return {100.0 * (ratio.lower - 1.0), 100.0 * (ratio.upper - 1.0)};
}

std::optional<Dispersion> dispersion_of(const Series& series, Period current, Period reference) {
    const bool two_years = current.months() == year_months && reference.months() == year_months;
    const int shift = two_years ? months_between(current, reference) : -year_months;
    const Months months = matched_months(series, Period::ending(current, year_months), shift);
    return paired_dispersion(months.before, months.after);
}

void work_out_change(Comparison& comparison, const plan::Measure& measure) {
    const double current = *comparison.current.value;
    const double reference = *comparison.reference.value;
    comparison.difference = current - reference;
    if (current > reference) comparison.direction = Direction::up;
    if (current < reference) comparison.direction = Direction::down;
    if (measure.unit != plan::Unit::percent && reference > 0.0)
        comparison.percent_change = 100.0 * (current - reference) / reference;
}

void judge_change(Comparison& comparison, const plan::Measure& measure, const char* no_difference) {
    const bool up = comparison.interval && comparison.interval->lower > 0.0;
    const bool down = comparison.interval && comparison.interval->upper < 0.0;
    if (measure.good == plan::Good::none) {
        comparison.why = "neither direction is better";
    } else if (comparison.small_numbers) {
        comparison.verdict = Verdict::no_significant_change;
        comparison.why = "the numbers are small";
    } else if (!up && !down) {
        comparison.verdict = Verdict::no_significant_change;
        comparison.why = no_difference;
    } else {
        comparison.verdict = up == (measure.good == plan::Good::up) ? Verdict::better : Verdict::worse;
    }
}

}  // namespace panelbook::compare
