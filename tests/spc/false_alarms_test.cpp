#include "panelbook/spc/false_alarms.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <ostream>

namespace panelbook::spc {

namespace {

/// Per cent of charts of 45 months, by a simulation of 1,500 normal series in control (statistics.md 5).
struct Expected {
    const char* name;
    RuleSet rules;
    double any;
    double latest;
};

std::ostream& operator<<(std::ostream& out, const Expected& expected) {
    return out << expected.name;
}

RuleSet with_run_of(int points) {
    RuleSet rules = opcc();
    rules.shift_points = points;
    return rules;
}

RuleSet limits_alone() {
    RuleSet rules = opcc();
    rules.rules = {Rule::beyond_limits};
    return rules;
}

const Expected table[] = {
    {"nhs", nhs(), 36.9, 2.5},
    {"weco", weco(), 32.1, 2.0},
    {"nelson", nelson(), 39.6, 2.5},
    {"opcc, run of 7", with_run_of(7), 29.3, 2.0},
    {"opcc", opcc(), 17.7, 1.0},
    {"opcc, run of 9", with_run_of(9), 11.6, 0.5},
    {"3 SD alone", limits_alone(), 7.1, 0.3},
    {"anhoej", anhoej(), 21.0, 21.0},
};

/// Three standard errors of the difference of two simulated shares, in per cent.
double simulation_error(double per_cent) {
    const double share = per_cent / 100.0;
    return 100.0 * 3.0 * std::sqrt(share * (1.0 - share) * (1.0 / 1500.0 + 1.0 / 2000.0));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(false_alarms_come_as_often_as_the_study_found, boost::unit_test::data::make(table), expected) {
    const FalseAlarms alarms = false_alarms(expected.rules, ChartType::individuals, 45);
    BOOST_TEST(std::abs(100.0 * alarms.any - expected.any) < simulation_error(expected.any));
    if (!expected.rules.has(Rule::unusual_runs))
        BOOST_TEST(std::abs(100.0 * alarms.latest - expected.latest) < simulation_error(expected.latest));
}

BOOST_AUTO_TEST_CASE(the_same_every_time_and_none_where_there_is_no_class) {
    const FalseAlarms once = false_alarms(opcc(), ChartType::individuals, 24);
    const FalseAlarms again = false_alarms(opcc(), ChartType::individuals, 24);
    BOOST_TEST(once.any == again.any);
    BOOST_TEST(once.latest == again.latest);
    BOOST_TEST(once.any > 0.0);
    BOOST_TEST(false_alarms(opcc(), ChartType::individuals, 5).any == 0.0);
}

BOOST_AUTO_TEST_CASE(charts_add_up_and_segments_are_separate) {
    std::vector<std::optional<double>> values(48);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 100.0 + static_cast<double>((i * 7) % 11);
    const std::size_t reset[] = {24};
    const std::vector<ControlChart> charts{chart_values(values, {}, {}, opcc()),
                                           chart_values(values, reset, {}, opcc()),
                                           chart_values(std::span(values).first(3), {}, {}, opcc())};
    const ExpectedAlarms expected = expected_alarms(charts);
    const FalseAlarms whole = false_alarms(opcc(), ChartType::individuals, 48);
    const FalseAlarms half = false_alarms(opcc(), ChartType::individuals, 24);
    BOOST_TEST(expected.charts == 2u);
    BOOST_TEST(expected.latest == whole.latest + half.latest);
    BOOST_TEST(std::abs(expected.any - (whole.any + 1.0 - (1.0 - half.any) * (1.0 - half.any))) < 1e-12);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
