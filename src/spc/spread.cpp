#include "spread.hpp"

#include <algorithm>
#include <cmath>

#include "panelbook/spc/averages.hpp"

namespace panelbook::spc {

namespace {

constexpr double d2 = 1.128;  // of two points, as qcc and qicharts2 round it
constexpr double range_multiplier = 3.267;
constexpr double small_mean = 10.0;  // a count below it is not near enough to normal
constexpr double small_share = 5.0;  // nor a share with fewer of either kind

bool set_sigma(Segment& segment, std::optional<double> sigma) {
    segment.sigma = sigma.value_or(0.0);
    return sigma.has_value();
}

bool set_by_moving_range(Segment& segment, std::span<const double> ranges, SigmaMethod method, bool screen) {
    segment.method = method;
    segment.screened = screen;
    segment.mean_moving_range = mean_moving_range(ranges, screen);
    if (!segment.mean_moving_range) return false;
    segment.sigma = method == SigmaMethod::mean_moving_range ? *segment.mean_moving_range * (xmr_multiplier / 3.0)
                                                             : *segment.mean_moving_range / d2;
    return true;
}

bool set_individuals(Segment& segment, const BaselineValues& baseline, SigmaOfValues of, const Clamp& clamp,
                     const RuleSet& rules) {
    segment.middle = segment.centre = mean_of(baseline.drawn).value_or(0.0);
    if (rules.holds_limits) segment.held = clamp;
    switch (of) {
        case SigmaOfValues::sample_sd:
            segment.method = SigmaMethod::sample_sd;
            return set_sigma(segment, sample_sd(baseline.drawn));
        case SigmaOfValues::sample_sd_over_c4: {
            segment.method = SigmaMethod::sample_sd_over_c4;
            const auto sd = sample_sd(baseline.drawn);
            return set_sigma(segment, sd ? std::optional(*sd / c4(baseline.drawn.size())) : std::nullopt);
        }
        case SigmaOfValues::moving_range:
            return set_by_moving_range(segment, moving_ranges(baseline.in_order), SigmaMethod::moving_range,
                                       rules.screen);
        case SigmaOfValues::mean_moving_range:
            break;
    }
    segment.multiplier = xmr_multiplier * (rules.limit_sigmas / 3.0);
    return set_by_moving_range(segment, moving_ranges(baseline.in_order), SigmaMethod::mean_moving_range, rules.screen);
}

/// The mean moving range of the points in units of their binomial or Poisson standard deviation: Laney's sigma z is
/// this over d2.
std::optional<double> mean_range_in_units(const Segment& segment, const BaselineValues& baseline, bool screen) {
    std::vector<std::optional<double>> in_units(baseline.in_order.size());
    for (std::size_t i = 0; i < in_units.size(); ++i)
        if (baseline.in_order[i])
            in_units[i] = (*baseline.in_order[i] - segment.centre) /
                          (segment.sigma / std::sqrt(*baseline.denominators_in_order[i]));
    return mean_moving_range(moving_ranges(in_units), screen);
}

bool set_ratio(Segment& segment, const BaselineValues& baseline, ChartType type, const RuleSet& rules) {
    const bool share = type == ChartType::p || type == ChartType::p_prime;
    segment.method = share ? SigmaMethod::binomial : SigmaMethod::poisson;
    segment.varies = true;
    segment.held = share ? Clamp{0.0, 1.0} : Clamp{0.0, {}};
    long double counts = 0.0L;
    long double of = 0.0L;
    for (std::size_t i = 0; i < baseline.drawn.size(); ++i) {
        counts += static_cast<long double>(baseline.drawn[i]) * static_cast<long double>(baseline.denominators[i]);
        of += static_cast<long double>(baseline.denominators[i]);
    }
    if (baseline.drawn.empty()) return false;
    segment.middle = segment.centre = static_cast<double>(counts / of);
    const double variance = share ? segment.centre * (1.0 - segment.centre) : segment.centre;
    const bool widened = type == ChartType::p_prime || type == ChartType::u_prime;
    if (!(variance > 0.0)) return set_sigma(segment, 0.0) && !widened;
    segment.sigma = std::sqrt(variance);

    const double usual = static_cast<double>(of) / static_cast<double>(baseline.drawn.size());
    const bool small = share ? usual * std::min(segment.centre, 1.0 - segment.centre) < small_share
                             : usual * segment.centre < small_mean;
    if (!widened) {
        segment.exact = small && rules.exact_small_counts;
        return true;
    }
    segment.screened = rules.screen;
    segment.mean_moving_range = mean_range_in_units(segment, baseline, rules.screen);
    if (!segment.mean_moving_range) return false;
    const double by = *segment.mean_moving_range / d2;
    segment.sigma_z = small && rules.widens_only ? std::max(1.0, by) : by;
    segment.sigma *= segment.sigma_z;
    return true;
}

bool set_counts(Segment& segment, const BaselineValues& baseline, const RuleSet& rules) {
    segment.method = SigmaMethod::poisson;
    segment.held.low = 0.0;
    segment.middle = segment.centre = mean_of(baseline.drawn).value_or(0.0);
    segment.exact = rules.exact_small_counts && segment.centre > 0.0 && segment.centre < small_mean;
    return !baseline.drawn.empty() && set_sigma(segment, std::sqrt(std::max(0.0, segment.centre)));
}

bool set_cases_between(Segment& segment, const BaselineValues& baseline, const RuleSet& rules) {
    segment.method = SigmaMethod::geometric;
    segment.held.low = 0.0;
    const double mean = mean_of(baseline.drawn).value_or(0.0);
    const bool without = rules.cases_between == CasesBetween::without_the_event;
    segment.middle = mean;
    segment.centre = without ? median_of(baseline.drawn).value_or(0.0) : mean;
    const double variance = without ? mean * (mean + 1.0) : mean * (mean - 1.0);
    return !baseline.drawn.empty() && set_sigma(segment, std::sqrt(std::max(0.0, variance)));
}

bool set_time_between(Segment& segment, const BaselineValues& baseline, const RuleSet& rules) {
    const auto nearly_normal = [](double time) { return std::pow(time, 1.0 / time_power); };
    std::vector<std::optional<double>> in_order(baseline.in_order.size());
    std::vector<double> present;
    for (std::size_t i = 0; i < in_order.size(); ++i)
        if (baseline.in_order[i]) present.push_back(*(in_order[i] = nearly_normal(*baseline.in_order[i])));
    segment.method = SigmaMethod::time_between;
    segment.middle = mean_of(present).value_or(0.0);
    segment.centre = std::pow(segment.middle, time_power);
    return set_by_moving_range(segment, moving_ranges(in_order), SigmaMethod::time_between, rules.screen);
}

bool set_ranges(Segment& segment, const BaselineValues& baseline) {
    segment.method = SigmaMethod::ranges;
    segment.held.low = 0.0;
    segment.mean_moving_range = mean_of(baseline.drawn);
    segment.centre = segment.mean_moving_range.value_or(0.0);
    segment.sigma = segment.centre * (range_multiplier / 3.0);
    return segment.mean_moving_range.has_value();
}

}  // namespace

BaselineValues baseline_values(const SegmentValues& values) {
    BaselineValues baseline;
    const std::size_t count = values.to - values.from;
    baseline.in_order = values.drawn.subspan(values.from, count);
    if (!values.denominators.empty()) baseline.denominators_in_order = values.denominators.subspan(values.from, count);
    baseline.drawn.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (!baseline.in_order[i]) continue;
        baseline.drawn.push_back(*baseline.in_order[i]);
        if (!values.denominators.empty()) baseline.denominators.push_back(*baseline.denominators_in_order[i]);
    }
    return baseline;
}

bool set_spread(Segment& segment, const BaselineValues& baseline, ChartType type, const Clamp& clamp,
                const RuleSet& rules) {
    segment.multiplier = rules.limit_sigmas;
    switch (type) {
        case ChartType::individuals:
            return set_individuals(segment, baseline, rules.individuals, clamp, rules);
        case ChartType::xmr:
            return set_individuals(segment, baseline, rules.xmr, clamp, rules);
        case ChartType::run:
            segment.middle = segment.centre = median_of(baseline.drawn).value_or(0.0);
            return false;
        case ChartType::p:
        case ChartType::p_prime:
        case ChartType::u:
        case ChartType::u_prime:
            return set_ratio(segment, baseline, type, rules);
        case ChartType::c:
            return set_counts(segment, baseline, rules);
        case ChartType::t:
            return set_time_between(segment, baseline, rules);
        case ChartType::g:
            return set_cases_between(segment, baseline, rules);
        case ChartType::moving_ranges:
            break;
    }
    return set_ranges(segment, baseline);
}

}  // namespace panelbook::spc
