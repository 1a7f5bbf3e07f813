#include "panelbook/spc/limits.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace panelbook::spc {

namespace {

// A spread below this share of the largest value is what rounding leaves of equal values, not variation.
constexpr double rounding_share = 1e-12;

std::vector<double> present_values(std::span<const std::optional<double>> values) {
    std::vector<double> present;
    present.reserve(values.size());
    for (const auto& value : values)
        if (value) present.push_back(*value);
    return present;
}

bool varies(double sd, std::span<const double> values) {
    double largest = 0.0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    return std::isfinite(sd) && sd > rounding_share * largest;
}

std::string months(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "month" : "months");
}

}  // namespace

std::optional<double> mean_of(std::span<const double> values) {
    if (values.empty()) return std::nullopt;
    const auto n = static_cast<long double>(values.size());
    long double sum = 0.0L;
    for (const double value : values) sum += value;
    const long double first_pass = sum / n;
    long double left = 0.0L;
    for (const double value : values) left += value - first_pass;
    return static_cast<double>(first_pass + left / n);
}

std::optional<double> sample_sd(std::span<const double> values) {
    if (values.size() < 2) return std::nullopt;
    const double mean = *mean_of(values);
    long double squares = 0.0L;
    for (const double value : values) {
        const long double difference = static_cast<long double>(value) - mean;
        squares += difference * difference;
    }
    return std::sqrt(static_cast<double>(squares / static_cast<long double>(values.size() - 1)));
}

Segment segment_limits(std::span<const std::optional<double>> values, const Clamp& clamp, const RuleSet& rules) {
    const auto present = present_values(values);
    Segment segment;
    segment.count = values.size();
    segment.present = present.size();
    segment.centre = mean_of(present).value_or(0.0);
    segment.sd = sample_sd(present).value_or(0.0);

    const auto clamped = [&](double limit) {
        if (clamp.low) limit = std::max(limit, *clamp.low);
        if (clamp.high) limit = std::min(limit, *clamp.high);
        return limit;
    };
    segment.lower = clamped(segment.centre - rules.limit_sigmas * segment.sd);
    segment.upper = clamped(segment.centre + rules.limit_sigmas * segment.sd);
    segment.near_lower = clamped(segment.centre - rules.near_sigmas * segment.sd);
    segment.near_upper = clamped(segment.centre + rules.near_sigmas * segment.sd);

    if (present.empty()) {
        segment.why = "no month has a figure";
    } else if (present.size() < static_cast<std::size_t>(rules.minimum_points)) {
        segment.why = fmt::format("only {} {} a figure: at least {} are needed", months(present.size()),
                                  present.size() == 1 ? "has" : "have", rules.minimum_points);
    } else if (!varies(segment.sd, present)) {
        segment.why = "every month has the same figure, so no limits can be drawn";
    } else if (present.size() < static_cast<std::size_t>(rules.trial_points)) {
        segment.assessable = Assessable::trial;
        segment.why = fmt::format("the limits are on trial: they rest on {} only", months(present.size()));
    } else {
        segment.assessable = Assessable::yes;
    }
    return segment;
}

}  // namespace panelbook::spc
