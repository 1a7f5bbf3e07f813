#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <iomanip>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>

#include "support/sample_figures.hpp"

namespace data = boost::unit_test::data;

namespace {

using namespace panelbook;
using plan::Basis;
using spc::Class;
using spc::Side;

const Period quarter = Period::quarter(2020, 1);

const tests::SampleFigures& sample() {
    static const tests::SampleFigures once = tests::read_sample_figures("2020-21-q1");
    return once;
}

std::string rounded(double value, int decimals) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(decimals) << value;
    return out.str();
}

struct PublishedLimits {
    const char* measure;
    int upper, mean, lower;
};
std::ostream& operator<<(std::ostream& out, const PublishedLimits& row) {
    return out << row.measure;
}
const PublishedLimits published_limits[] = {
    {"calls-999", 15808, 12159, 8510},  {"answered-999", 100, 94, 86},   {"calls-101", 53515, 34388, 15260},
    {"incidents", 24434, 20242, 16050}, {"all-crime", 9364, 7297, 5231}, {"stop-search", 719, 295, 0},
    {"stop-arrests", 103, 47, 0},
};

/// A change against the same quarter of the year before as the papers print it: in per cent, or in points for
/// percentages; the change in number and the quarter's own figure. Each where the papers give it.
struct PublishedChange {
    const char* kpi;
    const char* measure;
    const char* change;
    std::optional<double> number = std::nullopt;
    const char* figure = nullptr;
};
std::ostream& operator<<(std::ostream& out, const PublishedChange& row) {
    return out << row.kpi << ' ' << row.measure;
}
const PublishedChange published_changes[] = {
    {"1.1", "calls-999", "-19.6"},
    {"1.2", "answered-999", "2", std::nullopt, "96"},
    {"1.4", "calls-101", "-5.5"},
    {"1.5", "answered-101", "12", std::nullopt, "67"},
    {"1.7", "online-reports", "-40"},
    {"2.1", "incidents", "3"},
    {"2.2", "response-grade-1", "-21.8"},
    {"2.2", "response-grade-2", "-42.9"},
    {"3.1", "all-crime", "-14.1"},
    {"3.2", "homicide", nullptr, 1.0, "3"},
    {"3.3", "violence-injury", "41", 760.0},
    {"3.4.1", "stalking", "58", 1083.0},
    {"3.7", "hate", "28", 129.0},
    {"3.8", "burglary", "-46", -583.0},
    {"4.1", "positive-outcomes", "6.1"},
    {"4.2", "outcome-16", "0.5"},
    {"4.3", "satisfaction", "1"},
    {"4.4", "satisfaction-asb", "3", std::nullopt, "70"},
    {"4.5", "satisfaction-hate", "2", std::nullopt, "72"},
    {"4.7", "national-survey", "2.8", std::nullopt, "54.6"},
    {"5.1", "stop-search", "101.1", 972.0},
    {"5.2", "stop-arrests", "9.4"},
    {"5.3", "stop-outcomes", "67.2"},
    {"5.4", "road-deaths", "-20"},
    {"5.6", "protection-orders", "10.5"},
};

/// The quarter's figure and that of the quarter before, as printed.
struct QuarterBefore {
    const char* measure;
    const char* figure;
    const char* before;
};
std::ostream& operator<<(std::ostream& out, const QuarterBefore& row) {
    return out << row.measure;
}
const QuarterBefore quarters_before[] = {
    {"wait-999", "2.0", "1.3"},
    {"wait-101", "62", "41"},
    {"national-survey", "54.6", "54.0"},
    {"emails", "1515", "1096"},
    {"meetings", "351", "292"},
    {"events", "6", "24"},
    {"tweets", "95", "108"},
    {"website-views", "18444", "23138"},
    {"visit-time", "79", "68"},
    {"leave-days", "24", "74"},
    {"engagement-hours", "10.5", "60.0"},
};

/// The class of June 2020; for a shift its run, for a trend its changes.
struct ExpectedClass {
    const char* measure;
    Class expected;
    Side side = Side::none;
    std::size_t length = 0;
};
std::ostream& operator<<(std::ostream& out, const ExpectedClass& row) {
    return out << row.measure;
}
const ExpectedClass expected_classes[] = {
    {"calls-999", Class::stable},
    {"answered-999", Class::stable},
    {"abandoned-999", Class::stable},
    {"wait-999", Class::stable},
    {"calls-101", Class::step_shift, Side::below, 22},
    {"answered-101", Class::stable},
    {"abandoned-101", Class::stable},
    {"wait-101", Class::stable},
    {"online-reports", Class::stable},
    {"incidents", Class::stable},
    {"response-grade-1", Class::stable},
    {"response-grade-2", Class::trend, Side::below, 6},
    {"asb", Class::stable},
    {"missing", Class::stable},
    {"domestic-incidents", Class::stable},
    {"all-crime", Class::stable},
    {"homicide", Class::stable},
    {"violence-injury", Class::exception, Side::above},
    {"violence-no-injury", Class::step_shift, Side::above, 23},
    {"stalking", Class::step_shift, Side::above, 20},
    {"knife", Class::stable},
    {"rape", Class::stable},
    {"rape-historical", Class::stable},
    {"hate", Class::exception, Side::above},
    {"burglary", Class::near_limit, Side::below},
    {"drugs", Class::near_limit, Side::above},
    {"domestic-abuse", Class::stable},
    {"cse", Class::stable},
    {"positive-outcomes", Class::stable},
    {"outcome-16", Class::stable},
    {"satisfaction", Class::stable},
    {"satisfaction-asb", Class::stable},
    {"satisfaction-hate", Class::stable},
    {"satisfaction-violence", Class::stable},
    {"stop-search", Class::step_shift, Side::above, 17},
    {"stop-arrests", Class::stable},
    {"stop-outcomes", Class::stable},
    {"road-deaths", Class::stable},
    {"awareness-courses", Class::not_assessed},
    {"protection-orders", Class::stable},
};

double value_at(const Series& series, Period period) {
    const SeriesPoint* point = series.at(period);
    BOOST_REQUIRE_MESSAGE(point != nullptr && point->value, "no value for " << period.key());
    return to_number(*point->value);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(samples)

BOOST_AUTO_TEST_CASE(nothing_in_the_workbooks_is_to_be_mended) {
    for (const Finding& finding : sample().plan_findings) BOOST_ERROR(to_text(finding));
    for (const Finding& finding : sample().findings)
        if (finding.severity != Severity::note) BOOST_ERROR(to_text(finding));
    for (const plan::Source& source : sample().plan.sources)
        BOOST_CHECK_MESSAGE(sample().claimed.contains(source.id.text), "no workbook of " << source.id.text);
}

BOOST_DATA_TEST_CASE(limits_come_out_as_published, data::make(published_limits), row) {
    const spc::ControlChart chart = sample().chart(row.measure);
    BOOST_REQUIRE_EQUAL(chart.segments.size(), 1U);
    const spc::Segment& segment = chart.segments.front();
    BOOST_CHECK_EQUAL(segment.present, 45U);
    BOOST_CHECK_SMALL(std::round(segment.upper) - row.upper, 2.1);
    BOOST_CHECK_SMALL(std::round(segment.centre) - row.mean, 2.1);
    BOOST_CHECK_SMALL(std::round(segment.lower) - row.lower, 2.1);
}

BOOST_DATA_TEST_CASE(quarter_changes_come_out_as_published, data::make(published_changes), row) {
    const plan::Measure& measure = sample().measure(row.measure);
    BOOST_CHECK_EQUAL(measure.kpi, row.kpi);
    const compare::Comparison comparison = sample().comparison(row.measure, Basis::quarter_on_year);
    BOOST_REQUIRE(comparison.difference);
    const auto change = measure.unit == plan::Unit::percent ? comparison.difference : comparison.percent_change;
    BOOST_REQUIRE(change);
    if (row.change) BOOST_CHECK_EQUAL(rounded(*change, measure.change_decimals), row.change);
    if (row.number) BOOST_CHECK_EQUAL(*comparison.difference, *row.number);
    if (row.figure) BOOST_CHECK_EQUAL(rounded(*comparison.current.value, measure.decimals), row.figure);
}

BOOST_DATA_TEST_CASE(figures_of_the_quarter_before_come_out_as_published, data::make(quarters_before), row) {
    const plan::Measure& measure = sample().measure(row.measure);
    const compare::Comparison comparison = sample().comparison(row.measure, Basis::quarter_on_quarter);
    BOOST_REQUIRE(comparison.current.value && comparison.reference.value);
    BOOST_CHECK_EQUAL(rounded(*comparison.current.value, measure.decimals), row.figure);
    BOOST_CHECK_EQUAL(rounded(*comparison.reference.value, measure.decimals), row.before);
}

BOOST_DATA_TEST_CASE(classes_are_those_the_report_describes, data::make(expected_classes), row) {
    const spc::ControlChart chart = sample().chart(row.measure);
    BOOST_CHECK(chart.latest == row.expected);
    BOOST_CHECK(chart.side == row.side);
    if (row.expected == Class::step_shift) BOOST_CHECK_EQUAL(chart.run_length, row.length);
    if (row.expected == Class::trend) BOOST_CHECK_EQUAL(chart.trend_length, row.length);
}

BOOST_AUTO_TEST_CASE(every_charted_measure_has_its_class_checked) {
    std::set<std::string> checked;
    for (const ExpectedClass& row : expected_classes) checked.insert(row.measure);
    for (const plan::Measure& measure : sample().plan.measures)
        BOOST_CHECK_EQUAL(measure.chart, checked.contains(measure.id.text));
}

BOOST_AUTO_TEST_CASE(calls_to_101_were_abandoned_most_in_april) {
    const Series& series = sample().series("abandoned-101");
    BOOST_CHECK_EQUAL(rounded(*compare::value_of(series, sample().measure("abandoned-101"), quarter).value, 1), "11.2");
    BOOST_CHECK_EQUAL(value_at(series, Period::month(2020, 4)), 13.4);
    BOOST_CHECK_LT(value_at(series, Period::month(2020, 5)), 13.4);
    BOOST_CHECK_LT(value_at(series, Period::month(2020, 6)), 13.4);
    const Series& calls = sample().series("abandoned-999");
    BOOST_CHECK_EQUAL(rounded(*compare::value_of(calls, sample().measure("abandoned-999"), quarter).value, 1), "0.3");
}

BOOST_AUTO_TEST_CASE(the_summer_of_2018_is_beyond_the_limit_and_an_event_explains_it) {
    const spc::ControlChart chart = sample().chart("response-grade-1");
    BOOST_CHECK_EQUAL(rounded(chart.segments.front().centre, 0), "24");
    BOOST_REQUIRE_EQUAL(chart.earlier_exceptions.size(), 2U);
    const spc::ChartPoint& august = chart.points[chart.earlier_exceptions[0]];
    const spc::ChartPoint& july = chart.points[chart.earlier_exceptions[1]];
    BOOST_CHECK(july.period == Period::month(2018, 7));
    BOOST_CHECK_EQUAL(july.value.value_or(0), 48.0);
    BOOST_CHECK(august.period == Period::month(2018, 8));
    BOOST_CHECK_EQUAL(august.value.value_or(0), 44.0);
    const auto& events = sample().plan.events;
    BOOST_CHECK(std::any_of(events.begin(), events.end(), [&](const plan::Event& event) {
        return event.from <= july.period && event.to && august.period <= *event.to &&
               event.label.find("World Cup") != std::string::npos &&
               std::count(event.measures.begin(), event.measures.end(), MeasureId{"response-grade-1"}) == 1;
    }));
}

BOOST_AUTO_TEST_CASE(knife_offences_are_charted_from_their_reset_only) {
    const spc::ControlChart chart = sample().chart("knife");
    BOOST_REQUIRE_EQUAL(chart.points.size(), 45U);
    BOOST_CHECK(std::none_of(chart.points.begin(), chart.points.begin() + 30,
                             [](const spc::ChartPoint& point) { return point.value.has_value(); }));
    const spc::Segment& segment = chart.segments.back();
    BOOST_CHECK(chart.points[segment.first].period == Period::month(2019, 4));
    BOOST_CHECK_EQUAL(segment.present, 15U);
    BOOST_CHECK_EQUAL(segment.reset_reason, "new recording rules");
    const SeriesPoint* before = sample().series("knife").at(Period::month(2019, 3));
    BOOST_REQUIRE(before != nullptr);
    BOOST_CHECK(before->marker == Marker::not_applicable);
    BOOST_CHECK_NE(before->reason, "");
}

BOOST_AUTO_TEST_CASE(a_measure_that_was_not_recorded_says_why) {
    const spc::ControlChart chart = sample().chart("awareness-courses");
    BOOST_CHECK(chart.latest == Class::not_assessed);
    BOOST_CHECK_EQUAL(chart.why, "Not recorded this quarter because of COVID-19: no courses were held.");
}

BOOST_AUTO_TEST_CASE(what_the_board_has_not_seen_is_withheld) {
    const SeriesPoint* point = sample().series("victims-supported").at(quarter);
    BOOST_REQUIRE(point != nullptr);
    BOOST_CHECK(!point->value);
    BOOST_CHECK(point->marker == Marker::not_released);
    BOOST_CHECK_EQUAL(value_at(sample().series("victims-supported"), Period::quarter(2019, 4)), 1391.0);
}

BOOST_AUTO_TEST_CASE(areas_add_up_to_the_force_in_every_month) {
    for (const char* measure : {"all-crime", "violence-injury", "burglary"}) {
        const Series& force = sample().series(measure);
        for (int month = 0; month < 45; ++month) {
            const Period period = Period::month(2016, 10).shifted(month);
            double sum = 0;
            for (const char* area : {"city", "county", "rutland"})
                sum += value_at(sample().series(measure, area), period);
            BOOST_CHECK_EQUAL(value_at(force, period), sum);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
