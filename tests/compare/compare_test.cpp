#include "panelbook/compare/compare.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <ostream>

#include "support/series_builder.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::compare;
using plan::Basis;
using plan::Good;
using plan::RollUp;
using plan::Unit;

struct SidesCase {
    const char* name;
    Basis basis;
    const char* period;
    const char* baseline;  // empty: none
    RollUp over_time;
    const char* current;
    const char* reference;  // empty: none
};

std::ostream& operator<<(std::ostream& out, const SidesCase& one) {
    return out << one.name;
}

const SidesCase sides_cases[] = {
    {"year to date", Basis::year_to_date, "2014/15 Q3", "", RollUp::sum, "2014-04 to 2014-12", "2013-04 to 2013-12"},
    {"year to date of the first quarter", Basis::year_to_date, "2014/15 Q1", "", RollUp::sum, "2014/15 Q1",
     "2013/14 Q1"},
    {"quarter on year", Basis::quarter_on_year, "2014/15 Q3", "", RollUp::sum, "2014/15 Q3", "2013/14 Q3"},
    {"quarter on year of a year", Basis::quarter_on_year, "2014/15", "", RollUp::sum, "2014/15 Q4", "2013/14 Q4"},
    {"quarter on quarter", Basis::quarter_on_quarter, "2014/15 Q1", "", RollUp::sum, "2014/15 Q1", "2013/14 Q4"},
    {"rolling year", Basis::rolling_year, "2014/15 Q1", "", RollUp::sum, "2013-07 to 2014-06", "2012-07 to 2013-06"},
    {"the same part of the baseline year", Basis::baseline_year, "2014/15 Q2", "2012/13", RollUp::sum,
     "2014-04 to 2014-09", "2012-04 to 2012-09"},
    {"the whole of the baseline year", Basis::baseline_year, "2014/15", "2012/13", RollUp::sum, "2014/15", "2012/13"},
    {"a level keeps to its quarter", Basis::baseline_year, "2014/15 Q2", "2012/13", RollUp::last, "2014/15 Q2",
     "2012/13 Q2"},
    {"a baseline of one quarter", Basis::baseline_year, "2014/15 Q2", "2013/14 Q4", RollUp::sum, "2014/15 Q2",
     "2013/14 Q4"},
    {"a baseline of other months", Basis::baseline_year, "2014/15 Q1", "2012-07 to 2012-12", RollUp::sum, "2014/15 Q1",
     ""},
    {"a later baseline", Basis::baseline_year, "2014/15 Q1", "2016/17", RollUp::sum, "2014/15 Q1", "2016/17 Q1"},
    {"no baseline", Basis::baseline_year, "2014/15 Q1", "", RollUp::sum, "2014/15 Q1", ""},
};

struct Case {
    const char* name;
    std::vector<PointText> points;
    Basis basis;
    Unit unit;
    RollUp over_time;
    Good good;
    std::optional<double> difference;
    std::optional<double> percent_change;
    Verdict verdict;
    bool small;
    const char* test;
    const char* why;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

constexpr std::nullopt_t none = std::nullopt;
constexpr const char* by_chance = "the change is no larger than chance would explain";

// Quarters of counts, 2013/14 Q1 against 2014/15 Q1, unless a case says otherwise; fall is good.
const Case cases[] = {
    {"a fall beyond chance",
     {{"2013/14 Q1", 472.0}, {"2014/15 Q1", 361.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     -111.0,
     -100.0 * 111.0 / 472.0,
     Verdict::better,
     false,
     "exact binomial",
     ""},
    {"a rise beyond chance",
     {{"2013/14 Q1", 361.0}, {"2014/15 Q1", 472.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     111.0,
     100.0 * 111.0 / 361.0,
     Verdict::worse,
     false,
     "exact binomial",
     ""},
    {"where more is better",
     {{"2013/14 Q1", 361.0}, {"2014/15 Q1", 472.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::up,
     111.0,
     100.0 * 111.0 / 361.0,
     Verdict::better,
     false,
     "exact binomial",
     ""},
    {"where neither is better",
     {{"2013/14 Q1", 361.0}, {"2014/15 Q1", 472.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::none,
     111.0,
     100.0 * 111.0 / 361.0,
     Verdict::not_assessed,
     false,
     "exact binomial",
     "neither direction is better"},
    {"no more than chance",
     {{"2013/14 Q1", 1060.0}, {"2014/15 Q1", 1043.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     -17.0,
     -100.0 * 17.0 / 1060.0,
     Verdict::no_significant_change,
     false,
     "exact binomial",
     by_chance},
    {"small counts are amber whatever they say",
     {{"2013/14 Q1", 90.0}, {"2014/15 Q1", 18.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     -72.0,
     -80.0,
     Verdict::no_significant_change,
     true,
     "exact binomial",
     "the numbers are small"},
    {"no per cent from a base of 0",
     {{"2013/14 Q1", 0.0}, {"2014/15 Q1", 40.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     40.0,
     none,
     Verdict::no_significant_change,
     true,
     "exact binomial",
     "the numbers are small"},
    {"nothing and nothing",
     {{"2013/14 Q1", 0.0}, {"2014/15 Q1", 0.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     0.0,
     none,
     Verdict::no_significant_change,
     true,
     "exact binomial",
     "the numbers are small"},
    {"shares change by points, never by per cent",
     {{"2013/14 Q1", 75.3, 1500.0}, {"2014/15 Q1", 85.5, 1500.0}},
     Basis::quarter_on_year,
     Unit::percent,
     RollUp::ratio,
     Good::up,
     85.5 - 75.3,
     none,
     Verdict::better,
     false,
     "Newcombe",
     ""},
    {"a share of few",
     {{"2013/14 Q1", 40.0, 29.0}, {"2014/15 Q1", 90.0, 400.0}},
     Basis::quarter_on_year,
     Unit::percent,
     RollUp::ratio,
     Good::up,
     50.0,
     none,
     Verdict::no_significant_change,
     true,
     "Newcombe",
     "the numbers are small"},
    {"a share of an unknown number",
     {{"2013/14 Q1", 81.8}, {"2014/15 Q1", 88.2, 300.0}},
     Basis::quarter_on_year,
     Unit::percent,
     RollUp::ratio,
     Good::up,
     88.2 - 81.8,
     none,
     Verdict::not_assessed,
     false,
     "",
     "the numbers behind the percentages were not given"},
    {"a percentage beyond 100",
     {{"2013/14 Q1", 90.0, 300.0}, {"2014/15 Q1", 110.0, 300.0}},
     Basis::quarter_on_year,
     Unit::percent,
     RollUp::ratio,
     Good::up,
     20.0,
     none,
     Verdict::not_assessed,
     false,
     "",
     "a percentage outside 0 to 100 is no share"},
    {"rolling years of one survey overlap",
     {{"2013-04 to 2014-03", 54.0, 700.0}, {"2013-07 to 2014-06", 54.6, 700.0}},
     Basis::quarter_on_quarter,
     Unit::percent,
     RollUp::last,
     Good::up,
     54.6 - 54.0,
     none,
     Verdict::not_assessed,
     false,
     "",
     "the two periods have months in common"},
    {"lengths of time are not tested",
     {{"2013/14 Q1", 31.0}, {"2014/15 Q1", 24.0}},
     Basis::quarter_on_year,
     Unit::minutes,
     RollUp::mean,
     Good::down,
     -7.0,
     -700.0 / 31.0,
     Verdict::not_assessed,
     false,
     "",
     "no test is made for lengths of time"},
    {"money is not tested",
     {{"2013/14 Q1", 10.0}, {"2014/15 Q1", 20.0}},
     Basis::quarter_on_year,
     Unit::gbp,
     RollUp::sum,
     Good::down,
     10.0,
     100.0,
     Verdict::not_assessed,
     false,
     "",
     "no test is made for amounts of money"},
    {"rates are not tested",
     {{"2013/14 Q1", 10.0}, {"2014/15 Q1", 20.0}},
     Basis::quarter_on_year,
     Unit::rate,
     RollUp::mean,
     Good::down,
     10.0,
     100.0,
     Verdict::not_assessed,
     false,
     "",
     "no test is made for rates"},
    {"a level is not a count of events",
     {{"2013/14 Q1", 100.0}, {"2014/15 Q1", 50.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::last,
     Good::down,
     -50.0,
     -50.0,
     Verdict::not_assessed,
     false,
     "",
     "a level is not a count of events, so no test is made"},
    {"counts that are not whole",
     {{"2013/14 Q1", 100.5}, {"2014/15 Q1", 50.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     -50.5,
     -5050.0 / 100.5,
     Verdict::not_assessed,
     false,
     "",
     "the figures are not whole counts"},
    {"no figure for the period",
     {{"2013/14 Q1", 10.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     none,
     none,
     Verdict::not_assessed,
     false,
     "",
     "there is no figure for Quarter 1 2014/15"},
    {"no figure to compare with",
     {{"2014/15 Q1", 10.0}},
     Basis::quarter_on_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     none,
     none,
     Verdict::not_assessed,
     false,
     "",
     "there is no figure for Quarter 1 2013/14 to compare with"},
    {"a share against the baseline's only figure",
     {{"2012/13", 75.3, 1500.0}, {"2014/15 Q1", 81.8, 500.0}},
     Basis::baseline_year,
     Unit::percent,
     RollUp::ratio,
     Good::up,
     81.8 - 75.3,
     none,
     Verdict::better,
     false,
     "Newcombe",
     ""},
    {"a count of a quarter is not set against that of a year",
     {{"2012/13", 4000.0}, {"2014/15 Q1", 930.0}},
     Basis::baseline_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     none,
     none,
     Verdict::not_assessed,
     false,
     "",
     "there is no figure for Quarter 1 2012/13 to compare with"},
    {"a count against the same quarter of the baseline year",
     {{"2012/13 Q1", 803.0}, {"2014/15 Q1", 930.0}},
     Basis::baseline_year,
     Unit::count,
     RollUp::sum,
     Good::down,
     127.0,
     12700.0 / 803.0,
     Verdict::worse,
     false,
     "exact binomial",
     ""},
};

plan::Measure measure_of(Unit unit, RollUp over_time, Good good) {
    plan::Measure measure;
    measure.id = MeasureId{"measure"};
    measure.unit = unit;
    measure.over_time = over_time;
    measure.good = good;
    measure.baseline = Period::financial_year(2012);
    return measure;
}

Series series_from(const std::vector<PointText>& points) {
    Series series = series_of({});
    for (const PointText& point : points) series.points.push_back(series_of({point}).points.front());
    return series;
}

const char* basis_name(Basis basis) {
    if (basis == Basis::quarter_on_year) return "quarter";
    if (basis == Basis::target) return "target";
    return basis == Basis::year_to_date ? "year" : "baseline";
}

bool close(std::optional<double> ours, std::optional<double> theirs) {
    if (!ours || !theirs) return ours.has_value() == theirs.has_value();
    return std::abs(*ours - *theirs) <= 1e-12 * std::max(1.0, std::abs(*theirs));
}

/// Two years of months with a season; the quarter of the second that ends them is `factor` times that of the first.
std::vector<std::optional<double>> two_years(double factor, double noise) {
    const double season[] = {100, 110, 125, 140, 150, 145, 130, 120, 105, 95, 90, 95};
    std::vector<std::optional<double>> values;
    for (const double month : season) values.emplace_back(month);
    for (int i = 0; i < 12; ++i) {
        const double shaken = season[i] + (i % 2 == 0 ? noise : -noise);
        values.emplace_back(i < 9 ? shaken : std::round(shaken * factor));
    }
    return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compare)

BOOST_DATA_TEST_CASE(each_basis_has_its_two_periods, boost::unit_test::data::make(sides_cases), one) {
    plan::Measure measure;
    measure.over_time = one.over_time;
    measure.baseline = parse_period(one.baseline);
    const Sides sides = sides_of(one.basis, measure, parse_period(one.period).value());
    BOOST_TEST(sides.current.key() == one.current);
    BOOST_TEST((sides.reference ? sides.reference->key() : "") == one.reference);
}

BOOST_DATA_TEST_CASE(a_comparison_says_what_changed_and_whether_it_is_more_than_chance,
                     boost::unit_test::data::make(cases), one) {
    const plan::Measure measure = measure_of(one.unit, one.over_time, one.good);
    const Comparison comparison =
        panelbook::compare::compare(series_from(one.points), measure, one.basis, Period::quarter(2014, 1), {});
    BOOST_TEST(close(comparison.difference, one.difference));
    BOOST_TEST(close(comparison.percent_change, one.percent_change));
    BOOST_TEST((comparison.verdict == one.verdict));
    BOOST_TEST(comparison.small_numbers == one.small);
    BOOST_TEST(comparison.test == one.test);
    BOOST_TEST(comparison.why == one.why);
    BOOST_TEST((comparison.interval.has_value() <= !comparison.test.empty()));
}

BOOST_AUTO_TEST_CASE(a_quarter_is_tested_with_the_variation_of_the_last_two_years) {
    const plan::Measure measure = measure_of(Unit::count, RollUp::sum, Good::down);
    const Period last = Period::quarter(2019, 4);
    const auto compared = [&](double noise) {
        return panelbook::compare::compare(monthly_series(Period::month(2018, 4), two_years(0.8, noise)), measure,
                                           Basis::quarter_on_year, last, {});
    };
    const Comparison calm = compared(0.0);
    BOOST_TEST(calm.test == "month-matched quasi-Poisson");
    BOOST_TEST((calm.verdict == Verdict::better));
    const Comparison rough = compared(30.0);
    BOOST_TEST(rough.test == "month-matched quasi-Poisson");
    BOOST_TEST((rough.verdict == Verdict::no_significant_change));
    BOOST_TEST(rough.p_value.value() > calm.p_value.value());
}

BOOST_AUTO_TEST_CASE(few_matched_months_leave_few_degrees_of_freedom) {
    // Three months and the same three a year before: a third fewer, yet 2 degrees of freedom show nothing.
    std::vector<std::optional<double>> values(15);
    const double before[] = {40, 50, 60};
    const double after[] = {30, 31, 39};
    for (std::size_t i = 0; i < 3; ++i) {
        values[i] = before[i];
        values[12 + i] = after[i];
    }
    const Series series = monthly_series(Period::month(2013, 4), values);
    const plan::Measure measure = measure_of(Unit::count, RollUp::sum, Good::down);
    const Comparison comparison =
        panelbook::compare::compare(series, measure, Basis::quarter_on_year, Period::quarter(2014, 1), {});
    BOOST_TEST(comparison.test == "month-matched quasi-Poisson");
    BOOST_TEST(comparison.interval->lower < -50.0);
    BOOST_TEST((comparison.verdict == Verdict::no_significant_change));
}

BOOST_AUTO_TEST_CASE(the_confidence_and_the_small_numbers_are_the_plan_s) {
    const Series series = series_of({{"2013/14 Q1", 100.0}, {"2014/15 Q1", 70.0}});
    const plan::Measure measure = measure_of(Unit::count, RollUp::sum, Good::down);
    const auto verdict = [&](const plan::Settings& settings) {
        return panelbook::compare::compare(series, measure, Basis::quarter_on_year, Period::quarter(2014, 1), settings)
            .verdict;
    };
    plan::Settings settings;
    BOOST_TEST((verdict(settings) == Verdict::better));
    settings.confidence = 99.8;
    BOOST_TEST((verdict(settings) == Verdict::no_significant_change));
    settings.confidence = 95.0;
    settings.small_count = 71;
    BOOST_TEST((verdict(settings) == Verdict::no_significant_change));
}

BOOST_AUTO_TEST_CASE(all_comparisons_come_in_plan_order_for_the_area_and_its_parts) {
    plan::Plan plan;
    plan.settings.area = AreaId{"force"};
    plan.areas = {{AreaId{"force"}, "Force", "force", std::nullopt, std::nullopt},
                  {AreaId{"city"}, "City", "city", AreaId{"force"}, std::nullopt},
                  {AreaId{"county"}, "County", "county", AreaId{"force"}, std::nullopt},
                  {AreaId{"peer"}, "Peer", "peer", std::nullopt, std::nullopt}};
    plan::Measure burglary = measure_of(Unit::count, RollUp::sum, Good::down);
    burglary.id = MeasureId{"burglary"};
    burglary.comparisons = {Basis::quarter_on_year, Basis::year_to_date, Basis::target, Basis::similar_group,
                            Basis::national};
    burglary.target = 400.0;
    burglary.status_from = Basis::baseline_year;
    plan::Measure unsent = burglary;
    unsent.id = MeasureId{"unsent"};
    unsent.comparisons = {Basis::quarter_on_year};
    unsent.status_from = Basis::quarter_on_year;
    plan.measures = {burglary, unsent};

    std::vector<Series> series;
    for (const char* area : {"peer", "county", "force"}) {
        series.push_back(series_of({{"2013/14 Q1", 100.0}, {"2014/15 Q1", 70.0}}));
        series.back().measure = burglary.id;
        series.back().area = AreaId{area};
    }
    std::vector<std::string> names;
    for (const Comparison& one : compare_all(series, plan, Period::quarter(2014, 1)))
        names.push_back(one.measure.text + " " + one.area.text + " " + basis_name(one.basis));
    const std::vector<std::string> expected{
        "burglary force quarter", "burglary county quarter", "burglary force year",      "burglary county year",
        "burglary force target",  "burglary force baseline", "burglary county baseline", "unsent force quarter"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
