#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "panelbook/report/build.hpp"

#include "support/recalculation.hpp"
#include "support/small_dashboard.hpp"

using namespace panelbook;
using panelbook::report::Item;
using panelbook::report::ItemId;
using panelbook::report::ItemValue;
using panelbook::report::Page;
using panelbook::report::Report;
using panelbook::report::Role;
using panelbook::report::Status;
using panelbook::report::Tile;
using panelbook::report::TileLine;
using panelbook::report::TilePage;

namespace {

const TilePage& tiles_of(const Report& made) {
    for (const Page& page : made.pages)
        if (page.name == "Dashboard") return std::get<TilePage>(page.blocks.front());
    throw std::out_of_range("Dashboard");
}

const Tile& tile(const Report& made, const std::string& number) {
    for (const Tile& one : tiles_of(made).tiles)
        if (one.number == number) return one;
    throw std::out_of_range(number);
}

double number(const Report& made, const TileLine& line, std::size_t figure) {
    return std::get<double>(made[line.figures.at(figure)].value);
}

std::string text(const Report& made, const TileLine& line, std::size_t figure) {
    return tests::text_of(made, line.figures.at(figure));
}

bool has_note(const Tile& one, const std::string& marks, const std::string& words) {
    return std::any_of(one.footnotes.begin(), one.footnotes.end(), [&](const std::string& note) {
        return note.find(words) != std::string::npos && marks.find(note.substr(0, note.find(' '))) != std::string::npos;
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(a_variance_tile_shows_both_years_and_the_change) {
    const Report made = tests::small_dashboard().report();
    const Tile& one = tile(made, "1");
    BOOST_TEST(one.columns == (std::vector<std::string>{"YTD", "L. YTD", "% Var"}), boost::test_tools::per_element());
    const TileLine& crime = one.lines.at(0);
    BOOST_TEST(number(made, crime, 0) == 2016.0);
    BOOST_TEST(number(made, crime, 1) == 2044.0);
    BOOST_TEST(number(made, crime, 2) == 2016.0 / 2044.0 - 1.0);
    BOOST_TEST(!made[crime.figures[2]].number.sign);
    BOOST_TEST(crime.status->words == "No change");
    BOOST_TEST(has_note(one, crime.marks, "Recorded offences."));
}

BOOST_AUTO_TEST_CASE(a_level_tile_shows_the_change_and_the_total_and_of_a_share_the_share) {
    const Report made = tests::small_dashboard().report();
    const Tile& one = tile(made, "2");
    const TileLine& burglary = one.lines.at(0);
    BOOST_TEST(burglary.label == "Change in level of offences");
    BOOST_TEST(number(made, burglary, 0) == 259.0 / 267.0 - 1.0);
    BOOST_TEST(number(made, burglary, 1) == 259.0);
    const TileLine& satisfaction = one.lines.at(1);
    BOOST_TEST(number(made, satisfaction, 0) == 91.0);
    BOOST_TEST(text(made, satisfaction, 1).empty());
}

BOOST_AUTO_TEST_CASE(every_not_available_has_its_reason_under_the_tile) {
    const Report made = tests::small_dashboard().report();
    std::size_t lines = 0;
    for (const Tile& one : tiles_of(made).tiles) {
        for (const TileLine& line : one.lines) {
            const bool absent = std::any_of(line.figures.begin(), line.figures.end(),
                                            [&](ItemId figure) { return made[figure].role == Role::not_available; });
            if (!absent) continue;
            ++lines;
            BOOST_TEST(text(made, line, 0) == "NA");
            BOOST_TEST(!made[line.figures[0]].link.has_value() == !made[line.figures[0]].formula.has_value());
            BOOST_TEST_CONTEXT(one.number << " " << line.label) {
                BOOST_TEST(line.marks.size() > 0U);
                BOOST_TEST(line.status->words == "NA");
            }
        }
    }
    BOOST_TEST(lines == 2U);
    BOOST_TEST(has_note(tile(made, "1"), "2", "Not yet presented to the Youth Offending Management Board."));
    BOOST_TEST(has_note(tile(made, "3"), "1", "Measure in development."));
}

BOOST_AUTO_TEST_CASE(the_same_reason_is_said_once) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    plan::Measure second = dashboard.measure("outcome");
    second.id = MeasureId{"awareness"};
    second.name = "Awareness of services";
    dashboard.plan.measures.push_back(second);
    dashboard.plan.gaps.push_back({second.id, {}, {}, {}, Marker::not_applicable, "measure in development"});
    const Report made = dashboard.report();
    const Tile& one = tile(made, "3");
    BOOST_TEST(one.footnotes.size() == 1U);
    BOOST_TEST(one.lines.at(0).marks == "1");
    BOOST_TEST(one.lines.at(2).marks == "1");
}

BOOST_AUTO_TEST_CASE(a_change_without_a_reference_is_not_available_and_not_assessed) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    dashboard.measure("burglary").baseline = Period::financial_year(2012);
    const Report made = dashboard.report();
    const Tile& one = tile(made, "2");
    const TileLine& burglary = one.lines.at(0);
    BOOST_TEST(text(made, burglary, 0) == "NA");
    BOOST_TEST(number(made, burglary, 1) == 259.0);
    BOOST_TEST(burglary.status->words == "Not assessed");
    BOOST_TEST(!burglary.marks.empty());
    BOOST_TEST(one.footnotes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(no_percentage_is_taken_from_nothing) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    for (SeriesPoint& point : dashboard.series("violence").points)
        if (Period::quarter(2019, 1).contains(point.period)) point.value = 0.0;
    const Report made = dashboard.report();
    const Tile& one = tile(made, "1");
    const TileLine& violence = one.lines.at(1);
    BOOST_TEST(number(made, violence, 1) == 0.0);
    BOOST_TEST(text(made, violence, 2) == "NA");
    BOOST_TEST(has_note(one, violence.marks, "no per cent change from a figure of 0"));
    tests::Recalculation recalculation(made);
    BOOST_TEST((recalculation.value(violence.figures[2]) == ItemValue(std::string("NA"))));
}

BOOST_AUTO_TEST_CASE(an_assessment_is_a_sentence) {
    const Report made = tests::small_dashboard().report();
    const TileLine& line = tile(made, "4").lines.at(0);
    BOOST_TEST(text(made, line, 0) == "634 out of 1,883 re-offended in the last 12 months");
    BOOST_TEST(line.figures.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_savings_tile_adds_up_as_printed_and_says_its_scope) {
    const Report made = tests::small_dashboard().report();
    const Tile& one = tile(made, "5");
    BOOST_TEST(number(made, one.lines.at(0), 0) == 23.50);
    BOOST_TEST(number(made, one.lines.at(1), 0) == 3.25);
    BOOST_TEST(number(made, one.lines.at(2), 0) == 1.84);
    BOOST_TEST(number(made, one.lines.at(3), 0) == 18.41);
    BOOST_TEST(one.comment == "1 April 2013 to 31 March 2017, as at 31 March 2014.");
}

BOOST_AUTO_TEST_CASE(the_savings_tile_says_that_a_row_in_error_is_in_no_total) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    SavingsAmount& amount = dashboard.consolidated.savings.front();
    amount.where = {"Savings.xlsx", "", "Schemes", {3, 4}};
    dashboard.findings.push_back(
        {Severity::error, "not-a-number", {"Savings.xlsx", "Schemes", CellRef{8, 4}}, "", "", "", ""});
    const Report made = dashboard.report();
    const Tile& one = tile(made, "5");
    for (const TileLine& line : one.lines)
        BOOST_TEST(
            has_note(one, line.marks, "1 row of these savings is in error and in no total: Savings.xlsx: Schemes!E9."));
}

BOOST_AUTO_TEST_CASE(savings_that_were_not_sent_are_not_available) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    dashboard.consolidated.savings.clear();
    const Report made = dashboard.report();
    const Tile& one = tile(made, "5");
    for (const TileLine& line : one.lines) BOOST_TEST(text(made, line, 0) == "NA");
    BOOST_TEST(has_note(one, one.lines.at(0).marks, "No savings figures have been received."));
}

BOOST_AUTO_TEST_CASE(a_text_tile_says_what_was_written_for_the_period) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    {
        const Report made = dashboard.report();
        BOOST_TEST(text(made, tile(made, "6").lines.at(0), 0) == "Partners are agreeing a framework.");
    }
    dashboard.plan.commentary.clear();
    dashboard.plan.priorities.back().comment = "Framework still being agreed.";
    const Report made = dashboard.report();
    BOOST_TEST(text(made, tile(made, "6").lines.at(0), 0) == "Framework still being agreed.");
    BOOST_TEST(tile(made, "6").comment.empty());
}

BOOST_AUTO_TEST_CASE(arrows_follow_the_figure_and_words_say_better_or_worse) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    for (SeriesPoint& point : dashboard.series("burglary").points)
        if (dashboard.period.contains(point.period)) point.value = 20.0;
    for (SeriesPoint& point : dashboard.series("satisfaction").points)
        if (point.period == dashboard.period) point.value = 99.0;
    const Report made = dashboard.report();
    const Status& burglary = *tile(made, "2").lines.at(0).status;
    BOOST_TEST(burglary.words == "Improved");
    BOOST_TEST((burglary.shape == Status::Shape::down));
    BOOST_TEST((burglary.tone == Status::Tone::better));
    const Status& satisfaction = *tile(made, "2").lines.at(1).status;
    BOOST_TEST(satisfaction.words == "Improved");
    BOOST_TEST((satisfaction.shape == Status::Shape::up));
}

BOOST_AUTO_TEST_SUITE_END()
