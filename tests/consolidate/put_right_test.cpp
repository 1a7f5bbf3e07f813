#include "panelbook/consolidate/put_right.hpp"

#include <boost/test/unit_test.hpp>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date june{2014, 6, 30};
const Date july{2014, 7, 31};
const Date as_of{2014, 9, 29};

/// The cell of the n-th figure of a file of the test office, from 1.
CellRef figure(std::uint32_t n) {
    return {n, 2};
}

/// "note", "error", ... of the only finding of a rule.
std::string severity(const tests::Office& office, const std::string& rule) {
    std::string words;
    for (const Finding& each : office.consolidated("2014/15 Q1", as_of).findings) {
        if (each.rule == rule) words += to_word(each.severity);
    }
    return words;
}

std::string message(const tests::Office& office, const std::string& rule) {
    for (const Finding& each : office.consolidated("2014/15 Q1", as_of).findings) {
        if (each.rule == rule) return each.message;
    }
    return "";
}

/// April in City, and May in City with a cell that could not be read.
tests::Office with_a_bad_cell(const std::string& source = "police") {
    tests::Office office;
    const std::string measure = source == "youth" ? "entrants" : "burglary";
    office.send(source, "First.xlsx", june,
                {{measure, "City", "2014-04", 10.0}, {measure, "City", "2014-05", {}, {}, Marker::in_error}});
    office.find(Severity::error, "not-a-number", figure(2), "about 12");
    return office;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(a_finding_whose_cell_is_sent_again_becomes_a_note_that_names_the_new_cell) {
    tests::Office office = with_a_bad_cell();
    BOOST_TEST(severity(office, "not-a-number") == "error");
    office.send("police", "Second.xlsx", july, {{"burglary", "City", "2014-05", 12.0}});
    BOOST_TEST(severity(office, "not-a-number") == "note");
    BOOST_TEST(message(office, "not-a-number") ==
               "This is wrong. Since put right: Second.xlsx: Return!C2, known on 31 July 2014, replaces it.");
}

BOOST_AUTO_TEST_CASE(a_file_about_other_figures_puts_nothing_right) {
    tests::Office office = with_a_bad_cell();
    office.send("police", "Second.xlsx", july, {{"burglary", "City", "2014-06", 12.0}});
    BOOST_TEST(severity(office, "not-a-number") == "error");
}

BOOST_AUTO_TEST_CASE(another_source_puts_nothing_right) {
    tests::Office office = with_a_bad_cell();
    office.send("council", "Second.xlsx", july, {{"burglary", "City", "2014-05", 12.0}});
    BOOST_TEST(severity(office, "not-a-number") == "error");
}

BOOST_AUTO_TEST_CASE(a_label_is_put_right_when_all_of_its_file_is_sent_again) {
    tests::Office office = with_a_bad_cell();
    office.findings.clear();
    office.find(Severity::error, "unknown-label", CellRef{9, 0}, "Robery");
    office.send("police", "Second.xlsx", july, {{"burglary", "City", "2014-04", 10.0}});
    BOOST_TEST(severity(office, "unknown-label") == "error");
    office.send("police", "Third.xlsx", july, {{"burglary", "City", "2014-05", 12.0}}, 2);
    BOOST_TEST(severity(office, "unknown-label") == "note");
}

BOOST_AUTO_TEST_CASE(a_total_is_put_right_with_the_figures_of_its_row) {
    tests::Office office;
    office.send("police", "First.xlsx", june,
                {{"burglary", "City", "2014-04", 10.0}, {"burglary", "County", "2014-04", 20.0}});
    office.find(Severity::error, "total-differs", CellRef{1, 9});
    office.send("police", "Second.xlsx", july, {{"burglary", "City", "2014-04", 11.0}});
    BOOST_TEST(severity(office, "total-differs") == "note");
}

BOOST_AUTO_TEST_CASE(a_return_that_is_not_released_puts_right_only_what_is_not_released_either) {
    tests::Office office = with_a_bad_cell("youth");
    office.send("youth", "Second.xlsx", july, {{"entrants", "City", "2014-05", 12.0}});
    BOOST_TEST(severity(office, "not-a-number") == "note");
    office.release("2014-04", june);
    BOOST_TEST(severity(office, "not-a-number") == "error");
}

struct Resent {
    const char* name;
    const char* as;
    const char* severity;
};

BOOST_AUTO_TEST_CASE(a_file_of_which_nothing_was_read_is_put_right_by_one_that_takes_up_its_name) {
    for (const Resent& resent :
         {Resent{"Return Q1.xlsx", "Return Q1.xlsx", "note"},
          Resent{"Return Q1.xlsx", "sub/return q1 (corrected).xlsx", "note"},
          Resent{"Return Q1.xlsx", "Return Q2.xlsx", "error"}, Resent{"Return Q1.xlsx", "Return Q10.xlsx", "error"}}) {
        tests::Office office;
        office.send("police", resent.name, june, {}).state = history::FileState::rejected;
        office.find(Severity::error, "container-damaged", std::nullopt);
        office.send("police", resent.as, july, {{"burglary", "City", "2014-05", 12.0}});
        BOOST_TEST_CONTEXT(resent.as) {
            BOOST_TEST(severity(office, "container-damaged") == resent.severity);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_figure_under_a_misspelt_label_is_not_called_not_supplied) {
    tests::Office office;
    plan::Label label;
    label.source = SourceId{"police"};
    label.theirs = "Robbery of a person";
    label.measure = MeasureId{"spend"};
    office.plan.labels.push_back(label);
    office.send("police", "First.xlsx", june, {{"burglary", "Force", "2014-06", 10.0}});
    office.find(Severity::error, "unknown-label", CellRef{9, 0}, "Robery of a person", "Robbery of a person");
    const auto reason = [&] {
        const auto consolidated = office.consolidated("2014/15 Q1", as_of).value;
        return find_series(consolidated.series, {"spend"}, {"Force"})->at(Period::quarter(2014, 1))->reason;
    };
    BOOST_TEST(reason() == "Label not known: “Robery of a person” at First.xlsx: Return!A10");
    office.findings.back().finding.expected.clear();
    BOOST_TEST(
        reason() ==
        "Not found under its label; “Robery of a person” at First.xlsx: Return!A10 is a label that the plan does "
        "not know");
    office.findings.clear();
    BOOST_TEST(reason() == "Not supplied by the Police");
}

BOOST_AUTO_TEST_SUITE_END()
