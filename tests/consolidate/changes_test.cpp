#include "panelbook/consolidate/changes.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "panelbook/consolidate/sheet_sets.hpp"

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date june{2014, 6, 30};
const Date july{2014, 7, 31};
const Date september{2014, 9, 29};

std::vector<Change> changes(const tests::Office& office, Date from, Date to) {
    const Known known{office.files, office.observations, office.savings, office.findings};
    const Period period = Period::quarter(2014, 1);
    return changes_between(consolidate::consolidate(known_by(known, from), office.plan, period, from).value.series,
                           consolidate::consolidate(known_by(known, to), office.plan, period, to).value.series);
}

std::string text(const std::vector<Change>& changes) {
    std::string lines;
    for (const Change& each : changes) {
        lines += fmt::format("{} {} {}: {} ->", each.measure.text, each.area.text, each.period.key(),
                             to_number(each.before));
        lines += each.after ? fmt::format(" {}", to_number(*each.after)) : fmt::format(" none ({})", each.reason);
        for (const Provenance& cell : each.new_cells) lines += " " + Place{cell.file, cell.sheet, cell.cell}.text();
        lines += "\n";
    }
    return lines;
}

history::FileRecord workbook(const char* name, Date known_on, std::vector<std::string> sheets, int run = 1) {
    history::FileRecord file;
    file.name = name;
    file.source = {"police"};
    file.known_on = known_on;
    file.run = run;
    file.sheets = std::move(sheets);
    return file;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(a_revised_part_changes_the_whole_and_both_name_the_cell) {
    tests::Office office;
    office.send("police", "June.xlsx", june,
                {{"burglary", "City", "2014-04", 10.0},
                 {"burglary", "County", "2014-04", 20.0},
                 {"burglary", "Rutland", "2014-04", 1.0}});
    office.send("police", "July.xlsx", july,
                {{"burglary", "City", "2014-04", 12.0},
                 {"burglary", "County", "2014-04", 20.0},
                 {"burglary", "City", "2014-05", 9.0}});
    BOOST_TEST(text(changes(office, june, july)) ==
               "burglary Force 2014-04: 31 -> 33 July.xlsx: Return!C2\n"
               "burglary City 2014-04: 10 -> 12 July.xlsx: Return!C2\n");
    BOOST_TEST(text(changes(office, july, september)) == "");
}

BOOST_AUTO_TEST_CASE(a_figure_that_is_no_longer_there_is_withdrawn) {
    tests::Office office;
    office.send("police", "June.xlsx", june, {{"burglary", "Force", "2014-04", 10.0}});
    office.send("police", "July.xlsx", july, {{"burglary", "Force", "2014-04", {}, {}, Marker::not_supplied}});
    BOOST_TEST(text(changes(office, june, july)) ==
               "burglary Force 2014-04: 10 -> none (Not supplied by the Police) July.xlsx: Return!C2\n");
}

BOOST_AUTO_TEST_CASE(what_an_unreleased_return_restates_is_no_change) {
    tests::Office office;
    office.release("2014/15 Q1", june);
    office.send("youth", "Q1.xlsx", june, {{"entrants", "Force", "2014/15 Q1", 10.0}});
    office.send("youth", "Q2.xlsx", july,
                {{"entrants", "Force", "2014/15 Q1", 4711.0}, {"entrants", "Force", "2014/15 Q2", 4712.0}});
    BOOST_TEST(text(changes(office, june, july)) == "");
    office.release("2014/15 Q2", september);
    BOOST_TEST(text(changes(office, july, september)) == "entrants Force 2014/15 Q1: 10 -> 4711 Q2.xlsx: Return!C2\n");
}

BOOST_AUTO_TEST_CASE(changes_are_told_against_the_last_edition_issued_else_the_last_dashboard) {
    tests::Office office;
    office.send("police", "June.xlsx", june, {});
    office.send("police", "July.xlsx", july, {});
    BOOST_TEST((!change_basis(office.plan, office.files, june)));
    const auto last = change_basis(office.plan, office.files, september);
    BOOST_TEST_REQUIRE(last.has_value());
    BOOST_TEST((last->as_known_on == july));
    BOOST_TEST(!last->issued);
    office.plan.issued = {{Period::quarter(2013, 4), "internal", Date(2014, 7, 5), "the Panel"},
                          {Period::quarter(2013, 3), "internal", Date(2014, 4, 5), "the Panel"},
                          {Period::quarter(2014, 1), "public", Date(2014, 8, 5), "everybody"},
                          {Period::quarter(2014, 1), "internal", september, "the Panel"}};
    const auto issued = change_basis(office.plan, office.files, september);
    BOOST_TEST_REQUIRE(issued.has_value());
    BOOST_TEST((issued->as_known_on == Date(2014, 7, 5)));
    BOOST_TEST(issued->issued);
}

BOOST_AUTO_TEST_CASE(another_set_of_sheets_is_noticed) {
    const std::vector<history::FileRecord> before = {workbook("A.xlsx", june, {"Red Light", "Restraints"}),
                                                     workbook("B.xlsx", june, {"Return"})};
    auto files = before;
    files.push_back(workbook("A again.xlsx", july, {"Restraints", "Red Light"}));
    BOOST_TEST(changed_sheets(files).empty());
    files.push_back(workbook("A more.xlsx", july, {"Red Light", "Restraints", "Alcohol"}));
    const Findings found = changed_sheets(files);
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found.front().rule == "sheets-changed");
    BOOST_TEST(found.front().where.file == "A more.xlsx");
    BOOST_TEST(found.front().message ==
               "Its sheets are not those of the workbook before it, B.xlsx, known on 30 June 2014: new are “Alcohol”, "
               "“Red Light”, “Restraints”; gone are “Return”.");
    files.push_back(workbook("A last.xlsx", september, {"Red Light", "Restraints", "Alcohol"}));
    BOOST_TEST(changed_sheets(files).empty());
    BOOST_TEST(changed_sheets(before).empty());
}

BOOST_AUTO_TEST_SUITE_END()
