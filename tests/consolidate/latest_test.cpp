#include "panelbook/consolidate/latest.hpp"

#include <boost/test/unit_test.hpp>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date june{2014, 6, 30};
const Date july{2014, 7, 31};
const Date as_of{2014, 9, 29};

/// The figures that hold, without roll-ups and explanations.
std::string held(const tests::Office& office, const std::string& measure = "burglary") {
    const GatedFiles files = gate_files(office.files, office.plan, as_of);
    Consolidated consolidated;
    consolidated.series = latest_figures(office.observations, files, office.plan).series;
    return tests::Office::text(consolidated, measure);
}

Latest latest(const tests::Office& office) {
    return latest_figures(office.observations, gate_files(office.files, office.plan, as_of), office.plan);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(the_latest_known_figure_wins_and_the_change_is_kept) {
    tests::Office office;
    office.send("police", "A.xlsx", june,
                {{"burglary", "City", "2014-04", 10.0}, {"burglary", "City", "2014-05", 7.0}});
    office.send("police", "B.xlsx", july,
                {{"burglary", "City", "2014-04", 12.0}, {"burglary", "City", "2014-05", 7.0}});
    const Latest found = latest(office);
    BOOST_TEST(held(office) == "City 2014-04 12\nCity 2014-05 7\n");
    BOOST_TEST(found.findings.empty());
    BOOST_TEST_REQUIRE(found.revisions.size() == 1U);
    const Revision& revision = found.revisions.front();
    BOOST_TEST(revision.measure.text == "burglary");
    BOOST_TEST((revision.period == Period::month(2014, 4)));
    BOOST_TEST(to_number(revision.before) == 10.0);
    BOOST_TEST(to_number(revision.after) == 12.0);
    BOOST_TEST((revision.changed_on == july));
    BOOST_TEST(revision.old_cell.file == "A.xlsx");
    BOOST_TEST(revision.new_cell.file == "B.xlsx");
}

BOOST_AUTO_TEST_CASE(a_later_run_of_the_same_day_wins) {
    tests::Office office;
    office.send("police", "B.xlsx", july, {{"burglary", "City", "2014-04", 10.0}}, 1);
    office.send("police", "A.xlsx", july, {{"burglary", "City", "2014-04", 12.0}}, 2);
    BOOST_TEST(held(office) == "City 2014-04 12\n");
    BOOST_TEST(latest(office).findings.empty());
}

BOOST_AUTO_TEST_CASE(files_of_one_run_that_differ_are_in_conflict) {
    tests::Office office;
    office.send("police", "A.xlsx", july, {{"burglary", "City", "2014-04", 10.0}});
    office.send("police", "B.xlsx", july, {{"burglary", "City", "2014-04", 12.0}});
    const Latest found = latest(office);
    BOOST_TEST(held(office) == "City 2014-04 in error: Two files give different figures\n");
    BOOST_TEST_REQUIRE(found.findings.size() == 1U);
    const Finding& finding = found.findings.front();
    BOOST_TEST((finding.severity == Severity::error));
    BOOST_TEST(finding.rule == "conflicting-figures");
    BOOST_TEST(finding.where.text() == "B.xlsx: Return!C2");
    BOOST_TEST(finding.message ==
               "burglary for April 2014 in City is 12 here and 10 at A.xlsx: Return!C2. Neither is published.");
    BOOST_TEST(found.revisions.empty());
}

BOOST_AUTO_TEST_CASE(a_conflict_ends_with_the_next_file) {
    tests::Office office;
    office.send("police", "0.xlsx", june, {{"burglary", "City", "2014-04", 9.0}});
    office.send("police", "A.xlsx", july, {{"burglary", "City", "2014-04", 10.0}});
    office.send("police", "B.xlsx", july, {{"burglary", "City", "2014-04", 12.0}});
    office.send("police", "C.xlsx", as_of, {{"burglary", "City", "2014-04", 12.0}});
    const Latest found = latest(office);
    BOOST_TEST(held(office) == "City 2014-04 12\n");
    BOOST_TEST(found.findings.empty());
    BOOST_TEST_REQUIRE(found.revisions.size() == 1U);
    BOOST_TEST(to_number(found.revisions.front().before) == 9.0);
    BOOST_TEST((found.revisions.front().changed_on == as_of));
}

BOOST_AUTO_TEST_CASE(files_of_one_run_that_agree_are_not) {
    tests::Office office;
    office.send("police", "A.xlsx", july, {{"burglary", "City", "2014-04", 0.1 + 0.2}});
    office.send("police", "B.xlsx", july, {{"burglary", "City", "2014-04", 0.3}});
    BOOST_TEST(latest(office).findings.empty());
}

BOOST_AUTO_TEST_CASE(shares_of_different_numbers_are_in_conflict) {
    tests::Office office;
    office.send("police", "A.xlsx", july, {{"satisfied", "City", "2014/15 Q1", 80.0, 100.0}});
    office.send("police", "B.xlsx", july, {{"satisfied", "City", "2014/15 Q1", 80.0, 105.0}});
    const Latest found = latest(office);
    BOOST_TEST(tests::Office::text(found.findings) == "error conflicting-figures B.xlsx: Return!C2\n");
    BOOST_TEST(found.findings.front().message ==
               "satisfied for Quarter 1 2014/15 in City is 80% here and 80% at A.xlsx: Return!C2, out of different "
               "numbers. Neither is published.");
}

BOOST_AUTO_TEST_CASE(two_sources_that_differ_are_in_conflict_whenever_they_were_known) {
    tests::Office office;
    office.send("council", "Council.xlsx", july, {{"spend", "City", "2014/15 Q1", Pence{100}}});
    office.send("police", "Police.xlsx", june, {{"spend", "City", "2014/15 Q1", Pence{-101}}});
    const Latest found = latest(office);
    BOOST_TEST(held(office, "spend") == "City 2014/15 Q1 in error: Two organisations give different figures\n");
    BOOST_TEST_REQUIRE(found.findings.size() == 1U);
    BOOST_TEST(found.findings.front().found == "£1.00");
    BOOST_TEST(found.findings.front().expected == "\u2212£1.01");
}

BOOST_AUTO_TEST_CASE(a_marker_of_one_source_does_not_contradict_a_figure_of_another) {
    tests::Office office;
    office.send("council", "Council.xlsx", july, {{"burglary", "City", "2014-04", 5.0}});
    office.send("police", "Police.xlsx", july, {{"burglary", "City", "2014-04", {}, {}, Marker::not_supplied}});
    BOOST_TEST(held(office) == "City 2014-04 5\n");
}

BOOST_AUTO_TEST_CASE(a_figure_marked_absent_later_is_withdrawn) {
    tests::Office office;
    office.send("police", "A.xlsx", june, {{"burglary", "City", "2014-04", 10.0}});
    office.send("police", "B.xlsx", july, {{"burglary", "City", "2014-04", {}, {}, Marker::suppressed}});
    const Latest found = latest(office);
    BOOST_TEST(held(office) == "City 2014-04 suppressed: \n");
    BOOST_TEST(tests::Office::text(found.findings) == "warning figure-withdrawn B.xlsx: Return!C2\n");
    BOOST_TEST(found.findings.front().message.find("10") == std::string::npos);
    BOOST_TEST(found.revisions.empty(), "a change log must not show what is suppressed now");
}

BOOST_AUTO_TEST_CASE(a_value_beside_a_marker_of_absence_is_not_taken) {
    tests::Office office;
    office.send("police", "A.xlsx", june, {{"burglary", "City", "2014-04", 10.0, {}, Marker::suppressed}});
    BOOST_TEST(held(office) == "City 2014-04 suppressed: \n");
}

BOOST_AUTO_TEST_CASE(a_cell_in_error_withholds_the_figure) {
    tests::Office office;
    office.send("police", "A.xlsx", june, {{"burglary", "City", "2014-04", 10.0}});
    office.send("police", "B.xlsx", july,
                {{"burglary", "City", "2014-04", 11.0}, {"burglary", "City", "2014-04", {}, {}, Marker::in_error}});
    BOOST_TEST(held(office) == "City 2014-04 in error: The figure that was sent cannot be used: see Findings\n");
}

BOOST_AUTO_TEST_CASE(provisional_figures_say_so) {
    tests::Office office;
    office.send("police", "A.xlsx", june, {{"burglary", "City", "2014-04", 10.0, {}, Marker::provisional}});
    BOOST_TEST(held(office) == "City 2014-04 10 (provisional)\n");
}

BOOST_AUTO_TEST_CASE(an_unreleased_file_changes_nothing_that_was_released) {
    tests::Office office;
    office.release("2013/14 Q4", july);
    office.send("youth", "Q4.xlsx", june, {{"entrants", "City", "2013/14 Q4", 10.0}});
    office.send("youth", "Q1.xlsx", july,
                {{"entrants", "City", "2013/14 Q4", 11.0}, {"entrants", "City", "2014/15 Q1", 12.0}});
    const Latest found = latest(office);
    BOOST_TEST(held(office, "entrants") ==
               "City 2013/14 Q4 10\nCity 2014/15 Q1 not released: Not yet presented to the Youth Board\n");
    BOOST_TEST(found.revisions.empty());
    BOOST_TEST(found.findings.empty());

    office.release("2014/15 Q1", as_of);
    const Latest later = latest(office);
    BOOST_TEST(held(office, "entrants") == "City 2013/14 Q4 11\nCity 2014/15 Q1 12\n");
    BOOST_TEST_REQUIRE(later.revisions.size() == 1U);
    BOOST_TEST((later.revisions.front().changed_on == as_of), "changed when it was presented, not when it came");
}

BOOST_AUTO_TEST_CASE(what_was_replaced_before_its_release_is_no_revision) {
    tests::Office office;
    office.release("2014/15 Q1", as_of);
    office.send("youth", "Draft.xlsx", june, {{"entrants", "City", "2014/15 Q1", 10.0}});
    office.send("youth", "Final.xlsx", july, {{"entrants", "City", "2014/15 Q1", 12.0}});
    const Latest found = latest(office);
    BOOST_TEST(held(office, "entrants") == "City 2014/15 Q1 12\n");
    BOOST_TEST(found.revisions.empty());
}

BOOST_AUTO_TEST_CASE(unreleased_files_are_in_no_conflict) {
    tests::Office office;
    office.send("youth", "A.xlsx", june, {{"entrants", "City", "2014/15 Q1", 10.0}});
    office.send("youth", "B.xlsx", june, {{"entrants", "City", "2014/15 Q1", 12.0}});
    office.send("council", "C.xlsx", june, {{"entrants", "City", "2014/15 Q1", 13.0}});
    BOOST_TEST(latest(office).findings.empty());
    BOOST_TEST(held(office, "entrants") == "City 2014/15 Q1 13\n");
}

BOOST_AUTO_TEST_CASE(a_gap_withholds_a_figure_or_is_found_to_be_out_of_date) {
    struct Row {
        Marker marker;
        std::string held;
        std::string findings;
    };
    for (const Row& row :
         {Row{Marker::not_released, "City 2014-04 not released: why\n", ""},
          Row{Marker::suppressed, "City 2014-04 suppressed: why\n", ""},
          Row{Marker::in_error, "City 2014-04 in error: why\n", ""},
          Row{Marker::not_supplied, "City 2014-04 10\n", "warning gap-has-figure A.xlsx: Return!C2\n"},
          Row{Marker::not_applicable, "City 2014-04 10\n", "warning gap-has-figure A.xlsx: Return!C2\n"}}) {
        tests::Office office;
        office.gap("burglary", "City", "", "", row.marker, "why");
        office.send("police", "A.xlsx", june, {{"burglary", "City", "2014-04", 10.0}});
        BOOST_TEST_CONTEXT(to_word(row.marker)) {
            BOOST_TEST(held(office) == row.held);
            BOOST_TEST(tests::Office::text(latest(office).findings) == row.findings);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_gap_that_withholds_hides_conflicts_and_changes_too) {
    tests::Office office;
    office.gap("burglary", "", "", "", Marker::suppressed, "why");
    office.send("police", "A.xlsx", june,
                {{"burglary", "City", "2014-04", 10.0}, {"burglary", "City", "2014-05", 10.0}});
    office.send("police", "B.xlsx", june, {{"burglary", "City", "2014-04", 11.0}});
    office.send("police", "C.xlsx", july, {{"burglary", "City", "2014-05", 11.0}});
    const Latest found = latest(office);
    BOOST_TEST(held(office) == "City 2014-04 suppressed: why\nCity 2014-05 suppressed: why\n");
    BOOST_TEST(found.findings.empty());
    BOOST_TEST(found.revisions.empty());
}

BOOST_AUTO_TEST_CASE(what_the_plan_does_not_have_is_left_out_and_counted) {
    tests::Office office;
    office.send("police", "A.xlsx", june,
                {{"robbery", "City", "2014-04", 10.0},
                 {"robbery", "City", "2014-05", 10.0},
                 {"burglary", "Wales", "2014-05", 1.0}});
    const Latest found = latest(office);
    BOOST_TEST(found.series.empty());
    BOOST_TEST_REQUIRE(found.findings.size() == 2U);
    BOOST_TEST(found.findings[0].message == "The plan does not have the area \"Wales\": figures left out: 1.");
    BOOST_TEST(found.findings[1].message == "The plan does not have the measure \"robbery\": figures left out: 2.");
    BOOST_TEST(found.findings[1].where.text() == "plan.xlsx: Measures");
}

BOOST_AUTO_TEST_CASE(the_order_of_what_was_sent_does_not_matter) {
    tests::Office office;
    office.send("council", "Council.xlsx", june,
                {{"burglary", "County", "2014-05", 1.0}, {"burglary", "City", "2014-05", 2.0}});
    office.send("police", "Police.xlsx", july,
                {{"burglary", "City", "2014-05", 3.0}, {"burglary", "City", "2014-04", 4.0}});
    const std::string before = held(office);
    const std::string findings = latest(office).findings.front().message;
    std::reverse(office.observations.begin(), office.observations.end());
    std::reverse(office.files.begin(), office.files.end());
    BOOST_TEST(held(office) == before);
    BOOST_TEST(latest(office).findings.front().message == findings);
}

BOOST_AUTO_TEST_SUITE_END()
