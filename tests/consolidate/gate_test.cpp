#include "panelbook/consolidate/gate.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date july{2014, 7, 31};
const Date as_of{2014, 9, 29};
const Date october{2014, 10, 12};

struct Case {
    std::string name;
    std::vector<plan::Release> releases;
    std::optional<SignOff> sign_off;
    std::optional<Period> latest;
    bool released = false;
    std::string reason;
    std::string rule;  ///< of the finding, if there is one

    friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

plan::Release row(Period period, std::optional<Date> presented, std::optional<Date> expected = {},
                  std::string board = "") {
    return {{"youth"}, period, std::move(board), expected, presented};
}

SignOff signed_for(std::optional<Period> period, std::optional<Date> presented) {
    return {"Youth Service", "Youth Board", period, presented, "Head of service", CellRef{3, 1}, "Sign-off"};
}

const Period q1 = Period::quarter(2014, 1);
const Period q2 = Period::quarter(2014, 2);
const Period may = Period::month(2014, 5);
const Period june = Period::month(2014, 6);

const std::vector<Case> cases{
    {"no row", {}, {}, june, false, "Not yet presented to the Youth Board", ""},
    {"presented", {row(q1, july)}, {}, june, true, "", ""},
    {"presented on the day", {row(q1, as_of)}, {}, june, true, "", ""},
    {"to be presented",
     {row(q1, october)},
     {},
     june,
     false,
     "Not yet presented to the Youth Board (expected on 12 October 2014)",
     ""},
    {"expected",
     {row(q1, {}, october)},
     {},
     june,
     false,
     "Not yet presented to the Youth Board (expected on 12 October 2014)",
     ""},
    {"the row names another board",
     {row(q1, {}, {}, "The Safer Board")},
     {},
     june,
     false,
     "Not yet presented to The Safer Board",
     ""},
    {"only another quarter presented", {row(q2, july)}, {}, june, false, "Not yet presented to the Youth Board", ""},
    {"the very period decides before the one around it",
     {row(june, {}), row(q1, july)},
     {},
     june,
     false,
     "Not yet presented to the Youth Board",
     ""},
    {"the shorter of two around it decides",
     {row(Period::financial_year(2014), july), row(q1, {})},
     {},
     june,
     false,
     "Not yet presented to the Youth Board",
     ""},
    {"of two rows the later", {row(q1, {}), row(q1, july)}, {}, june, true, "", ""},
    {"a year ending in the quarter", {row(q1, july)}, {}, Period::ending(june, 12), true, "", ""},
    {"nothing in the file", {row(q1, july)}, {}, {}, false, "Not yet presented to the Youth Board", ""},
    {"the sign-off agrees", {row(q1, july)}, signed_for(q1, july), june, true, "", ""},
    {"the sign-off has no date", {row(q1, july)}, signed_for(q1, {}), june, true, "", ""},
    {"the sign-off decides the period", {row(q1, july)}, signed_for(q1, {}), may, true, "", ""},
    {"the sign-off disagrees",
     {row(q1, july)},
     signed_for(q1, as_of),
     june,
     false,
     "The return says that it was presented to the Youth Board on 29 September 2014, the plan says 31 July 2014",
     "release-disagrees"},
    {"the sign-off alone releases nothing",
     {row(q1, {}, october)},
     signed_for(q1, july),
     june,
     false,
     "Not yet presented to the Youth Board (expected on 12 October 2014)",
     "release-proposed"},
    {"the sign-off without a row",
     {},
     signed_for(q1, july),
     june,
     false,
     "Not yet presented to the Youth Board",
     "release-proposed"},
    {"the sign-off is of last quarter, the figures are not",
     {row(Period::quarter(2013, 4), july), row(q1, {})},
     signed_for(Period::quarter(2013, 4), july),
     june,
     false,
     "Not yet presented to the Youth Board",
     "release-disagrees"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_DATA_TEST_CASE(the_plan_decides_whether_a_file_is_released, boost::unit_test::data::make(cases), each) {
    tests::Office office;
    office.plan.releases = each.releases;
    history::FileRecord file = office.send("youth", "Youth.xlsx", Date(2014, 7, 10), {});
    file.sign_off = each.sign_off;
    file.latest = each.latest;
    const FileGate gate = gate_of(file, office.plan, as_of);
    BOOST_TEST(gate.released == each.released);
    BOOST_TEST(gate.reason == each.reason);
    BOOST_TEST_REQUIRE(gate.finding.has_value() == !each.rule.empty());
    if (gate.finding) {
        BOOST_TEST(gate.finding->rule == each.rule);
        BOOST_TEST((gate.finding->severity == Severity::error) == (each.rule == "release-disagrees"));
        BOOST_TEST(gate.finding->where.text() == "Youth.xlsx: 'Sign-off'!B4");
    }
}

BOOST_AUTO_TEST_CASE(a_figure_is_shown_from_when_it_is_known_and_presented) {
    tests::Office office;
    office.release("2014/15 Q1", july);
    const std::vector<tests::Figure> figures{{"entrants", "City", "2014/15 Q1", 5.0}};
    BOOST_TEST(
        (gate_of(office.send("youth", "Early.xlsx", Date(2014, 7, 10), figures), office.plan, as_of).shown_from ==
         july));
    BOOST_TEST((gate_of(office.send("youth", "Late.xlsx", Date(2014, 8, 10), figures), office.plan, as_of).shown_from ==
                Date(2014, 8, 10)));
}

BOOST_AUTO_TEST_CASE(a_source_that_needs_no_release_is_released) {
    tests::Office office;
    const history::FileRecord file = office.send("police", "Police.xlsx", july, {});
    BOOST_TEST(gate_of(file, office.plan, as_of).released);
    BOOST_TEST(release_of(office.source("police"), q1, office.plan, as_of).released);
}

BOOST_AUTO_TEST_CASE(a_file_of_no_source_of_the_plan_is_not_released) {
    tests::Office office;
    const history::FileRecord file = office.send("unknown", "Unknown.xlsx", july, {});
    BOOST_TEST(!gate_of(file, office.plan, as_of).released);
}

BOOST_AUTO_TEST_CASE(the_release_of_a_source_gives_its_dates_apart_from_its_reason) {
    tests::Office office;
    office.release("2014/15 Q1", std::nullopt, october);
    const Release release = release_of(office.source("youth"), june, office.plan, as_of);
    BOOST_TEST(!release.released);
    BOOST_TEST(release.reason == "Not yet presented to the Youth Board");
    BOOST_TEST((release.expected_on == october));
    BOOST_TEST(!release.presented_on.has_value());
}

BOOST_AUTO_TEST_CASE(findings_of_unreleased_files_quote_nothing) {
    tests::Office office;
    const std::vector<tests::Figure> figures{{"entrants", "City", "2014/15 Q1", 4711.0}};
    office.send("youth", "Youth.xlsx", july, figures);
    office.send("police", "Police.xlsx", july, figures);
    const auto about = [](const std::string& file, std::string rule, bool cell) {
        Finding finding{Severity::warning, std::move(rule), {file, "", {}}, "It is 4711, not 4712.",
                        "Type 4712.",      "4711",          "4712"};
        if (cell) finding.where = {file, "Return", CellRef{1, 2}};
        return finding;
    };
    const Findings sent{about("Youth.xlsx", "out-of-range", true), about("Youth.xlsx", "sum-of-parts", false),
                        about("Police.xlsx", "out-of-range", true), about("plan.xlsx", "unknown-word", true),
                        about("Youth.xlsx", "release-disagrees", true)};
    const Findings shown = publishable(sent, office.files, office.plan, as_of);
    BOOST_TEST_REQUIRE(shown.size() == sent.size());
    for (std::size_t i = 0; i < 2; ++i) {
        BOOST_TEST((shown[i].where == sent[i].where));
        BOOST_TEST(shown[i].rule == sent[i].rule);
        for (const std::string& text : {shown[i].message, shown[i].remedy, shown[i].found, shown[i].expected})
            BOOST_TEST(text.find("471") == std::string::npos);
        BOOST_TEST(!shown[i].message.empty());
    }
    for (std::size_t i = 2; i < sent.size(); ++i) {
        BOOST_TEST(shown[i].message == sent[i].message);
        BOOST_TEST(shown[i].found == "4711");
    }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_whole_file_is_said_without_a_release) {
    tests::Office office;
    office.send("youth", "Youth.xlsx", july, {});
    const Findings sent{{Severity::error,
                         "encrypted",
                         {"Youth.xlsx", "", {}},
                         "The file is encrypted.",
                         "Remove the password and send it again.",
                         "",
                         ""}};
    BOOST_TEST(publishable(sent, office.files, office.plan, as_of).front().message == "The file is encrypted.");
}

BOOST_AUTO_TEST_CASE(after_the_release_the_findings_say_all) {
    tests::Office office;
    office.release("2014/15 Q1", july);
    office.send("youth", "Youth.xlsx", july, {{"entrants", "City", "2014/15 Q1", 4711.0}});
    const Findings sent{
        {Severity::warning, "out-of-range", {"Youth.xlsx", "Return", CellRef{1, 2}}, "It is 4711.", "", "4711", ""}};
    BOOST_TEST(publishable(sent, office.files, office.plan, as_of).front().found == "4711");
}

BOOST_AUTO_TEST_SUITE_END()
