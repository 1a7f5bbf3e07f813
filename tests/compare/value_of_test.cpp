#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/compare/compare.hpp"

#include "support/series_builder.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::compare;
using plan::RollUp;

struct Case {
    const char* name;
    std::vector<PointText> points;
    RollUp over_time;
    plan::Unit unit;
    const char* period;
    std::optional<double> value;
    std::size_t used;  // points the value is made of
    std::optional<double> denominator;
    const char* reason;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

constexpr auto count = plan::Unit::count;
constexpr auto percent = plan::Unit::percent;
constexpr std::nullopt_t none = std::nullopt;

const Case cases[] = {
    {"months are added up",
     {{"2014-04", 1.0}, {"2014-05", 2.0}, {"2014-06", 4.0}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     7.0,
     3,
     none,
     ""},
    {"a figure of the very period wins over its months",
     {{"2014-04", 1.0}, {"2014-05", 2.0}, {"2014-06", 4.0}, {"2014/15 Q1", 9.0}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     9.0,
     1,
     none,
     ""},
    {"quarters make a year",
     {{"2014/15 Q1", 1.0}, {"2014/15 Q2", 2.0}, {"2014/15 Q3", 3.0}, {"2014/15 Q4", 4.0}},
     RollUp::sum,
     count,
     "2014/15",
     10.0,
     4,
     none,
     ""},
    {"quarters and months make a year together",
     {{"2014/15 Q1", 1.0},
      {"2014-07", 2.0},
      {"2014-08", 2.0},
      {"2014-09", 2.0},
      {"2014/15 Q3", 3.0},
      {"2014/15 Q4", 4.0}},
     RollUp::sum,
     count,
     "2014/15",
     14.0,
     6,
     none,
     ""},
    {"a month is missing",
     {{"2014-04", 1.0}, {"2014-06", 4.0}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "May 2014 is missing (not supplied)"},
    {"a month is missing for a reason",
     {{"2014-04", 1.0}, {"2014-05", none, none, "the line was closed."}, {"2014-06", 4.0}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "May 2014 is missing (the line was closed)"},
    {"all months are missing for one reason",
     {{"2014-04", none, none, "not recorded"},
      {"2014-05", none, none, "not recorded"},
      {"2014-06", none, none, "not recorded"}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "not recorded"},
    {"nothing is known", {}, RollUp::sum, count, "2014/15 Q1", none, 0, none, "not supplied"},
    {"the quarter says why its months are not there",
     {{"2014/15 Q1", none, none, "goes to the board in September", Marker::not_released}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "goes to the board in September"},
    {"a suppressed quarter is not made up from its months",
     {{"2014-04", 1.0}, {"2014-05", 2.0}, {"2014-06", 4.0}, {"2014/15 Q1", none, none, "", Marker::suppressed}},
     RollUp::sum,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "suppressed"},
    {"the mean of months",
     {{"2014-04", 1.0}, {"2014-05", 2.0}, {"2014-06", 6.0}},
     RollUp::mean,
     count,
     "2014/15 Q1",
     3.0,
     3,
     none,
     ""},
    {"months and a quarter are not averaged",
     {{"2014/15 Q1", 1.0},
      {"2014-07", 2.0},
      {"2014-08", 2.0},
      {"2014-09", 2.0},
      {"2014/15 Q3", 3.0},
      {"2014/15 Q4", 4.0}},
     RollUp::mean,
     count,
     "2014/15",
     none,
     0,
     none,
     "months and longer periods cannot be averaged together"},
    {"shares are pooled by what they are shares of",
     {{"2014-04", 50.0, 10.0}, {"2014-05", 80.0, 20.0}, {"2014-06", 90.0, 70.0}},
     RollUp::ratio,
     percent,
     "2014/15 Q1",
     84.0,
     3,
     100.0,
     ""},
    {"shares are never added up",
     {{"2014-04", 50.0, 10.0}, {"2014-05", 80.0, 20.0}, {"2014-06", 90.0, 70.0}},
     RollUp::sum,
     percent,
     "2014/15 Q1",
     84.0,
     3,
     100.0,
     ""},
    {"shares of unknown numbers are not pooled",
     {{"2014-04", 50.0, 10.0}, {"2014-05", 80.0}, {"2014-06", 90.0, 70.0}},
     RollUp::ratio,
     percent,
     "2014/15 Q1",
     none,
     0,
     none,
     "the numbers behind the shorter periods were not given, so they cannot be combined"},
    {"shares of nobody are not pooled",
     {{"2014-04", 0.0, 0.0}, {"2014-05", 0.0, 0.0}, {"2014-06", 0.0, 0.0}},
     RollUp::ratio,
     percent,
     "2014/15 Q1",
     none,
     0,
     none,
     "the numbers behind the shorter periods were not given, so they cannot be combined"},
    {"the last month is enough for a level", {{"2014-06", 17.0}}, RollUp::last, count, "2014/15 Q1", 17.0, 1, none, ""},
    {"a level of another month is not",
     {{"2014-05", 17.0}},
     RollUp::last,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "not supplied"},
    {"a rolling year that ends with the quarter",
     {{"2013-07 to 2014-06", 54.6, 700.0}},
     RollUp::last,
     percent,
     "2014/15 Q1",
     54.6,
     1,
     700.0,
     ""},
    {"a point within the period goes before one that reaches back",
     {{"2013-07 to 2014-06", 54.6, 700.0}, {"2014-06", 60.0, 50.0}},
     RollUp::last,
     percent,
     "2014/15 Q1",
     60.0,
     1,
     50.0,
     ""},
    {"nothing is made up where the plan says none",
     {{"2014-04", 1.0}, {"2014-05", 2.0}, {"2014-06", 4.0}},
     RollUp::none,
     count,
     "2014/15 Q1",
     none,
     0,
     none,
     "not supplied"},
};

Series series_from(const std::vector<PointText>& points) {
    Series series;
    for (const PointText& point : points) {
        const Series one = series_of({point});
        series.points.push_back(one.points.front());
    }
    std::sort(series.points.begin(), series.points.end(),
              [](const SeriesPoint& left, const SeriesPoint& right) { return left.period < right.period; });
    return series;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compare)

BOOST_DATA_TEST_CASE(a_period_has_the_value_its_points_give, boost::unit_test::data::make(cases), one) {
    plan::Measure measure;
    measure.unit = one.unit;
    measure.over_time = one.over_time;
    const PeriodValue value = value_of(series_from(one.points), measure, parse_period(one.period).value());
    BOOST_TEST(value.value.has_value() == one.value.has_value());
    if (value.value && one.value) BOOST_TEST(*value.value == *one.value, boost::test_tools::tolerance(1e-12));
    BOOST_TEST((value.denominator == one.denominator));
    BOOST_TEST(value.points.size() == one.used);
    BOOST_TEST(value.reason == one.reason);
    BOOST_TEST((value.value.has_value() || value.marker != Marker::none));
}

BOOST_AUTO_TEST_CASE(money_adds_up_to_the_penny) {
    Series series = series_of({{"2014-04", 0.0}, {"2014-05", 0.0}, {"2014-06", 0.0}});
    for (SeriesPoint& point : series.points) point.value = Pence{10};
    plan::Measure measure;
    measure.unit = plan::Unit::gbp;
    BOOST_TEST(value_of(series, measure, Period::quarter(2014, 1)).value.value() == 0.3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
