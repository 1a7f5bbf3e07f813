#include "panelbook/validate/accepted.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"
#include "support/workspace.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;

namespace {

struct AcceptedCase {
    const char* name;
    plan::Accepted row;
    std::vector<std::string>
        found;  // of an error not-a-number at B2 and a warning not-whole at C3, both of Return.xlsx
    const char* words;
};

std::ostream& operator<<(std::ostream& out, const AcceptedCase& one) {
    return out << one.name;
}

plan::Accepted accepted(const char* rule, const char* file, const char* measure, const char* until) {
    plan::Accepted row;
    row.rule = rule;
    row.file_pattern = file;
    if (*measure != '\0') row.measure = MeasureId{measure};
    row.reason = "It is counted so.";
    row.who = "Performance analyst";
    row.until = parse_iso_date(until);
    row.plan_cell = {3, 0};
    return row;
}

const AcceptedCase cases[] = {
    {"by file",
     accepted("not-a-number", "Return*.xlsx", "", "2014-09-30"),
     {"note not-a-number B2", "warning not-whole C3"},
     "Accepted by Performance analyst until 30 September 2014: It is counted so. Something."},
    {"on its last day",
     accepted("not-whole", "*", "", "2014-09-29"),
     {"error not-a-number B2", "note not-whole C3"},
     "Accepted by"},
    {"for good",
     accepted("not-whole", "*", "", ""),
     {"error not-a-number B2", "note not-whole C3"},
     "until further notice"},
    {"by measure",
     accepted("not-a-number", "", "burglary", ""),
     {"note not-a-number B2", "warning not-whole C3"},
     "Accepted by"},
    {"another measure",
     accepted("not-a-number", "", "robbery", ""),
     {"error not-a-number B2", "warning not-whole C3"},
     ""},
    {"another file", accepted("not-a-number", "Other*", "", ""), {"error not-a-number B2", "warning not-whole C3"}, ""},
    {"another rule", accepted("out-of-range", "*", "", ""), {"error not-a-number B2", "warning not-whole C3"}, ""},
    {"expired",
     accepted("not-a-number", "*", "", "2014-09-28"),
     {"error not-a-number B2", "warning not-whole C3", "warning acceptance-expired A4"},
     "held until 28 September 2014; it was found again since."},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(validate)

BOOST_DATA_TEST_CASE(what_the_office_accepted_is_shown_as_accepted, data::make(cases), one) {
    Findings findings = {
        {Severity::error, "not-a-number", {"city/Return.xlsx", "Return", CellRef{1, 1}}, "Something.", "Mend.", "", ""},
        {Severity::warning, "not-whole", {"city/Return.xlsx", "Return", CellRef{2, 2}}, "Something.", "Mend.", "", ""}};
    Observation burglary;
    burglary.measure = {"burglary"};
    burglary.where = {"city/Return.xlsx", "hash", "Return", {1, 1}};
    plan::Plan plan;
    plan.accepted = {one.row};
    panelbook::validate::mark_accepted(findings, {burglary}, plan, *parse_iso_date("2014-09-29"));
    BOOST_TEST(tests::lines(tests::found(findings)) == tests::lines(one.found));
    std::string messages;
    for (const Finding& finding : findings) messages += finding.message + "\n";
    BOOST_TEST(messages.find(one.words) != std::string::npos, messages);
}

BOOST_AUTO_TEST_CASE(a_run_with_nothing_but_accepted_errors_ends_well_until_they_expire) {
    const char* row =
        "@sheet Accepted\nrule\tfile or measure\treason\twho\tuntil\n"
        "not-a-number\tBurglaries*.xlsx\tThe county counts anew.\tPerformance analyst\t2014-09-30\n";
    tests::Workspace office;
    office.send("Burglaries June.xlsx", tests::Workspace::burglaries("about 40"));
    BOOST_TEST(office.run("2014-09-29").exit_code == 1);
    office.write_plan(row);
    BOOST_TEST(office.run("2014-09-30").exit_code == 0);
    BOOST_TEST(office.status().find("acceptance-expired") == std::string::npos);
    BOOST_TEST(office.run("2014-10-01").exit_code == 1);
    BOOST_TEST(office.status().find("acceptance-expired") != std::string::npos, office.status());
}

BOOST_AUTO_TEST_SUITE_END()
