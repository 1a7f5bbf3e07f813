// Comparisons with a fixed figure: a target, and the margins of surveys.

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "panelbook/compare/compare.hpp"
#include "panelbook/compare/tests_of_change.hpp"

#include "support/series_builder.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::compare;
using plan::Good;
using plan::RollUp;
using plan::Unit;

struct TargetCase {
    const char* name;
    Unit unit;
    RollUp over_time;
    Good good;
    std::vector<PointText> points;
    std::optional<double> target;
    std::optional<double> reference;
    Verdict verdict;
    const char* test;
    const char* why;
};

std::ostream& operator<<(std::ostream& out, const TargetCase& one) {
    return out << one.name;
}

constexpr const char* by_chance = "the distance to the target is no larger than chance would explain";

// All of April to June 2014: a quarter of the financial year.
const TargetCase target_cases[] = {
    {"a quarter of the year's target",
     Unit::count,
     RollUp::sum,
     Good::down,
     {{"2014/15 Q1", 240.0}},
     800.0,
     200.0,
     Verdict::worse,
     "exact Poisson",
     ""},
    {"fewer where fewer is better",
     Unit::count,
     RollUp::sum,
     Good::down,
     {{"2014/15 Q1", 160.0}},
     800.0,
     200.0,
     Verdict::better,
     "exact Poisson",
     ""},
    {"more where more is better",
     Unit::count,
     RollUp::sum,
     Good::up,
     {{"2014/15 Q1", 240.0}},
     800.0,
     200.0,
     Verdict::better,
     "exact Poisson",
     ""},
    {"close to it",
     Unit::count,
     RollUp::sum,
     Good::down,
     {{"2014/15 Q1", 205.0}},
     800.0,
     200.0,
     Verdict::no_significant_change,
     "exact Poisson",
     by_chance},
    {"few",
     Unit::count,
     RollUp::sum,
     Good::down,
     {{"2014/15 Q1", 2.0}},
     60.0,
     15.0,
     Verdict::no_significant_change,
     "exact Poisson",
     "the numbers are small"},
    {"a share is set against the whole target",
     Unit::percent,
     RollUp::ratio,
     Good::up,
     {{"2014/15 Q1", 90.0, 400.0}},
     80.0,
     80.0,
     Verdict::better,
     "Wilson",
     ""},
    {"a share of few",
     Unit::percent,
     RollUp::ratio,
     Good::up,
     {{"2014/15 Q1", 90.0, 20.0}},
     80.0,
     80.0,
     Verdict::no_significant_change,
     "Wilson",
     "the numbers are small"},
    {"a share without its n",
     Unit::percent,
     RollUp::ratio,
     Good::up,
     {{"2014/15 Q1", 90.0}},
     80.0,
     80.0,
     Verdict::not_assessed,
     "",
     "the numbers behind the percentage were not given"},
    {"a time",
     Unit::minutes,
     RollUp::last,
     Good::down,
     {{"2014/15 Q1", 14.0}},
     15.0,
     15.0,
     Verdict::not_assessed,
     "",
     "no test is made of such a figure against a fixed one"},
    {"no target",
     Unit::count,
     RollUp::sum,
     Good::down,
     {{"2014/15 Q1", 240.0}},
     std::nullopt,
     std::nullopt,
     Verdict::not_assessed,
     "",
     "no target is given"},
    {"no figure",
     Unit::count,
     RollUp::sum,
     Good::down,
     {},
     800.0,
     200.0,
     Verdict::not_assessed,
     "",
     "there is no figure for Quarter 1 2014/15"},
    {"a target of 0",
     Unit::count,
     RollUp::sum,
     Good::down,
     {{"2014/15 Q1", 240.0}},
     0.0,
     0.0,
     Verdict::not_assessed,
     "",
     "no test is made of such a figure against a fixed one"},
};

struct MarginCase {
    const char* name;
    double n;
    std::optional<double> population;
    double half_width;  ///< in points, to one decimal
};

std::ostream& operator<<(std::ostream& out, const MarginCase& one) {
    return out << one.name;
}

// statistics.md 4.
const MarginCase margin_cases[] = {
    {"32 people", 32.0, std::nullopt, 17.3},  {"65 people", 65.0, std::nullopt, 12.2},
    {"105 people", 105.0, std::nullopt, 9.6}, {"536 of 1,296 people", 536.0, 1296.0, 3.2},
    {"everybody", 100.0, 100.0, 0.0},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(compare)

BOOST_DATA_TEST_CASE(a_figure_is_set_against_its_target, boost::unit_test::data::make(target_cases), one) {
    Series series;
    for (const PointText& point : one.points) series = series_of({point});
    plan::Measure measure;
    measure.unit = one.unit;
    measure.over_time = one.over_time;
    measure.good = one.good;
    measure.target = one.target;
    const Comparison comparison =
        panelbook::compare::compare(series, measure, plan::Basis::target, Period::quarter(2014, 1), {});
    BOOST_TEST((comparison.reference.value == one.reference));
    BOOST_TEST((comparison.verdict == one.verdict));
    BOOST_TEST(comparison.test == one.test);
    BOOST_TEST(comparison.why == one.why);
    BOOST_TEST(comparison.interval.has_value() == !comparison.test.empty());
}

BOOST_AUTO_TEST_CASE(restless_months_widen_the_distance_to_the_target_that_chance_explains) {
    const plan::Measure measure = [] {
        plan::Measure one;
        one.good = Good::down;
        one.target = 1200.0;
        return one;
    }();
    const auto compared = [&](double unrest) {
        std::vector<std::optional<double>> values;
        for (int month = 0; month < 24; ++month) values.push_back(110.0 + (month * 7 % 5 - 2) * unrest);
        return panelbook::compare::compare(monthly_series(Period::month(2012, 4), values), measure, plan::Basis::target,
                                           Period::financial_year(2013), {});
    };
    const Comparison calm = compared(0.0);
    BOOST_TEST(calm.test == "quasi-Poisson of one total");
    BOOST_TEST((calm.verdict == Verdict::worse));
    BOOST_TEST((compared(25.0).verdict == Verdict::no_significant_change));
}

BOOST_DATA_TEST_CASE(the_worst_case_margin_is_what_reports_quote, boost::unit_test::data::make(margin_cases), one) {
    BOOST_TEST(std::round(1000.0 * worst_case_margin(one.n, 95.0, one.population)) / 10.0 == one.half_width);
}

BOOST_AUTO_TEST_CASE(the_verdicts_of_chance_are_counted_among_what_was_tested) {
    plan::Plan plan;
    plan::Measure measure;
    measure.id = {"burglary"};
    measure.good = Good::down;
    plan::Measure neutral = measure;
    neutral.id = {"calls"};
    neutral.good = Good::none;
    plan.measures = {measure, neutral};
    Comparison tested;
    tested.measure = measure.id;
    tested.interval = Interval{-1.0, 2.0};
    Comparison small = tested;
    small.small_numbers = true;
    Comparison untested = tested;
    untested.interval.reset();
    Comparison without_direction = tested;
    without_direction.measure = neutral.id;
    const ChanceVerdicts chance =
        chance_verdicts({tested, tested, tested, tested, small, untested, without_direction}, plan);
    BOOST_TEST(chance.tested == 4u);
    BOOST_TEST(std::abs(chance.expected - 0.2) < 1e-12);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
