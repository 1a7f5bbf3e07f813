#include <boost/test/unit_test.hpp>

#include "panelbook/spc/chart.hpp"

#include "support/series_builder.hpp"

namespace panelbook::spc {

namespace {

const Period october_2016 = Period::month(2016, 10);
const Period quarter = Period::quarter(2020, 1);

std::vector<std::optional<double>> up_and_down(std::size_t months, double about) {
    std::vector<std::optional<double>> values;
    for (std::size_t i = 0; i < months; ++i) values.emplace_back(about + (i % 2 == 0 ? -2.0 : 2.0));
    return values;
}

plan::Measure counted() {
    plan::Measure measure;
    measure.id = MeasureId{"measure"};
    measure.good = plan::Good::down;
    return measure;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_AUTO_TEST_CASE(the_window_ends_with_the_period_and_holds_every_month) {
    const Series series = tests::monthly_series(Period::month(2015, 1), up_and_down(70, 100.0));
    const ControlChart chart = chart_series(series, counted(), {}, quarter);
    BOOST_TEST(chart.points.size() == 45u);
    BOOST_TEST((chart.points.front().period == october_2016));
    BOOST_TEST((chart.points.back().period == Period::month(2020, 6)));
    for (const ChartPoint& point : chart.points) BOOST_TEST((series.points[point.series_point].period == point.period));
    BOOST_TEST((chart.latest == Class::stable));
    BOOST_TEST((chart.clamp.low == 0.0));
    BOOST_TEST(!chart.clamp.high.has_value());
}

BOOST_AUTO_TEST_CASE(months_before_the_series_begins_have_no_value) {
    const Series series = tests::monthly_series(Period::month(2019, 4), up_and_down(15, 100.0));
    const ControlChart chart = chart_series(series, counted(), {}, quarter);
    BOOST_TEST(chart.points.size() == 45u);
    BOOST_TEST(!chart.points[29].value.has_value());
    BOOST_TEST(chart.points[30].value.has_value());
    BOOST_TEST(chart.segments.front().present == 15u);
}

BOOST_AUTO_TEST_CASE(a_reset_begins_a_segment_and_gives_its_reason) {
    const Series series = tests::monthly_series(october_2016, up_and_down(45, 100.0));
    plan::Plan plan;
    plan.resets.push_back({MeasureId{"measure"}, std::nullopt, Period::month(2019, 4), "recording changed"});
    plan.resets.push_back({MeasureId{"measure"}, AreaId{"city"}, Period::month(2018, 4), "of another area"});
    plan.resets.push_back({MeasureId{"other"}, std::nullopt, Period::month(2018, 5), "of another measure"});
    plan.resets.push_back({MeasureId{"measure"}, std::nullopt, Period::month(2012, 4), "before the window"});
    const ControlChart chart = chart_series(series, counted(), plan, quarter);
    BOOST_TEST(chart.segments.size() == 2u);
    BOOST_TEST(chart.segments[1].first == 30u);
    BOOST_TEST(chart.segments[1].reset_reason == "recording changed");
    BOOST_TEST(chart.segments[0].reset_reason == "");
}

BOOST_AUTO_TEST_CASE(the_plan_sets_window_and_rules) {
    plan::Plan plan;
    plan.settings.spc_window_months = 24;
    plan.settings.shift_points = 5;
    plan.settings.trend_changes = 4;
    auto values = up_and_down(19, 100.0);
    for (const double value : {105.0, 104.0, 105.0, 104.0, 105.0}) values.emplace_back(value);
    const Series series = tests::monthly_series(Period::month(2018, 7), values);
    const ControlChart chart = chart_series(series, counted(), plan, quarter);
    BOOST_TEST(chart.points.size() == 24u);
    BOOST_TEST((chart.latest == Class::step_shift));
    BOOST_TEST((chart.judgement == Judgement::concern));
}

BOOST_AUTO_TEST_CASE(without_a_latest_figure_the_chart_says_why) {
    auto values = up_and_down(45, 100.0);
    values.back() = std::nullopt;
    Series series = tests::monthly_series(october_2016, values);
    series.points.back().marker = Marker::not_released;
    BOOST_TEST(chart_series(series, counted(), {}, quarter).why == "not released");
    series.points.back().reason = "not yet presented to its board";
    const ControlChart chart = chart_series(series, counted(), {}, quarter);
    BOOST_TEST(chart.why == "not yet presented to its board");
    BOOST_TEST((chart.latest == Class::not_assessed));
    BOOST_TEST((chart.judgement == Judgement::none));

    const Series quarterly = tests::series_of({{"2019/20 Q4", 5.0}, {"2020/21 Q1", 6.0}});
    BOOST_TEST(chart_series(quarterly, counted(), {}, quarter).why == "no monthly figures are sent");
    BOOST_TEST(chart_series(tests::series_of({}), counted(), {}, quarter).why == "not supplied");
}

BOOST_AUTO_TEST_CASE(limits_are_held_to_what_a_unit_can_be) {
    const Series series = tests::monthly_series(october_2016, up_and_down(45, 1.0));
    plan::Measure measure = counted();
    measure.unit = plan::Unit::percent;
    BOOST_TEST((chart_series(series, measure, {}, quarter).clamp.high == 100.0));
    measure.maximum = 150.0;
    BOOST_TEST((chart_series(series, measure, {}, quarter).clamp.high == 150.0));
    measure.unit = plan::Unit::gbp;
    BOOST_TEST(!chart_series(series, measure, {}, quarter).clamp.low.has_value());
    measure.unit = plan::Unit::hours;
    measure.minimum = -40.0;
    BOOST_TEST((chart_series(series, measure, {}, quarter).clamp.low == -40.0));
    measure.minimum = 10.0;
    BOOST_TEST((chart_series(series, measure, {}, quarter).clamp.low == 0.0));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
