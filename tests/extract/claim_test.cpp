#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;

namespace {

struct ClaimCase {
    const char* file;
    const char* source;
    bool ambiguous;
    const char* nearest;
};
std::ostream& operator<<(std::ostream& out, const ClaimCase& one) {
    return out << one.file;
}
const ClaimCase cases[] = {
    {"crime June.xlsx", "crime", false, ""},      {"from the force/Crime June.XLSX", "crime", false, ""},
    {"Youth return Q1.xlsx", "youth", false, ""}, {"Youth return city.xlsx", "", true, "youth-city"},
    {"Yuoth return Q1.xlsx", "", false, "youth"}, {"holiday photos.jpg", "", false, ""},
};

plan::Plan three_sources() {
    plan::Plan plan = tests::office_plan();
    plan::Source youth;
    youth.id = {"youth"};
    youth.file_pattern = "Youth return*.xlsx";
    plan::Source city;
    city.id = {"youth-city"};
    city.file_pattern = "Youth return city*.xlsx";
    plan.sources.push_back(youth);
    plan.sources.push_back(city);
    return plan;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(claims)

BOOST_DATA_TEST_CASE(a_file_belongs_to_the_one_source_whose_pattern_it_fits, data::make(cases), one) {
    const plan::Plan plan = three_sources();
    const panelbook::extract::Claim claim = panelbook::extract::claim(one.file, plan);
    BOOST_TEST((claim.source == nullptr ? "" : claim.source->id.text) == one.source);
    BOOST_TEST(claim.ambiguous == one.ambiguous);
    BOOST_TEST(claim.nearest == one.nearest);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
