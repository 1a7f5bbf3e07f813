#include "panelbook/spc/limits.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "spread.hpp"

namespace panelbook::spc {

namespace {

// A spread below this share of the largest value is what rounding leaves of equal values, not variation.
constexpr double rounding_share = 1e-12;

bool varies_beyond_rounding(double sigma, std::span<const double> values) {
    double largest = 0.0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    return sigma > rounding_share * largest;
}

std::string months(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "month" : "months");
}

bool same_throughout(std::span<const double> values) {
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

/// What is to be said of the segment, worst first.
void assess(Segment& segment, const BaselineValues& baseline, const RuleSet& rules, bool spread) {
    const bool wants_limits = segment.method != SigmaMethod::none;
    if (baseline.drawn.empty()) {
        segment.why = "no month has a figure";
    } else if (baseline.drawn.size() < static_cast<std::size_t>(rules.minimum_points)) {
        segment.why = fmt::format("only {} {} a figure: at least {} are needed", months(baseline.drawn.size()),
                                  baseline.drawn.size() == 1 ? "has" : "have", rules.minimum_points);
    } else if (wants_limits && !spread) {
        segment.why = same_throughout(baseline.drawn) || !segment.screened
                          ? "every month has the same figure, so no limits can be drawn"
                          : "most months have the same figure, so the limits cannot be assessed";
    } else if (baseline.drawn.size() < static_cast<std::size_t>(rules.trial_points)) {
        segment.assessable = Assessable::trial;
        segment.why = fmt::format(fmt::runtime(wants_limits ? "the limits are on trial: they rest on {} only"
                                                            : "the centre line is on trial: it rests on {} only"),
                                  months(baseline.drawn.size()));
    } else {
        segment.assessable = Assessable::yes;
    }
}

}  // namespace

Segment segment_limits(const SegmentValues& values, ChartType type, const Clamp& clamp, const RuleSet& rules) {
    Segment segment;
    segment.count = values.drawn.size();
    segment.present = static_cast<std::size_t>(
        std::count_if(values.drawn.begin(), values.drawn.end(), [](const auto& value) { return value.has_value(); }));
    const BaselineValues baseline = baseline_values(values);
    segment.rests_on = baseline.drawn.size();
    segment.baseline_count = values.to - values.from;

    const bool has_spread = set_spread(segment, baseline, type, clamp, rules) && std::isfinite(segment.sigma);
    const bool spread = has_spread && varies_beyond_rounding(segment.sigma, baseline.drawn);
    segment.has_limits = segment.method != SigmaMethod::none && (spread || (has_spread && rules.keeps_flags));
    assess(segment, baseline, rules, spread);

    if (!segment.has_limits) {
        segment.lower = segment.upper = segment.near_lower = segment.near_upper = segment.centre;
        return segment;
    }
    const auto last = values.denominators.empty() ? values.denominators : values.denominators.last(1);
    const Zone outer = zones(segment, last, rules.limit_sigmas).front();
    const Zone near = zones(segment, last, rules.near_sigmas).front();
    segment.lower = outer.lower.value_or(segment.centre);
    segment.upper = outer.upper.value_or(segment.centre);
    segment.near_lower = near.lower.value_or(segment.centre);
    segment.near_upper = near.upper.value_or(segment.centre);
    return segment;
}

}  // namespace panelbook::spc
