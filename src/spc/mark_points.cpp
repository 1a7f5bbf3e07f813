#include "mark_points.hpp"

#include "panelbook/spc/alternating.hpp"
#include "panelbook/spc/beyond_limits.hpp"
#include "panelbook/spc/beyond_one_sigma.hpp"
#include "panelbook/spc/four_of_five.hpp"
#include "panelbook/spc/shift.hpp"
#include "panelbook/spc/trend.hpp"
#include "panelbook/spc/two_of_three.hpp"
#include "panelbook/spc/within_one_sigma.hpp"

namespace panelbook::spc {

namespace {

template <class Flag>
void put(std::span<ChartPoint> points, Flag ChartPoint::*where, const std::vector<Flag>& flags) {
    for (std::size_t i = 0; i < points.size(); ++i) points[i].*where = flags[i];
}

void put_limits(std::span<ChartPoint> points, const std::vector<Zone>& outer, const std::vector<Zone>& near) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Zone& limits = zone_of(outer, i);
        const Zone& close = zone_of(near, i);
        points[i].limits = {limits.lower, limits.upper, close.lower, close.upper};
    }
}

}  // namespace

void mark_points(std::span<ChartPoint> points, const Segment& segment, const SegmentValues& values,
                 const RuleSet& rules) {
    if (!segment.has_limits && segment.method != SigmaMethod::none) return;
    const auto outer = zones(segment, values.denominators, rules.limit_sigmas);
    const auto close = zones(segment, values.denominators, rules.near_sigmas);
    put_limits(points, outer, close);
    const auto near = near_limits(values.drawn, outer, close);
    put(points, &ChartPoint::near, near);

    const bool wants_one_sigma =
        rules.has(Rule::four_of_five) || rules.has(Rule::within_one_sigma) || rules.has(Rule::beyond_one_sigma);
    const auto one_sigma = wants_one_sigma ? zones(segment, values.denominators, 1.0) : std::vector<Zone>{};
    for (const Rule rule : rules.rules) {
        switch (rule) {
            case Rule::beyond_limits:
                put(points, &ChartPoint::outside, beyond_limits(values.drawn, outer));
                break;
            case Rule::shift:
                put(points, &ChartPoint::shift,
                    shift(values.drawn, segment.centre, rules.shift_points, rules.marks, rules.on_centre));
                break;
            case Rule::trend:
                put(points, &ChartPoint::trend, trend(values.drawn, rules.trend_changes, rules.marks));
                break;
            case Rule::two_of_three:
                put(points, &ChartPoint::two_of_three, two_of_three(values.drawn, segment.centre, near));
                break;
            case Rule::two_of_three_zone:
                put(points, &ChartPoint::two_of_three,
                    two_of_three_zone(values.drawn, zones(segment, values.denominators, 2.0)));
                break;
            case Rule::four_of_five:
                put(points, &ChartPoint::four_of_five, four_of_five(values.drawn, one_sigma));
                break;
            case Rule::alternating:
                put(points, &ChartPoint::alternating, alternating(values.drawn));
                break;
            case Rule::within_one_sigma:
                put(points, &ChartPoint::within_one_sigma, within_one_sigma(values.drawn, one_sigma));
                break;
            case Rule::beyond_one_sigma:
                put(points, &ChartPoint::beyond_one_sigma, beyond_one_sigma(values.drawn, one_sigma));
                break;
            case Rule::near_limit:
            case Rule::unusual_runs:
                break;
        }
    }
}

}  // namespace panelbook::spc
