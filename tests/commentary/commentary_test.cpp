#include "panelbook/commentary/commentary.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <map>
#include <ostream>
#include <random>
#include <utility>

#include "commentary/said.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::commentary;

plan::Measure shown_as(plan::Unit unit, plan::RollUp over_time, int decimals) {
    plan::Measure measure = offences();
    measure.noun.clear();
    measure.good = plan::Good::up;
    measure.unit = unit;
    measure.over_time = over_time;
    measure.decimals = decimals;
    return measure;
}

Values one_and_two() {
    Values values;
    for (std::size_t i = 0; i < 45; ++i) values.emplace_back(i % 2 == 0 ? 1.0 : 2.0);
    return values;
}

struct Case {
    const char* name;
    Values values;  // months from October 2016
    plan::Measure measure;
    plan::Plan plan;
    std::vector<std::string> said;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

const std::string all_within = "Stable: every month since October 2016 lies within the limits.";
const std::string unchanged = "The figure for the quarter is 297, unchanged from the same quarter of last year.";

const Case cases[] = {
    {"stable", forty_five({}), offences(), {}, {all_within, unchanged}},
    {"beyond the upper limit",
     forty_five({130}),
     offences(),
     {},
     {"June 2020 was above the upper limit: 130 against a limit of 117.",
      "June 2020 was the highest month on record (figures from October 2016).",
      "The quarter is 11% (33 offences) above the same quarter of last year, no more than chance would explain.",
      "Find the cause of the figure for June 2020."}},
    {"beyond it while an event was on",
     forty_five({130}),
     offences(),
     with_events(),
     {"June 2020 was above the upper limit: 130 against a limit of 117.",
      "June 2020 was the highest month on record (figures from October 2016).",
      "The quarter is 11% (33 offences) above the same quarter of last year, no more than chance would explain.",
      "Known event: COVID-19 (from March 2020).",
      "Check whether a known event explains the figure for June 2020: COVID-19."}},
    {"beyond it while two events were on",
     forty_five({130}),
     offences(),
     [] {
         plan::Plan plan = with_events();
         plan.events.push_back({Period::month(2020, 5), Period::month(2020, 6), "New shifts", {}});
         return plan;
     }(),
     {"June 2020 was above the upper limit: 130 against a limit of 117.",
      "June 2020 was the highest month on record (figures from October 2016).",
      "The quarter is 11% (33 offences) above the same quarter of last year, no more than chance would explain.",
      "Known events: COVID-19 (from March 2020) and New shifts (May to June 2020).",
      "Check whether known events explain the figure for June 2020: COVID-19 and New shifts."}},
    {"the whole quarter below the lower limit",
     forty_five({60, 61, 59}),
     offences(),
     {},
     {"June 2020 was below the lower limit: 59 against a limit of 66.",
      "June 2020 was the lowest month on record (figures from October 2016).",
      "The quarter is 39% (117 offences) below the same quarter of last year, an improvement larger than chance would "
      "explain.",
      "Two earlier months were beyond the limits: April 2020 (below) and May 2020 (below).",
      "Find the cause of the figure for June 2020."}},
    {"near the limit",
     forty_five({108}),
     offences(),
     {},
     {"Stable: June 2020 was within the limits but near the upper one: 108 against a limit of 110.",
      "June 2020 was the highest month on record (figures from October 2016).",
      "The quarter is 4% (11 offences) above the same quarter of last year, no more than chance would explain.",
      "Watch the next month."}},
    {"a long run",
     forty_five({104, 105, 106, 104, 105, 106, 104, 105}),
     offences(),
     {},
     {"The last 8 months were all above the mean, which suggests a lasting change.",
      "The quarter is 6% (18 offences) above the same quarter of last year, no more than chance would explain.",
      "Once the reason for the change is understood, reset the limits from November 2019."}},
    {"a run that is not long yet",
     forty_five({103, 105, 103, 104, 105, 103}),
     offences(),
     {},
     {all_within, "The last 6 months were all above the mean; 8 in a row would suggest a lasting change.",
      "The quarter is 5% (15 offences) above the same quarter of last year, no more than chance would explain."}},
    {"six falls in a row",
     forty_five({99, 97, 105, 103, 101, 100, 99, 98, 96}),
     offences(),
     {},
     {"Six successive months of reduction: 7 figures, each lower than the one before, from 105 in December 2019 to 96 "
      "in "
      "June 2020.",
      "June 2020 was the lowest month on record (figures from October 2016).",
      "The quarter is 1% (4 offences) below the same quarter of last year, no more than chance would explain.",
      "Find what drives the fall."}},
    {"earlier exceptions, some explained",
     with(forty_five({}), {{20, 140}, {21, 140}, {25, 60}}),
     offences(),
     with_events(),
     {"Stable: June 2020 lies within the limits.", unchanged,
      "Three earlier months were beyond the limits: June 2018 (above; 2018 World Cup), July 2018 (above; 2018 World "
      "Cup) "
      "and November 2018 (below).",
      "Known event: COVID-19 (from March 2020)."}},
    {"two events",
     forty_five({}),
     offences(),
     [] {
         plan::Plan plan = with_events();
         plan.events.push_back({Period::month(2020, 5), Period::month(2020, 5), "A large operation", {}});
         return plan;
     }(),
     {all_within, unchanged, "Known events: COVID-19 (from March 2020) and A large operation (May 2020)."}},
    {"one earlier exception",
     with(forty_five({}), {{25, 160}}),
     offences(),
     {},
     {"Stable: June 2020 lies within the limits.", unchanged,
      "One earlier month was beyond the limits: November 2018 (above)."}},
    {"months without a figure",
     with(forty_five({}), {{10, std::nullopt}, {11, std::nullopt}}),
     offences(),
     {},
     {"Stable: every month with a figure since October 2016 lies within the limits.", unchanged,
      "There is no figure for August to September 2017: not supplied."}},
    {"many gaps",
     with(forty_five({}), {{10, std::nullopt}, {12, std::nullopt}, {14, std::nullopt}}),
     offences(),
     {},
     {"Stable: every month with a figure since October 2016 lies within the limits.", unchanged,
      "There is no figure for October 2017: not supplied.", "There is no figure for December 2017: not supplied.",
      "Other months have no figure either."}},
    {"no latest figure",
     forty_five({std::nullopt}),
     offences(),
     {},
     {"There is no figure for Quarter 1 2020/21. June 2020 is missing (not supplied)."}},
    {"nothing at all",
     Values(45),
     offences(),
     with_events(),
     {"There is no figure for Quarter 1 2020/21: not supplied."}},
    {"limits that were reset",
     forty_five({}),
     offences(),
     with_reset(Period::month(2019, 4), "the definition changed."),
     {all_within, unchanged, "The limits were reset from April 2019: the definition changed."}},
    {"a reason that is a sentence",
     forty_five({}),
     offences(),
     with_reset(Period::month(2019, 4), "Recording changed then."),
     {all_within, unchanged, "The limits were reset from April 2019. Recording changed then."}},
    {"limits on trial",
     forty_five({}),
     offences(),
     with_reset(Period::month(2019, 7), "the definition changed"),
     {all_within, unchanged, "The limits were reset from July 2019: the definition changed.",
      "The limits are on trial: they rest on 12 months only."}},
    {"too few months since the reset",
     forty_five({}),
     offences(),
     with_reset(Period::month(2020, 3), "a new system"),
     {"The chart is not assessed: only 4 months have a figure: at least 6 are needed.", unchanged,
      "The limits were reset from March 2020: a new system."}},
    {"never anything else",
     Values(45, 7.0),
     offences(),
     {},
     {"The chart is not assessed: every month has the same figure, so no limits can be drawn.",
      "The figure for the quarter is 21, unchanged from the same quarter of last year."}},
    {"the highest for a while",
     with(forty_five({106}), {{3, 107}}),
     offences(),
     {},
     {all_within, "June 2020 was the highest month since January 2017.",
      "The quarter is 3% (9 offences) above the same quarter of last year, no more than chance would explain."}},
    {"another month of the quarter the lowest",
     forty_five({94, 97, 103}),
     offences(),
     {},
     {all_within, "April 2020 was the lowest month on record (figures from October 2016).",
      "The quarter is 1% (3 offences) below the same quarter of last year, no more than chance would explain."}},
    {"small numbers",
     with(one_and_two(), {{31, 1}}),
     offences(),
     {},
     {all_within, "The quarter is 33% (4 against 3) above the same quarter of last year.",
      "The numbers are small, so read the percentage with care."}},
    {"a small number near its limit",
     with(one_and_two(), {{44, 3}}),
     offences(),
     {},
     {"Stable: June 2020 was within the limits but near the upper one: 3 against a limit of 3.2.",
      "June 2020 was the highest month on record (figures from October 2016).",
      "The quarter is 50% (6 against 4) above the same quarter of last year.",
      "The numbers are small, so read the percentage with care.", "Watch the next month."}},
    {"from nothing",
     with(one_and_two(), {{30, 0}, {31, 0}, {32, 0}}),
     offences(),
     {},
     {all_within, "The figure for the quarter is 4; for the same quarter of last year it was 0.",
      "The numbers are small, so read them with care."}},
    {"a share without its number",
     forty_five({97, 98, 104}),
     shown_as(plan::Unit::percent, plan::RollUp::mean, 0),
     {},
     {all_within, "June 2020 was the highest month on record (figures from October 2016).",
      "At 100%, the quarter is 1 percentage point above the same quarter of last year.",
      "Whether that is more than chance cannot be said: the numbers behind the percentages were not given."}},
    {"a length of time",
     forty_five({95, 95, 95}),
     shown_as(plan::Unit::seconds, plan::RollUp::mean, 0),
     {},
     {all_within, "April 2020 was the lowest month on record (figures from October 2016).",
      "At 1 min 35 s, the quarter is 4% (4 s) below the same quarter of last year."}},
};

struct BasisCase {
    const char* name;
    std::vector<PointText> points;
    plan::Basis basis;
    plan::Unit unit;
    const char* period;
    const char* said;
};

std::ostream& operator<<(std::ostream& out, const BasisCase& one) {
    return out << one.name;
}

using plan::Basis;

const BasisCase basis_cases[] = {
    {"the published rise",
     {{"2019/20 Q1", 1850.0}, {"2020/21 Q1", 2610.0}},
     Basis::quarter_on_year,
     plan::Unit::count,
     "2020/21 Q1",
     "The quarter is 41% (760 offences) above the same quarter of last year, a worsening larger than chance would "
     "explain."},
    {"one more",
     {{"2019/20 Q1", 99.0}, {"2020/21 Q1", 100.0}},
     Basis::quarter_on_year,
     plan::Unit::count,
     "2020/21 Q1",
     "The quarter is 1% (1) above the same quarter of last year, no more than chance would explain."},
    {"less than can be shown",
     {{"2019/20 Q1", 9999.0}, {"2020/21 Q1", 9998.0}},
     Basis::quarter_on_year,
     plan::Unit::count,
     "2020/21 Q1",
     "The quarter is less than 1% (1) below the same quarter of last year, no more than chance would explain."},
    {"the quarter before",
     {{"2019/20 Q4", 1850.0}, {"2020/21 Q1", 2610.0}},
     Basis::quarter_on_quarter,
     plan::Unit::count,
     "2020/21 Q1",
     "The quarter is 41% (760 offences) above the quarter before, a worsening larger than chance would explain, though "
     "the "
     "season may play a part."},
    {"the year to date",
     {{"2019-04 to 2019-09", 1850.0}, {"2020-04 to 2020-09", 2610.0}},
     Basis::year_to_date,
     plan::Unit::count,
     "2020/21 Q2",
     "The year to date is 41% (760 offences) above the same period of last year, a worsening larger than chance would "
     "explain."},
    {"the year",
     {{"2019/20", 1850.0}, {"2020/21", 2610.0}},
     Basis::year_to_date,
     plan::Unit::count,
     "2020/21 Q4",
     "The year is 41% (760 offences) above last year, a worsening larger than chance would explain."},
    {"twelve months",
     {{"2018-07 to 2019-06", 1850.0}, {"2019-07 to 2020-06", 2610.0}},
     Basis::rolling_year,
     plan::Unit::count,
     "2020/21 Q1",
     "The last 12 months are 41% (760 offences) above the 12 months before, a worsening larger than chance would "
     "explain."},
    {"the baseline year's own figure",
     {{"2012/13", 75.3, 900.0}, {"2020/21 Q1", 85.5, 900.0}},
     Basis::baseline_year,
     plan::Unit::percent,
     "2020/21 Q1",
     "At 86%, the quarter is 10 percentage points above the baseline, 2012/13, an improvement larger than chance would "
     "explain."},
    {"the same part of the baseline year",
     {{"2012/13 Q1", 803.0}, {"2020/21 Q1", 930.0}},
     Basis::baseline_year,
     plan::Unit::count,
     "2020/21 Q1",
     "The quarter is 16% (127 offences) above Quarter 1 2012/13, the same part of the baseline year, a worsening "
     "larger "
     "than chance would explain."},
    {"a share of few",
     {{"2019/20 Q1", 60.0, 20.0}, {"2020/21 Q1", 70.0, 20.0}},
     Basis::quarter_on_year,
     plan::Unit::percent,
     "2020/21 Q1",
     "At 70%, the quarter is 10 percentage points above the same quarter of last year. The figures rest on small "
     "numbers "
     "(20 and 20), so read the change with care."},
    {"nothing to compare with",
     {{"2020/21 Q1", 5.0}},
     Basis::quarter_on_year,
     plan::Unit::count,
     "2020/21 Q1",
     "There is no figure for the same quarter of last year to compare with: not supplied."},
    {"no figure, with a reason",
     {{"2020/21 Q1", std::nullopt, std::nullopt, "not recorded because of COVID-19."}},
     Basis::quarter_on_year,
     plan::Unit::count,
     "2020/21 Q1",
     "There is no figure for Quarter 1 2020/21: not recorded because of COVID-19."},
};

Series series_from(const std::vector<PointText>& points) {
    Series series = series_of({});
    for (const PointText& point : points) series.points.push_back(series_of({point}).points.front());
    return series;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(commentary)

BOOST_DATA_TEST_CASE(a_chart_and_its_comparison_are_put_into_words, boost::unit_test::data::make(cases), one) {
    BOOST_TEST(joined(said_of(monthly_series(october_2016, one.values), one.measure, one.plan), "\n") ==
               joined(one.said, "\n"));
}

BOOST_DATA_TEST_CASE(each_comparison_is_put_into_words, boost::unit_test::data::make(basis_cases), one) {
    plan::Measure measure = offences();
    measure.unit = one.unit;
    measure.baseline = Period::financial_year(2012);
    if (one.unit == plan::Unit::percent) {
        measure.over_time = plan::RollUp::ratio;
        measure.good = plan::Good::up;
    }
    const Series series = series_from(one.points);
    const Period period = parse_period(one.period).value();
    const auto comparison = panelbook::compare::compare(series, measure, one.basis, period, {});
    BOOST_TEST(joined(sentences({measure, series, nullptr, {&comparison}, {}, period}), " ") == one.said);
}

BOOST_AUTO_TEST_CASE(what_two_comparisons_say_alike_is_said_once) {
    plan::Measure measure = offences();
    measure.comparisons = {plan::Basis::year_to_date, plan::Basis::quarter_on_year};
    BOOST_TEST(said_of(monthly_series(october_2016, forty_five({})), measure).size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_headline_is_said_in_full_and_the_rest_in_short) {
    plan::Measure measure = offences();
    measure.comparisons = {plan::Basis::quarter_on_quarter, plan::Basis::quarter_on_year, plan::Basis::rolling_year};
    measure.status_from = plan::Basis::quarter_on_year;
    const auto of = [&](const Values& last) {
        return joined(said_of(monthly_series(october_2016, forty_five(last)), measure), "\n");
    };
    BOOST_TEST(of({}) ==
               "Stable: every month since October 2016 lies within the limits.\n"
               "The figure for the quarter is 297, unchanged from the same quarter of last year.\n"
               "Against the quarter before (\u22122%) and the 12 months before (0%), the change is no more than chance "
               "would explain.");
    measure.unit = plan::Unit::seconds;
    measure.over_time = plan::RollUp::mean;
    BOOST_TEST(of({}) ==
               "Stable: every month since October 2016 lies within the limits.\n"
               "The figure for the quarter is 1 min 39 s, unchanged from the same quarter of last year.\n"
               "The change is \u22122% against the quarter before and 0% against the 12 months before.");
}

BOOST_AUTO_TEST_CASE(a_change_on_the_quarter_before_may_be_the_season) {
    plan::Measure measure = offences();
    measure.comparisons = {plan::Basis::quarter_on_year, plan::Basis::quarter_on_quarter, plan::Basis::rolling_year};
    const Series series = monthly_series(october_2016, forty_five({50, 52, 51}));
    BOOST_TEST(
        has(joined(said_of(series, measure), " "),
            "Against the quarter before (\u221250%, some of it perhaps the season), the change is larger than chance "
            "would explain. Against the 12 months before (\u221212%), the change is no more than chance would "
            "explain."));
}

BOOST_AUTO_TEST_CASE(two_references_that_both_show_a_change_are_both_said) {
    plan::Measure measure = offences();
    measure.comparisons = {plan::Basis::quarter_on_year, plan::Basis::baseline_year};
    measure.baseline = Period::financial_year(2018);
    Values values = forty_five({50, 52, 51});
    for (std::size_t month = 18; month < 21; ++month) values[month] = 130;
    const std::string said = joined(said_of(monthly_series(october_2016, values), measure), " ");
    BOOST_TEST(has(said, "The quarter is 48% (144 offences) below the same quarter of last year, an improvement"));
    BOOST_TEST(has(said,
                   "Against Quarter 1 2018/19, the same part of the baseline year (\u221261%), the change is larger "
                   "than chance would explain."));
}

BOOST_AUTO_TEST_CASE(classes_and_what_to_do_about_them) {
    using spc::Class;
    using spc::Side;
    const struct {
        Class latest;
        Side side;
        const char* words;
        const char* next;
    } rows[] = {
        {Class::exception, Side::above, "Above the upper limit", "Find the cause."},
        {Class::exception, Side::below, "Below the lower limit", "Find the cause."},
        {Class::step_shift, Side::above, "Long run above the mean", "Reset the limits once the reason is understood."},
        {Class::step_shift, Side::below, "Long run below the mean", "Reset the limits once the reason is understood."},
        {Class::trend, Side::above, "Rising", "Find what drives the rise."},
        {Class::trend, Side::below, "Falling", "Find what drives the fall."},
        {Class::pattern, Side::none, "Unusual pattern", "Find what makes the pattern."},
        {Class::near_limit, Side::above, "Stable, near the upper limit", "Watch the next month."},
        {Class::near_limit, Side::below, "Stable, near the lower limit", "Watch the next month."},
        {Class::stable, Side::none, "Stable", ""},
        {Class::not_assessed, Side::none, "Not assessed", ""},
    };
    for (const auto& row : rows) {
        spc::ControlChart chart;
        chart.latest = row.latest;
        chart.side = row.side;
        BOOST_TEST(class_words(chart, offences()) == row.words);
        BOOST_TEST(recommendation(chart) == row.next);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
