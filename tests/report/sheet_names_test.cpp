#include "panelbook/report/sheet_names.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace panelbook::report;

namespace {

struct NameCase {
    const char* name;
    const char* wanted;
    const char* expected;
};

std::ostream& operator<<(std::ostream& out, const NameCase& one) {
    return out << one.name;
}

const NameCase names[] = {
    {"as it is", "3 Crime", "3 Crime"},
    {"letters that no sheet may have", "Victims: outcomes/[all]?", "Victims outcomes all"},
    {"apostrophes at the ends", "'Quoted'", "Quoted"},
    {"cut at a word", "Preventing and diverting young people from offending", "Preventing and diverting young"},
    {"one long word", "Llanfairpwllgwyngyllgogerychwyrndrobwll", "Llanfairpwllgwyngyllgogerychwyr"},
    {"letters, not bytes, are counted", "ééééééééééééééééééééééééééééééé", "ééééééééééééééééééééééééééééééé"},
    {"a page of every dashboard", "Data", "Data 2"},
    {"a name Excel keeps to itself", "History", "History 2"},
    {"nothing", "??", "Section"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_DATA_TEST_CASE(sheet_names_are_legal, boost::unit_test::data::make(names)) {
    BOOST_TEST(SheetNames().take(sample.wanted) == sample.expected);
}

BOOST_AUTO_TEST_CASE(no_sheet_name_is_given_twice) {
    SheetNames taken;
    const std::string long_theme = "Preventing and diverting young people from offending";
    BOOST_TEST(taken.take("Crime") == "Crime");
    BOOST_TEST(taken.take("CRIME") == "CRIME 2");
    BOOST_TEST(taken.take(long_theme) == "Preventing and diverting young");
    BOOST_TEST(taken.take(long_theme + " again") == "Preventing and diverting 2");
}

BOOST_AUTO_TEST_SUITE_END()
