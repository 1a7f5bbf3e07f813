#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::spec_of;
using tests::TableCase;

namespace {

const plan::TableSpec form = spec_of(plan::Layout::workbook_return);
constexpr const char* head =
    "Quarterly return\n\nOrganisation | Youth service\nBoard | Youth Board\nPeriod | 2014/15 Q1\nPresented to the "
    "board on | "
    "2014-09-29\nCompleted by (role) | Manager\n\n";

const std::string one_a_row = std::string(head) + "Measure | Value | n\nBurglary | 5 |\nSatisfaction | 81.5% | 65\n";
const std::string with_periods = std::string(head) + "Measure | Area | Period | Value\nBurglary | City | Apr-14 | 5\n";
const std::string across = std::string(head) + "Measure | Apr | May | Jun\nBurglary | 5 | 6 | 7\n";

const std::vector<TableCase> cases = {
    {"one figure a row for the period of the form",
     form,
     {},
     one_a_row.c_str(),
     {"burglary force 2014/15 Q1 5", "satisfaction force 2014/15 Q1 81.5 of 65"},
     {}},
    {"areas and periods in columns", form, {}, with_periods.c_str(), {"burglary city 2014-04 5"}, {}},
    {"months across without a year take it from the form",
     form,
     {},
     across.c_str(),
     {"burglary force 2014-04 5", "burglary force 2014-05 6", "burglary force 2014-06 7"},
     {}},
    {"a form without its head",
     form,
     {},
     "Measure | Period | Value\nBurglary | Apr-14 | 5",
     {"burglary force 2014-04 5"},
     {"note sign-off-missing"}},
};

struct DateCase {
    const char* name;
    const char* cell;
    std::optional<Date> date;
    std::vector<std::string> found;
};
std::ostream& operator<<(std::ostream& out, const DateCase& one) {
    return out << one.name;
}
const std::vector<DateCase> dates = {
    {"a date", "2014-09-29", Date(2014, 9, 29), {}},
    {"a date as text", "'29/09/2014", Date(2014, 9, 29), {}},
    {"a date in words", "Monday 29th September 2014", Date(2014, 9, 29), {}},
    {"no date", "", {}, {"note sign-off-date-missing B1"}},
    {"not yet", "Not yet presented", {}, {"note sign-off-not-yet B1"}},
    {"an impossible date", "'31/09/2014", {}, {"warning sign-off-date-unreadable B1"}},
    {"other words", "the September meeting", {}, {"warning sign-off-date-unreadable B1"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(return_layout)

BOOST_DATA_TEST_CASE(the_office_form, data::make(cases), one) {
    tests::check_table(one);
}

BOOST_AUTO_TEST_CASE(the_sign_off_block_is_a_proposal) {
    const auto read = tests::read_table(one_a_row, form);
    BOOST_REQUIRE(read.value.sign_off.has_value());
    const SignOff& sign_off = *read.value.sign_off;
    BOOST_TEST(sign_off.organisation == "Youth service");
    BOOST_TEST(sign_off.board == "Youth Board");
    BOOST_TEST(sign_off.completed_by == "Manager");
    BOOST_TEST(sign_off.period->key() == "2014/15 Q1");
    BOOST_TEST((sign_off.presented_on == Date(2014, 9, 29)));
    BOOST_TEST(to_a1(*sign_off.presented_on_cell) == "B6");
    BOOST_TEST(sign_off.sheet == "Return");
}

BOOST_DATA_TEST_CASE(the_date_of_presentation, data::make(dates), one) {
    const std::string sheet = std::string("Presented to the board on | ") + one.cell +
                              "\nOrganisation | Youth\n\nMeasure | Period | "
                              "Value\nBurglary | Apr-14 | 5";
    const auto read = tests::read_table(sheet, form, {}, true);
    BOOST_TEST(tests::lines(tests::found(read.findings)) == tests::lines(one.found));
    BOOST_REQUIRE(read.value.sign_off.has_value());
    BOOST_TEST((read.value.sign_off->presented_on == one.date));
}

BOOST_AUTO_TEST_CASE(a_head_without_a_line_for_the_date_or_with_an_odd_period) {
    const auto read = tests::read_table(
        "Organisation | Youth\nPeriod | last summer\n\nMeasure | Period | Value\nBurglary | Apr-14 | 5", form, {},
        true);
    BOOST_TEST(tests::lines(tests::found(read.findings)) ==
               tests::lines({"warning sign-off-period B2", "note sign-off-date-missing"}));
    BOOST_TEST(tests::lines(tests::said(read.value)) == "burglary force 2014-04 5\n");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
