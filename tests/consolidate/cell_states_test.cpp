#include "panelbook/consolidate/cell_states.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date june{2014, 6, 30};
const Date july{2014, 7, 31};
const Date as_of{2014, 9, 29};

/// "C2 published", one line a cell of a file whose figures stand in C2 and below, n in D2 and below.
std::string states(const tests::Office& office, std::size_t file, bool with_n = false) {
    const Known known{office.files, office.observations, office.savings, office.findings};
    const auto consolidated = consolidate::consolidate(known, office.plan, Period::quarter(2014, 1), as_of).value;
    history::KnownCells cells{office.files[file].hash, {}};
    std::uint32_t figures = 0;
    for (const auto& each : office.observations) figures += each.hash == cells.hash ? 1U : 0U;
    cells.runs = {{"Return", 0, 0, 0, CellRole::header}, {"Return", 2, 1, figures, CellRole::figure}};
    if (with_n) cells.runs.push_back({"Return", 3, 1, figures, CellRole::denominator});
    std::string lines;
    for (const StatedCell& each : CellStates(known, consolidated, office.plan, as_of).of(cells)) {
        lines += fmt::format("{} {}{}\n", to_a1(each.cell), to_word(each.state),
                             each.reason.empty() ? "" : ": " + each.reason);
    }
    return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(a_figure_is_published_until_a_later_file_replaces_it) {
    tests::Office office;
    office.send("police", "June.xlsx", june,
                {{"burglary", "City", "2014-04", 10.0},
                 {"burglary", "City", "2014-05", 11.0},
                 {"burglary", "City", "2014-06", {}, {}, Marker::in_error}});
    office.send("police", "July.xlsx", july, {{"burglary", "City", "2014-05", 12.0}});
    BOOST_TEST(states(office, 0) == "A1 header\nC2 published\nC3 superseded\nC4 in error\n");
    BOOST_TEST(states(office, 1) == "A1 header\nC2 published\n");
}

BOOST_AUTO_TEST_CASE(figures_in_conflict_are_in_error_and_those_the_plan_withholds_say_why) {
    tests::Office office;
    office.gap("burglary", "City", "2014-05", "2014-05", Marker::in_error, "The count is being checked");
    office.gap("burglary", "City", "2014-06", "2014-06", Marker::suppressed, "Fewer than five");
    office.send("police", "June.xlsx", june,
                {{"burglary", "City", "2014-04", 10.0},
                 {"burglary", "City", "2014-05", 11.0},
                 {"burglary", "City", "2014-06", 1.0},
                 {"arson", "City", "2014-06", 1.0}});
    office.send("council", "Council.xlsx", june, {{"burglary", "City", "2014-04", 13.0}});
    BOOST_TEST(states(office, 0) ==
               "A1 header\nC2 in error\nC3 withheld: The count is being checked\nC4 suppressed: Fewer than five\n"
               "C5 withheld: The plan does not have what it is about\n");
    BOOST_TEST(states(office, 1) == "A1 header\nC2 in error\n");
}

BOOST_AUTO_TEST_CASE(what_is_not_released_is_withheld_with_its_reason) {
    tests::Office office;
    office.send("youth", "Q1.xlsx", june, {{"entrants", "City", "2014/15 Q1", 4711.0}});
    BOOST_TEST(states(office, 0) == "A1 header\nC2 withheld: Not yet presented to the Youth Board\n");
}

BOOST_AUTO_TEST_CASE(n_goes_with_its_figure) {
    tests::Office office;
    office.send("police", "June.xlsx", june,
                {{"satisfied", "City", "2014/15 Q1", 80.0, 200.0}, {"satisfied", "City", "2014/15 Q2", {}, 100.0}});
    for (auto& each : office.observations) {
        each.observation.denominator_cell = each.observation.where.cell;
        ++each.observation.denominator_cell->column;
    }
    BOOST_TEST(states(office, 0, true) ==
               "A1 header\nC2 published\nC3 marker\nD2 published\n"
               "D3 withheld: There is no figure that is out of it\n");
}

BOOST_AUTO_TEST_SUITE_END()
