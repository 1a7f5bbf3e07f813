#include "panelbook/spc/false_alarms.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include "panelbook/spc/point_class.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t simulated_series = 2000;
constexpr std::uint64_t seed = 20200629;

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014. The same on every machine, as
/// the generators and distributions of the standard library need not be.
class Generator {
public:
    explicit Generator(std::uint64_t state) : m_state(state) {}

    /// Above 0 and below 1.
    double uniform() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t bits = m_state;
        bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
        bits ^= bits >> 31U;
        return (static_cast<double>(bits >> 11U) + 0.5) * 0x1.0p-53;
    }

    /// Two normal values (Box and Muller, Annals of Mathematical Statistics 29, 1958).
    std::array<double, 2> normal() {
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        const double angle = 2.0 * std::numbers::pi * uniform();
        return {radius * std::cos(angle), radius * std::sin(angle)};
    }

private:
    std::uint64_t m_state;
};

void fill(std::vector<std::optional<double>>& values, Generator& generator) {
    for (std::size_t i = 0; i < values.size(); i += 2) {
        const auto two = generator.normal();
        values[i] = two[0];
        if (i + 1 < values.size()) values[i + 1] = two[1];
    }
}

bool signals(const ControlChart& chart) {
    return chart.latest == Class::exception || chart.latest == Class::step_shift || chart.latest == Class::trend ||
           chart.latest == Class::pattern;
}

bool signals_anywhere(const ControlChart& chart) {
    return chart.segments.front().runs.signal ||
           std::any_of(chart.points.begin(), chart.points.end(),
                       [&](const ChartPoint& point) { return signal_of(point, chart.rules).rule.has_value(); });
}

/// Charts with denominators, of counts and of times are taken for charts of single values.
ChartType simulated_as(ChartType type) {
    return type == ChartType::run || type == ChartType::xmr ? type : ChartType::individuals;
}

}  // namespace

FalseAlarms false_alarms(const RuleSet& rules, ChartType type, std::size_t months) {
    if (months < static_cast<std::size_t>(std::max(2, rules.minimum_points))) return {};
    Generator generator(seed);
    std::vector<std::optional<double>> values(months);
    std::size_t latest = 0;
    std::size_t any = 0;
    for (std::size_t series = 0; series < simulated_series; ++series) {
        fill(values, generator);
        const ControlChart chart = chart_points({values, {}, {}, {}}, simulated_as(type), {}, rules);
        latest += signals(chart) ? 1U : 0U;
        any += signals_anywhere(chart) ? 1U : 0U;
    }
    constexpr auto all = static_cast<double>(simulated_series);
    return {static_cast<double>(latest) / all, static_cast<double>(any) / all};
}

ExpectedAlarms expected_alarms(std::span<const ControlChart> charts) {
    // The charts of one dashboard differ in rule set parameters by nothing but its type and length.
    std::map<std::tuple<std::string, int, int, ChartType, std::size_t>, FalseAlarms> known;
    const auto alarms = [&known](const ControlChart& chart, std::size_t months) {
        const RuleSet& rules = chart.rules;
        const auto [found, added] = known.try_emplace(
            {rules.name, rules.shift_points, rules.trend_changes, simulated_as(chart.type), months}, FalseAlarms{});
        if (added) found->second = false_alarms(rules, chart.type, months);
        return found->second;
    };
    ExpectedAlarms expected;
    for (const ControlChart& chart : charts) {
        if (chart.latest == Class::not_assessed) continue;
        ++expected.charts;
        double none = 1.0;
        for (const Segment& segment : chart.segments)
            if (segment.assessable != Assessable::no) none *= 1.0 - alarms(chart, segment.present).any;
        expected.any += 1.0 - none;
        expected.latest += alarms(chart, chart.segments.back().present).latest;
    }
    return expected;
}

}  // namespace panelbook::spc
