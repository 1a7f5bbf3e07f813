#include "panelbook/report/scale.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace panelbook::report;

namespace {

struct ScaleCase {
    const char* name;
    double lowest;
    double highest;
    bool is_share;
    double minimum;
    double maximum;
};

std::ostream& operator<<(std::ostream& out, const ScaleCase& one) {
    return out << one.name;
}

const ScaleCase scales[] = {
    {"all crime starts where the data live", 5231, 9364, false, 5000, 10000},
    {"small counts start at zero", 0, 7, false, 0, 8},
    {"counts near zero start at zero", 47, 719, false, 0, 800},
    {"a share stays below 100%", 86, 100, true, 85, 100},
    {"a share in the middle", 52.3, 57.9, true, 52, 58},
    {"one value has room about it", 40, 40, false, 36, 44},
    {"a share of 100% throughout", 100, 100, true, 90, 100},
    {"nothing but zeros", 0, 0, false, 0, 1},
    {"money below zero", -250, 100, false, -300, 100},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_DATA_TEST_CASE(a_scale_has_round_ends_about_the_data, boost::unit_test::data::make(scales)) {
    const Scale scale = scale_about(sample.lowest, sample.highest, sample.is_share);
    BOOST_TEST(scale.minimum == sample.minimum, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(scale.maximum == sample.maximum, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(scale.step > 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
