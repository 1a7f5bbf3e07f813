// What is said of a figure set against a target or other areas rather than its own past.

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "said.hpp"

namespace panelbook::tests {

namespace {

using compare::Comparison;

struct FixedCase {
    const char* name;
    plan::Good good;
    double figure;
    const char* said;
};
std::ostream& operator<<(std::ostream& out, const FixedCase& one) {
    return out << one.name;
}

// The year's target is 8,000: 2,000 for the quarter.
const FixedCase fixed_cases[] = {
    {"worse", plan::Good::down, 2400.0,
     "The quarter is 20% (400 offences) above the target for Quarter 1 2020/21, worse by more than chance would "
     "explain."},
    {"better", plan::Good::up, 2400.0,
     "The quarter is 20% (400 offences) above the target for Quarter 1 2020/21, better by more than chance would "
     "explain."},
    {"near", plan::Good::down, 2010.0,
     "The quarter is 1% (10 offences) above the target for Quarter 1 2020/21, no further than chance would "
     "explain."},
    {"neither is better", plan::Good::none, 2400.0,
     "The quarter is 20% (400 offences) above the target for Quarter 1 2020/21, further than chance would explain."},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(commentary)

BOOST_DATA_TEST_CASE(a_distance_to_a_target_is_no_rise_or_fall, boost::unit_test::data::make(fixed_cases), one) {
    plan::Measure measure = offences();
    measure.good = one.good;
    measure.target = 8000.0;
    const Series series = series_of({{"2020/21 Q1", one.figure}});
    const Comparison comparison = panelbook::compare::compare(series, measure, plan::Basis::target, quarter, {});
    const auto said = panelbook::commentary::sentences({measure, series, nullptr, {&comparison}, {}, quarter});
    BOOST_TEST_REQUIRE(!said.empty());
    BOOST_TEST(said.front() == one.said);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
