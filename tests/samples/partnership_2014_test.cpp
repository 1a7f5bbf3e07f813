#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fmt/format.h>
#include <ostream>
#include <set>
#include <string>

#include "panelbook/savings/savings.hpp"

#include "support/sample_figures.hpp"

namespace data = boost::unit_test::data;

namespace {

using namespace panelbook;
using plan::Basis;

const tests::SampleFigures& sample() {
    static const tests::SampleFigures once = tests::read_sample_figures("2014-15-q1");
    return once;
}

struct PublishedChange {
    const char* measure;
    Basis basis;
    double figure;
    double reference;
    const char* change;  ///< per cent, as printed
};
std::ostream& operator<<(std::ostream& out, const PublishedChange& row) {
    return out << row.measure;
}
const PublishedChange published_changes[] = {
    {"offending-18-24", Basis::year_to_date, 38, 90, "-58"},
    {"licensed-premises", Basis::year_to_date, 361, 472, "-24"},
    {"all-crime", Basis::baseline_year, 15243, 15122, "0.8"},
    {"burglary", Basis::baseline_year, 930, 803, "15.8"},
    {"violence", Basis::baseline_year, 1021, 1068, "-4.4"},
    {"theft-from", Basis::baseline_year, 1326, 1284, "3.3"},
    {"theft-of", Basis::baseline_year, 315, 265, "18.9"},
    {"missing", Basis::year_to_date, 1043, 1060, "-2"},
    {"absent", Basis::year_to_date, 772, 916, "-16"},
    {"key-locations", Basis::year_to_date, 112, 109, "3"},
};

struct PublishedShare {
    const char* measure;
    double per_cent;
};
std::ostream& operator<<(std::ostream& out, const PublishedShare& row) {
    return out << row.measure;
}
const PublishedShare published_shares[] = {
    {"domestic-violence-satisfaction", 88.2},
    {"hate-crime-satisfaction", 81.3},
    {"asb-satisfaction", 82.7},
    {"all-user-satisfaction", 84.1},
    {"confidence", 81.8},
    {"burglary-satisfaction", 91.2},
    {"violence-satisfaction", 78.1},
    {"theft-from-satisfaction", 86.0},
    {"theft-of-satisfaction", 76.2},
};

struct PublishedGap {
    const char* measure;
    const char* reason;  ///< words of it
};
std::ostream& operator<<(std::ostream& out, const PublishedGap& row) {
    return out << row.measure;
}
const PublishedGap published_gaps[] = {
    {"first-time-entrants", "Not yet presented to the Youth Offending Management Board (expected on 22 October 2014)"},
    {"reoffending-18-24", "Reducing Re-offending Board on 19 September"},
    {"treatment-completions", "no longer available nationally"},
    {"treatment-re-presentations", "no longer available nationally"},
    {"drugs-programme-reoffending", "no longer available nationally"},
    {"domestic-violence-outcome", "being developed"},
    {"domestic-violence-awareness", "being developed"},
    {"sexual-offences-outcome", "being developed"},
    {"sexual-offences-satisfaction", "being developed"},
    {"sexual-offences-awareness", "being developed"},
    {"hate-crime-outcome", "being developed"},
    {"hate-crime-awareness", "being developed"},
    {"burglary-outcome", "being developed"},
    {"violence-outcome", "being developed"},
    {"theft-from-outcome", "being developed"},
    {"theft-of-outcome", "being developed"},
};

double value_at(const std::string& measure, const std::string& area, Period period) {
    const SeriesPoint* point = sample().series(measure, area).at(period);
    BOOST_REQUIRE_MESSAGE(point != nullptr && point->value, measure << ' ' << area << ' ' << period.key());
    return to_number(*point->value);
}

BOOST_AUTO_TEST_SUITE(samples)

BOOST_AUTO_TEST_CASE(plan_and_workbooks_of_the_partnership_dashboard_are_read_without_an_error) {
    for (const Finding& finding : sample().plan_findings) BOOST_ERROR(to_text(finding));
    for (const Finding& finding : sample().findings)
        if (finding.severity == Severity::error) BOOST_ERROR(to_text(finding));
    for (const plan::Source& source : sample().plan.sources)
        BOOST_TEST(sample().claimed.contains(source.id.text), "no workbook of " << source.id.text);
}

BOOST_DATA_TEST_CASE(changes_come_out_as_published, data::make(published_changes), row) {
    const compare::Comparison comparison = sample().comparison(row.measure, row.basis);
    BOOST_REQUIRE(comparison.current.value && comparison.reference.value && comparison.percent_change);
    BOOST_TEST(*comparison.current.value == row.figure);
    BOOST_TEST(*comparison.reference.value == row.reference);
    BOOST_TEST(fmt::format("{:.{}f}", *comparison.percent_change, sample().measure(row.measure).change_decimals) ==
               row.change);
}

BOOST_DATA_TEST_CASE(shares_come_out_as_published_of_people_who_can_give_them, data::make(published_shares), row) {
    const SeriesPoint* point = sample().series(row.measure).at(Period::quarter(2014, 1));
    BOOST_REQUIRE(point != nullptr && point->value && point->denominator);
    BOOST_TEST(to_number(*point->value) == row.per_cent, boost::test_tools::tolerance(1e-12));
    const double people = std::round(row.per_cent * *point->denominator / 100.0);
    BOOST_TEST(fmt::format("{:.1f}", 100.0 * people / *point->denominator) == fmt::format("{:.1f}", row.per_cent));
}

BOOST_DATA_TEST_CASE(lines_without_a_figure_say_why, data::make(published_gaps), row) {
    const compare::PeriodValue value =
        compare::value_of(sample().series(row.measure), sample().measure(row.measure), Period::quarter(2014, 1));
    BOOST_TEST(!value.value);
    BOOST_TEST(value.reason.find(row.reason) != std::string::npos, value.reason);
}

BOOST_AUTO_TEST_CASE(nothing_of_an_unreleased_return_is_known) {
    std::set<double> withheld;
    for (const Observation& observation : sample().said)
        if (observation.measure.text == "first-time-entrants" && observation.value)
            withheld.insert(to_number(*observation.value));
    BOOST_TEST(withheld.size() > 1U);
    for (const Series& series : sample().known.series) {
        if (series.measure.text != "first-time-entrants") continue;
        for (const SeriesPoint& point : series.points) BOOST_TEST(!point.value);
    }
}

BOOST_AUTO_TEST_CASE(the_families_are_counted_out_of_1883) {
    for (const auto& [measure, count] : {std::pair{"families-reoffended", 634.0}, {"families-reductions", 346.0}}) {
        const SeriesPoint* point = sample().series(measure).at(Period::quarter(2014, 1));
        BOOST_REQUIRE(point != nullptr && point->value && point->denominator);
        BOOST_TEST(to_number(*point->value) == count);
        BOOST_TEST(*point->denominator == 1883.0);
    }
}

BOOST_AUTO_TEST_CASE(the_savings_add_up_to_the_penny) {
    const auto savings = savings::savings_of(sample().known.savings);
    BOOST_TEST(savings.findings.empty());
    BOOST_REQUIRE_EQUAL(savings.value.positions.size(), 1U);
    const savings::Position& position = savings.value.positions.front();
    BOOST_TEST(position.scope == "1 April 2013 to 31 March 2017");
    BOOST_TEST((position.as_at == Date(2014, 3, 31)));
    BOOST_TEST(position.total.required.value().count == 2'300'000'000);
    BOOST_TEST(position.total.realised.count == 324'000'000);
    BOOST_TEST(position.total.identified.count == 184'000'000);
    BOOST_TEST(position.total.still_to_find.value().count == 1'792'000'000);
}

BOOST_AUTO_TEST_CASE(city_county_and_rutland_add_up_in_every_month) {
    for (const char* measure : {"all-crime", "burglary", "violence", "theft-from", "theft-of", "licensed-premises"}) {
        const Series& whole = sample().series(measure);
        BOOST_TEST(whole.points.size() >= 15U);
        for (const SeriesPoint& point : whole.points) {
            if (!point.value) continue;
            double sum = 0;
            for (const char* area : {"city", "county", "rutland"}) sum += value_at(measure, area, point.period);
            BOOST_TEST(to_number(*point.value) == sum);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_charts_have_something_to_say) {
    BOOST_TEST((sample().chart("theft-of").latest == spc::Class::exception));
    BOOST_TEST((sample().chart("absent").latest == spc::Class::step_shift));
    BOOST_TEST((sample().chart("all-crime").latest == spc::Class::stable));
    BOOST_TEST(sample().chart("violence").segments.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
