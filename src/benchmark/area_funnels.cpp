#include <boost/math/distributions/normal.hpp>

#include "area_rates.hpp"

namespace panelbook::benchmark {

namespace {

constexpr int year_months = 12;

double normal_quantile(double confidence) {
    return boost::math::quantile(boost::math::normal_distribution<double>(), 0.5 + confidence / 200.0);
}

Interval scaled(const Interval& interval, double by) {
    return {interval.lower * by, interval.upper * by};
}

}  // namespace

std::vector<AreaFunnel> funnels(const std::vector<Series>& series, const plan::Plan& plan, Period period) {
    std::vector<AreaFunnel> all;
    const std::vector<AreaId> parts = plan.parts_of(plan.settings.area);
    if (parts.size() < least_funnel_areas) return all;
    const Period year = Period::ending(period, year_months);
    for (const plan::Measure& measure : plan.measures) {
        const bool share = measure.unit == plan::Unit::percent;
        if (!share && measure.unit != plan::Unit::count) continue;
        AreaFunnel one;
        std::vector<FunnelArea> figures;
        for (const AreaId& part : parts) {
            const auto standing = standing_of(series, measure, *plan.area(part), year, plan.settings.confidence);
            const auto* found = std::get_if<Standing>(&standing);
            const double of = !found ? 0.0 : share ? found->figure.denominator.value_or(0.0) : *found->population;
            if (of <= 0.0) continue;
            figures.push_back({share ? *found->figure.value / 100.0 * of : *found->figure.value, of});
            one.areas.push_back(part);
            one.rates.push_back(found->rate);
        }
        if (figures.size() < least_funnel_areas) continue;
        one.measure = measure.id;
        one.period = year;
        one.per = per_of(measure);
        one.funnel = funnel_of(share ? FunnelKind::proportion : FunnelKind::ratio_of_counts, figures);
        const double unit = share ? 100.0 : one.per;
        for (const FunnelPoint& point : one.funnel.points) {
            const auto limits = [&](double confidence) {
                return scaled(funnel_limits(one.funnel, point.standard_error, one.funnel.tau_squared,
                                            normal_quantile(confidence)),
                              unit);
            };
            one.range_95.push_back(limits(95.0));
            one.range_998.push_back(limits(99.8));
        }
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace panelbook::benchmark
