#include "panelbook/spc/chart.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/spc/averages.hpp"
#include "panelbook/spc/beyond_limits.hpp"

namespace panelbook::spc {

namespace {

using Values = std::vector<std::optional<double>>;
constexpr std::nullopt_t gone = std::nullopt;

Values operator+(Values first, const Values& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// `count` months that go up and down about 100 without run or trend, mean 100.
Values steady(std::size_t count) {
    Values values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(i % 2 == 0 ? 98.0 : 102.0);
    return values;
}

/// One letter a point: ^ v beyond a limit, ' , near one, . within; A B in a run above or below; U D rising or falling.
std::string marks(const ControlChart& chart, Side ChartPoint::*which, const char* letters) {
    std::string text;
    for (const ChartPoint& point : chart.points) text += letters[static_cast<std::size_t>(point.*which)];
    return text;
}

struct Case {
    const char* name;
    Values values;
    std::vector<std::size_t> starts;
    Clamp clamp;
    Class latest;
    Side side;
    const char* outside;  // empty: none
    const char* near;
    const char* shift;
    const char* trend;
    const char* why;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

const Clamp none{};
const Clamp count_clamp{0.0, gone};
const Clamp share_clamp{0.0, 100.0};

// Mean 10, sample SD 2.633: the eight of the second half lie below it, the 10 itself is on it and breaks the first run.
const Values on_mean{13, 11, 14, 10, 12, 13, 11, 14, 8, 7, 9, 6, 8, 9, 7, 8};

const Case cases[] = {
    {"a month far above",
     steady(20) + Values{140},
     {},
     none,
     Class::exception,
     Side::above,
     "....................^",
     "",
     "",
     "",
     ""},
    {"a month far below",
     steady(20) + Values{60},
     {},
     none,
     Class::exception,
     Side::below,
     "....................v",
     "",
     "",
     "",
     ""},
    {"an exception that is over",
     steady(20) + Values{140, 100},
     {},
     none,
     Class::stable,
     Side::none,
     "....................^.",
     "",
     "",
     "",
     ""},
    {"a month near the limit",
     steady(20) + Values{106},
     {},
     none,
     Class::near_limit,
     Side::above,
     "",
     "....................'",
     "",
     "",
     ""},
    {"steady", steady(20), {}, none, Class::stable, Side::none, "", "", "", "", ""},
    {"eight below the mean, on the mean breaks a run",
     on_mean,
     {},
     none,
     Class::step_shift,
     Side::below,
     "",
     "",
     "........BBBBBBBB",
     "",
     ""},
    {"seven below the mean",
     Values{13, 11, 14, 10, 12, 13, 11, 8, 7, 9, 6, 8, 9, 7},
     {},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"a missing month breaks a run",
     Values{13, 11, 14, 10, 12, 13, 11, 14, 8, 7, 9, 6, gone, 8, 9, 7, 8},
     {},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"a run does not cross a reset",
     Values{1, 2, 1, 2, 1, 2, 1, 2, 6, 7, 6, 7} + Values{6, 7, 9, 4, 9, 4, 9, 4},
     {12},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "BBBBBBBB....",
     "",
     ""},
    {"six changes are a trend of seven points",
     Values{5, 4, 6, 5, 4, 5, 6, 7, 8, 9, 10},
     {},
     none,
     Class::trend,
     Side::above,
     "",
     "",
     "",
     "....UUUUUUU",
     ""},
    {"five changes are not",
     Values{5, 4, 6, 5, 4, 5, 6, 7, 8, 9},
     {},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"a tie breaks a trend",
     Values{5, 4, 6, 5, 1, 2, 3, 4, 4, 5, 6, 7},
     {},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"a missing month breaks a trend",
     Values{5, 4, 6, 5, 1, 2, 3, 4, gone, 5, 6, 7},
     {},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"a peak of two trends has the direction of the later",
     Values{1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1},
     {},
     none,
     Class::trend,
     Side::below,
     "",
     "",
     "",
     "UUUUUUDDDDDDD",
     ""},
    {"a trend does not cross a reset",
     Values{9, 8, 1, 2, 3, 4, 5, 6} + Values{7, 8, 9, 3, 8, 3},
     {8},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"every month the same",
     Values(20, 7.0),
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "every month has the same figure, so no limits can be drawn"},
    {"every month the same, and no binary fraction",
     Values(20, 0.1),
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "every month has the same figure, so no limits can be drawn"},
    {"spread that is rounding only",
     Values{0.3, 0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2, 0.3, 0.3},
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "every month has the same figure, so no limits can be drawn"},
    {"too few for a class",
     Values{1, 2, 3, 4, 5},
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "only 5 months have a figure: at least 6 are needed"},
    {"one month only",
     Values{1},
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "only 1 month has a figure: at least 6 are needed"},
    {"too few since the reset",
     steady(20) + Values{300, 310, 305},
     {20},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "only 3 months have a figure: at least 6 are needed"},
    {"no figure in the latest month",
     steady(20) + Values{gone},
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "the latest month has no figure"},
    {"no figures at all",
     Values{gone, gone},
     {},
     none,
     Class::not_assessed,
     Side::none,
     "",
     "",
     "",
     "",
     "the latest month has no figure"},
    {"no months at all", {}, {}, none, Class::not_assessed, Side::none, "", "", "", "", "there are no months to chart"},
    {"0 is no signal where the limit is held at 0",
     Values{0, 9, 1, 8, 2, 7, 1, 8, 2, 7, 1, 8, 2, 8, 0},
     {},
     count_clamp,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"100% is no signal where the limit is held at 100%",
     Values{95, 90, 94, 91, 96, 93, 92, 95, 90, 96, 91, 95, 90, 94, 100},
     {},
     share_clamp,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
    {"segment starts that are named twice, out of order or beyond the end",
     Values{1, 2} + steady(20),
     {40, 2, 2, 0},
     none,
     Class::stable,
     Side::none,
     "",
     "",
     "",
     "",
     ""},
};

void check_marks(const ControlChart& chart, Side ChartPoint::*which, const char* letters, std::string expected) {
    expected.resize(chart.points.size(), '.');
    BOOST_TEST(marks(chart, which, letters) == expected);
}

}  // namespace

std::ostream& boost_test_print_type(std::ostream& out, Class value) {
    return out << static_cast<int>(value);
}
std::ostream& boost_test_print_type(std::ostream& out, Side value) {
    return out << static_cast<int>(value);
}
std::ostream& boost_test_print_type(std::ostream& out, Judgement value) {
    return out << static_cast<int>(value);
}

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(the_rules_mark_points_and_the_latest_gives_the_class, boost::unit_test::data::make(cases), one) {
    const ControlChart chart = chart_values(one.values, one.starts, one.clamp, {});
    BOOST_TEST(chart.points.size() == one.values.size());
    BOOST_TEST(chart.latest == one.latest);
    BOOST_TEST(chart.side == one.side);
    BOOST_TEST(chart.why == one.why);
    check_marks(chart, &ChartPoint::outside, ".^v", one.outside);
    check_marks(chart, &ChartPoint::near, ".',", one.near);
    check_marks(chart, &ChartPoint::shift, ".AB", one.shift);
    check_marks(chart, &ChartPoint::trend, ".UD", one.trend);
}

BOOST_AUTO_TEST_CASE(a_value_on_a_limit_is_within_it) {
    const std::vector<Zone> limits{{4.0, 16.0}};
    const std::vector<Zone> close{{6.0, 14.0}};
    const Values values{16.0, 16.01, 4.0, 3.99, 14.0, 14.01, 6.0, 5.99, gone};
    using enum Side;
    const std::vector<Side> outside{none, above, none, below, none, none, none, none, none};
    const std::vector<Side> near{above, none, below, none, none, above, none, below, none};
    BOOST_TEST(beyond_limits(values, limits) == outside, boost::test_tools::per_element());
    BOOST_TEST(near_limits(values, limits, close) == near, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_exception_goes_before_a_run_and_a_run_before_a_trend) {
    // The run of eight above the mean ends in a month far above the limit.
    const Values shifted = steady(41) + Values{104, 105, 104, 105, 104, 105, 104, 140};
    const ControlChart exception = chart_values(shifted, {}, {}, {});
    BOOST_TEST(exception.latest == Class::exception);
    BOOST_TEST((exception.points.back().shift == Side::above));
    BOOST_TEST(exception.run_length == 8u);

    const Values rising = steady(40) + Values{103, 104, 105, 106, 107, 108, 109, 110};
    const ControlChart run = chart_values(rising, {}, {}, {});
    BOOST_TEST((run.points.back().trend == Side::above));
    BOOST_TEST((run.points.back().outside == Side::none || run.latest == Class::exception));
    RuleSet wide;
    wide.limit_sigmas = 9.0;
    BOOST_TEST(chart_values(rising, {}, {}, wide).latest == Class::step_shift);
}

BOOST_AUTO_TEST_CASE(earlier_exceptions_are_listed_from_the_latest) {
    const ControlChart chart =
        chart_values(steady(10) + Values{170} + steady(20) + Values{30} + steady(10), {}, {}, {});
    BOOST_TEST(chart.earlier_exceptions == (std::vector<std::size_t>{31, 10}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(six_to_twelve_months_have_limits_on_trial) {
    for (const std::size_t months : {6u, 12u, 13u}) {
        const ControlChart chart = chart_values(steady(months), {}, {}, {});
        BOOST_TEST((chart.segments.front().assessable == (months < 13 ? Assessable::trial : Assessable::yes)));
        BOOST_TEST(chart.latest == Class::stable);
    }
    BOOST_TEST(chart_values(steady(6), {}, {}, {}).segments.front().why ==
               "the limits are on trial: they rest on 6 months only");
}

BOOST_AUTO_TEST_CASE(limits_are_the_mean_and_three_sample_standard_deviations) {
    const ControlChart chart = chart_values(on_mean, {}, {}, {});
    const Segment& segment = chart.segments.front();
    BOOST_TEST(segment.centre == 10.0);
    BOOST_TEST(segment.sigma == 2.6331223544175333, boost::test_tools::tolerance(1e-14));
    BOOST_TEST(segment.lower == 2.1006329367474006, boost::test_tools::tolerance(1e-14));
    BOOST_TEST(segment.upper == 17.899367063252598, boost::test_tools::tolerance(1e-14));
    BOOST_TEST(segment.near_upper == 10.0 + 2.0 * segment.sigma);
    BOOST_TEST(chart.run_length == 8u);
    BOOST_TEST((chart.run_side == Side::below));
    BOOST_TEST(chart.trend_length == 1u);
}

BOOST_AUTO_TEST_CASE(the_mean_of_equal_values_is_that_value) {
    const std::vector<double> tenths(10, 0.1);
    BOOST_TEST(mean_of(tenths).value() == 0.1);
    BOOST_TEST(sample_sd(tenths).value() == 0.0);
    BOOST_TEST(!mean_of({}).has_value());
    BOOST_TEST(!sample_sd(std::vector<double>{1.0}).has_value());
}

BOOST_AUTO_TEST_CASE(whether_a_side_is_good_news) {
    using enum Judgement;
    const struct {
        Side side;
        plan::Good good;
        Judgement judgement;
    } rows[] = {
        {Side::above, plan::Good::up, improvement}, {Side::above, plan::Good::down, concern},
        {Side::below, plan::Good::up, concern},     {Side::below, plan::Good::down, improvement},
        {Side::above, plan::Good::none, neutral},   {Side::none, plan::Good::up, none},
    };
    for (const auto& row : rows) BOOST_TEST(judge(row.side, row.good) == row.judgement);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
