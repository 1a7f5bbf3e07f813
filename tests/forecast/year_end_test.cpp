#include "panelbook/forecast/year_end.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "support/series_builder.hpp"

namespace panelbook::forecast {

namespace {

/// Twelve months of about 10 a month for each of four years from April 2010: the year's figure is known beforehand.
Series steady(std::size_t months, std::optional<double> denominator = std::nullopt) {
    const double about[] = {0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 1.5, -1.5, 1.0, -1.0, 0.0};
    std::vector<std::optional<double>> values;
    for (std::size_t i = 0; i < months; ++i)
        values.push_back(10.0 + about[i % 12] + (i / 12 % 2 == 0 ? 0.25 : -0.25) * (i % 3 == 0 ? 1.0 : -0.5));
    Series series = tests::monthly_series(Period::month(2010, 4), values);
    for (SeriesPoint& point : series.points) point.denominator = denominator;
    return series;
}

plan::Measure measure_of(plan::Unit unit, plan::RollUp over_time) {
    plan::Measure measure;
    measure.unit = unit;
    measure.over_time = over_time;
    measure.good = plan::Good::down;
    return measure;
}

struct YearCase {
    const char* name;
    plan::Measure measure;
    double about;  ///< of the year
};
std::ostream& operator<<(std::ostream& out, const YearCase& one) {
    return out << one.name;
}

const YearCase year_cases[] = {
    {"a count is added up", measure_of(plan::Unit::count, plan::RollUp::sum), 120.0},
    {"a mean is averaged", measure_of(plan::Unit::minutes, plan::RollUp::mean), 10.0},
    {"a share is pooled", measure_of(plan::Unit::percent, plan::RollUp::ratio), 10.0},
    {"a share is pooled although the plan adds it up", measure_of(plan::Unit::percent, plan::RollUp::sum), 10.0},
    {"a level is that of March", measure_of(plan::Unit::count, plan::RollUp::last), 10.0},
};

struct ChanceCase {
    const char* name;
    plan::Good good;
    double target;
    double least;
    double most;
};
std::ostream& operator<<(std::ostream& out, const ChanceCase& one) {
    return out << one.name;
}

const ChanceCase chance_cases[] = {
    {"a ceiling far above", plan::Good::down, 150.0, 0.999, 1.0},
    {"a ceiling far below", plan::Good::down, 90.0, 0.0, 0.001},
    {"a floor far below", plan::Good::up, 90.0, 0.999, 1.0},
    {"a floor far above", plan::Good::up, 150.0, 0.0, 0.001},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_DATA_TEST_CASE(the_year_is_made_up_as_the_measure_says, boost::unit_test::data::make(year_cases), one) {
    const Series series = steady(45, 50.0);
    const YearEnd end = year_end(series, one.measure, {}, Period::quarter(2013, 3));
    BOOST_TEST(end.why == "");
    BOOST_TEST(end.months_ahead == 3u);
    BOOST_TEST(end.year.key() == "2013/14");
    BOOST_TEST_REQUIRE(end.outlook.has_value());
    BOOST_TEST(std::abs(end.outlook->expected - one.about) < 0.02 * one.about);
    BOOST_TEST(end.outlook->lower < end.outlook->expected);
    BOOST_TEST(end.outlook->expected < end.outlook->upper);
}

BOOST_AUTO_TEST_CASE(what_is_known_is_certain) {
    const Series series = steady(47);
    const plan::Measure measure = measure_of(plan::Unit::count, plan::RollUp::sum);
    const YearEnd end = year_end(series, measure, {}, Period::month(2014, 2));
    const Outlook& march = end.forecast.steps.at(0);
    BOOST_TEST(end.outlook.value().lower == end.so_far.value() + march.lower);
    BOOST_TEST(end.outlook->upper == *end.so_far + march.upper);
}

BOOST_DATA_TEST_CASE(the_chance_of_a_target_follows_its_direction, boost::unit_test::data::make(chance_cases), one) {
    plan::Measure measure = measure_of(plan::Unit::count, plan::RollUp::sum);
    measure.good = one.good;
    measure.target = one.target;
    const YearEnd end = year_end(steady(45), measure, {}, Period::quarter(2013, 3));
    BOOST_TEST_REQUIRE(end.chance_of_target.has_value());
    BOOST_TEST(*end.chance_of_target >= one.least);
    BOOST_TEST(*end.chance_of_target <= one.most);
}

BOOST_AUTO_TEST_CASE(a_target_at_what_is_expected_is_met_every_other_time) {
    plan::Measure measure = measure_of(plan::Unit::count, plan::RollUp::sum);
    const YearEnd end = year_end(steady(45), measure, {}, Period::quarter(2013, 3));
    BOOST_TEST(!end.chance_of_target.has_value());
    measure.target = end.outlook.value().expected;
    BOOST_TEST(std::abs(year_end(steady(45), measure, {}, Period::quarter(2013, 3)).chance_of_target.value() - 0.5) <
               1e-9);
}

BOOST_AUTO_TEST_CASE(where_there_is_no_outlook_the_reason_is_said) {
    const plan::Measure counted = measure_of(plan::Unit::count, plan::RollUp::sum);
    BOOST_TEST(year_end(steady(48), counted, {}, Period::quarter(2013, 4)).why == "the financial year is complete");
    BOOST_TEST(
        year_end(steady(45), measure_of(plan::Unit::count, plan::RollUp::none), {}, Period::quarter(2013, 3)).why ==
        "its months are not made into a figure of the year");
    BOOST_TEST(
        year_end(steady(45), measure_of(plan::Unit::percent, plan::RollUp::ratio), {}, Period::quarter(2013, 3)).why ==
        "there is no figure for April to December 2013");
    // Twelve months would do for a forecast, but April is not among them.
    Series late = steady(45);
    late.points.erase(late.points.begin(), late.points.begin() + 40);
    BOOST_TEST(year_end(late, counted, {}, Period::quarter(2013, 3)).why ==
               "there are only 5 months, and a forecast needs 12");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast
