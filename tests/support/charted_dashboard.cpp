#include "support/charted_dashboard.hpp"

#include <cmath>
#include <utility>

#include "panelbook/core/chart_type.hpp"

namespace panelbook::tests {

namespace {

constexpr int months_charted = 45;
const Period last_month = Period::month(2020, 6);

plan::Unit unit_of(const std::string& kind) {
    if (kind.starts_with('p') || kind == "share") return plan::Unit::percent;
    if (kind.starts_with('u')) return plan::Unit::rate;
    return kind == "t" ? plan::Unit::days : plan::Unit::count;
}

double level_of(plan::Unit unit) {
    switch (unit) {
        case plan::Unit::percent:
            return 62.0;
        case plan::Unit::rate:
            return 7.5;
        default:
            return 40.0;
    }
}

Series months_of(const std::string& measure, plan::Unit unit) {
    Series series{MeasureId{measure}, AreaId{"force"}, {}};
    const double level = level_of(unit);
    for (int i = 0; i < months_charted; ++i) {
        SeriesPoint point;
        point.period = last_month.shifted(i + 1 - months_charted);
        const double up_or_down = static_cast<double>((i * 7) % 11 - 5) / 5.0;
        double value = level + level * 0.2 * up_or_down;
        if (i == 12) value = level * 1.6;
        point.value = unit == plan::Unit::count ? std::round(value) : value;
        if (unit == plan::Unit::percent || unit == plan::Unit::rate) point.denominator = 900.0 + 35.0 * ((i * 5) % 13);
        if (i == 20) {
            point.value.reset();
            point.marker = Marker::not_supplied;
        }
        point.where = {{"force/charted.xlsx", std::string(64, 'b'), "Return", {static_cast<std::uint32_t>(i) + 4, 3}}};
        point.source = SourceId{"crime"};
        point.known_on = Date(2020, 7, 20);
        series.points.push_back(std::move(point));
    }
    return series;
}

plan::Measure measure_of(const std::string& id, plan::Unit unit) {
    plan::Measure measure;
    measure.id = MeasureId{id};
    measure.priority = PriorityId{"1"};
    measure.kpi = "9";
    measure.name = "Figures of " + id;
    measure.unit = unit;
    measure.good = plan::Good::down;
    measure.over_time = unit == plan::Unit::percent ? plan::RollUp::ratio : plan::RollUp::mean;
    measure.chart = true;
    measure.on_tile = false;
    measure.rate_per = 1000.0;
    if (unit == plan::Unit::percent) measure.target = 95.0;
    if (unit == plan::Unit::days) measure.target = 41.0;
    return measure;
}

void add(SmallDashboard& dashboard, const std::string& kind, std::optional<ChartType> type) {
    const plan::Unit unit = unit_of(kind);
    plan::Measure measure = measure_of("chart-" + kind, unit);
    measure.chart_type = type;
    dashboard.plan.measures.push_back(measure);
    dashboard.plan.resets.push_back({measure.id, {}, Period::month(2018, 12), "counted in another way"});
    dashboard.consolidated.series.push_back(months_of(measure.id.text, unit));
}

}  // namespace

SmallDashboard charted_dashboard(const std::string& rule_set) {
    SmallDashboard dashboard = small_dashboard();
    dashboard.plan.settings.rule_set = rule_set;
    for (const std::string_view word : chart_type_words())
        if (word != "mr") add(dashboard, std::string(word), chart_type_from_word(word));
    add(dashboard, "count", std::nullopt);
    add(dashboard, "share", std::nullopt);
    add(dashboard, "us", std::nullopt);

    Series rare = months_of("rare", plan::Unit::count);
    for (std::size_t i = 0; i < rare.points.size(); ++i)
        if (rare.points[i].value) rare.points[i].value = i == 40 ? 6.0 : static_cast<double>((i * i) % 7 % 4);
    Series fresh = months_of("new", plan::Unit::count);
    fresh.points.erase(fresh.points.begin(), fresh.points.end() - 9);
    Series same = months_of("same", plan::Unit::count);
    for (SeriesPoint& point : same.points)
        if (point.value) point.value = 3.0;
    for (Series* series : {&rare, &fresh, &same}) {
        dashboard.plan.measures.push_back(measure_of(series->measure.text, plan::Unit::count));
        dashboard.consolidated.series.push_back(std::move(*series));
    }
    return dashboard;
}

}  // namespace panelbook::tests
