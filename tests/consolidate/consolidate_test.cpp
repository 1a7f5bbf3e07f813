#include "panelbook/consolidate/consolidate.hpp"

#include <boost/test/unit_test.hpp>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;
using tests::Office;

namespace {

const Date june{2014, 6, 30};
const Date july{2014, 7, 31};
const Date as_of{2014, 9, 29};

std::string series(const Office& office, const std::string& measure, const std::string& period = "2014/15 Q1") {
    return Office::text(office.consolidated(period, as_of).value, measure);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(city_county_and_rutland_make_the_force) {
    Office office;
    office.send("council", "Council.xlsx", july,
                {{"entrants", "County", "2014/15 Q1", 20.0}, {"entrants", "Rutland", "2014/15 Q1", 1.0}});
    office.send("police", "City.xlsx", june, {{"entrants", "City", "2014/15 Q1", 30.0}});
    const auto result = office.consolidated("2014/15 Q1", as_of);
    BOOST_TEST(Office::text(result.value, "entrants") ==
               "Force 2014/15 Q1 51 from 3 parts\n"
               "City 2014/15 Q1 30\n"
               "County 2014/15 Q1 20\n"
               "Rutland 2014/15 Q1 1\n");
    const Series* force = find_series(result.value.series, {"entrants"}, {"Force"});
    BOOST_TEST_REQUIRE(force != nullptr);
    BOOST_TEST((force->points.front().known_on == july));
    BOOST_TEST(force->points.front().source.empty());
    BOOST_TEST(force->points.front().parts.front().text == "City");
    BOOST_TEST(result.value.returns[0].figures == 1U);
    BOOST_TEST(result.value.returns[1].figures == 2U);
}

BOOST_AUTO_TEST_CASE(an_unreleased_part_withholds_the_whole) {
    Office office;
    office.release("2014/15 Q1", std::nullopt, Date(2014, 10, 12));
    office.send("council", "Council.xlsx", july,
                {{"entrants", "County", "2014/15 Q1", 20.0}, {"entrants", "Rutland", "2014/15 Q1", 1.0}});
    office.send("youth", "City.xlsx", june, {{"entrants", "City", "2014/15 Q1", 30.0}});
    BOOST_TEST(
        series(office, "entrants") ==
        "Force 2014/15 Q1 not released: City: Not yet presented to the Youth Board (expected on 12 October 2014)\n"
        "City 2014/15 Q1 not released: Not yet presented to the Youth Board (expected on 12 October 2014)\n"
        "County 2014/15 Q1 20\n"
        "Rutland 2014/15 Q1 1\n");
}

BOOST_AUTO_TEST_CASE(an_unreleased_figure_is_in_no_output) {
    Office office;
    office.release("2013/14 Q4", june);
    office.source("youth").required = true;
    office.send("youth", "Q4.xlsx", june, {{"entrants", "City", "2013/14 Q4", 10.0}});
    office.send("youth", "Q1.xlsx", july,
                {{"entrants", "City", "2013/14 Q4", 4711.0, 4712.0},
                 {"entrants", "City", "2014/15 Q1", 4713.0, 4714.0},
                 {"entrants", "County", "2014/15 Q1", 4715.0},
                 {"entrants", "Rutland", "2014/15 Q1", 4716.0},
                 {"spend", "Force", "2014/15 Q1", Pence{471700}}});
    const auto result = office.consolidated("2014/15 Q1", as_of);
    for (const Series& each : result.value.series) {
        for (const SeriesPoint& point : each.points) {
            BOOST_TEST((!point.value || to_number(*point.value) == 10.0));
            BOOST_TEST(!point.denominator.has_value());
            BOOST_TEST(point.reason.find("471") == std::string::npos);
        }
    }
    BOOST_TEST(result.value.revisions.empty());
    for (const Finding& finding : result.findings) BOOST_TEST(to_text(finding).find("471") == std::string::npos);
    for (const ReturnStatus& status : result.value.returns) BOOST_TEST(status.reason.find("471") == std::string::npos);
    BOOST_TEST(result.value.returns[2].figures == 1U);
}

BOOST_AUTO_TEST_CASE(a_disagreement_about_the_release_is_found_once) {
    Office office;
    office.release("2014/15 Q1", july);
    history::FileRecord& file = office.send("youth", "Youth.xlsx", june, {{"entrants", "City", "2014/15 Q1", 30.0}});
    file.sign_off =
        SignOff{"Youth Service", "Youth Board", Period::quarter(2014, 1), june, "", CellRef{3, 1}, "Sign-off"};
    const auto result = office.consolidated("2014/15 Q1", as_of);
    BOOST_TEST(Office::text(result.findings) == "error release-disagrees Youth.xlsx: 'Sign-off'!B4\n");
    BOOST_TEST((result.value.returns[2].state == ReturnState::withheld));
    BOOST_TEST(series(office, "entrants").find("City 2014/15 Q1 not released: The return says") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(absent_figures_are_explained_by_the_plan_then_by_what_was_received) {
    Office office;
    office.plan.measures[0].frequency = plan::Frequency::month;
    office.gap("burglary", "", "2014-05", "2014-05", Marker::not_applicable, "not recorded because of a new system");
    office.send("police", "Old.xlsx", Date(2014, 4, 10),
                {{"burglary", "Force", "2014-01", 1.0}, {"burglary", "Force", "2014-03", 3.0}});
    BOOST_TEST(series(office, "burglary") ==
               "Force 2014-01 1\n"
               "Force 2014-02 not supplied: Not supplied by the Police\n"
               "Force 2014-03 3\n"
               "Force 2014-04 not supplied: The return of the Police has not been received\n"
               "Force 2014-05 not applicable: not recorded because of a new system\n"
               "Force 2014-06 not supplied: The return of the Police has not been received\n");

    office.send("police", "New.xlsx", july,
                {{"burglary", "Force", "2014-04", {}, {}, Marker::suppressed},
                 {"burglary", "Force", "2014-05", {}, {}, Marker::not_supplied},
                 {"entrants", "Force", "2014/15 Q1", 9.0}});
    BOOST_TEST(series(office, "burglary") ==
               "Force 2014-01 1\n"
               "Force 2014-02 not supplied: Not supplied by the Police\n"
               "Force 2014-03 3\n"
               "Force 2014-04 suppressed: Suppressed by the Police\n"
               "Force 2014-05 not applicable: not recorded because of a new system\n"
               "Force 2014-06 not supplied: Not supplied by the Police\n");
}

BOOST_AUTO_TEST_CASE(a_measure_that_nobody_sent_is_there_for_the_area_of_the_plan) {
    Office office;
    office.gap("spend", "Force", "", "", Marker::not_supplied, "no longer available nationally");
    plan::Label label;
    label.source = SourceId{"council"};
    label.measure = MeasureId{"satisfied"};
    office.plan.labels = {label};
    BOOST_TEST(series(office, "spend") == "Force 2014/15 Q1 not supplied: no longer available nationally\n");
    BOOST_TEST(series(office, "satisfied") ==
               "Force 2014/15 Q1 not supplied: The return of the Council has not been received\n");
    BOOST_TEST(series(office, "entrants") == "Force 2014/15 Q1 not supplied: Not supplied\n");
}

BOOST_AUTO_TEST_CASE(longer_figures_stand_for_the_periods_within) {
    struct Row {
        std::string name;
        std::vector<tests::Figure> figures;
        std::string expected;
    };
    for (const Row& row : std::vector<Row>{
             {"the quarter of a monthly measure", {{"burglary", "Force", "2014/15 Q1", 5.0}}, "Force 2014/15 Q1 5\n"},
             {"a rolling year that ends with the period",
              {{"burglary", "Force", "2013-07 to 2014-06", 5.0}},
              "Force 2013-07 to 2014-06 5\n"},
             {"a rolling year that ended before",
              {{"burglary", "Force", "2013-04 to 2014-03", 5.0}},
              "Force 2013/14 5\n"},
             {"months of a quarterly measure",
              {{"entrants", "Force", "2014-04", 1.0}, {"entrants", "Force", "2014-06", 2.0}},
              "Force 2014-04 1\nForce 2014-05 not supplied: Not supplied by the Police\nForce 2014-06 2\n"},
             {"the year before and the months of this quarter",
              {{"burglary", "Force", "2013/14", 9.0},
               {"burglary", "Force", "2014-04", 1.0},
               {"burglary", "Force", "2014-05", 1.0},
               {"burglary", "Force", "2014-06", 1.0}},
              "Force 2013/14 9\nForce 2014-04 1\nForce 2014-05 1\nForce 2014-06 1\n"}}) {
        Office office;
        office.send("police", "Police.xlsx", july, row.figures);
        BOOST_TEST_CONTEXT(row.name) {
            BOOST_TEST(series(office, row.figures.front().measure) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_sent_nothing_is_named) {
    Office office;
    office.gap("entrants", "Rutland", "", "", Marker::not_applicable, "counted with County");
    office.send("police", "City.xlsx", july, {{"entrants", "City", "2014/15 Q1", 30.0}});
    BOOST_TEST(series(office, "entrants") ==
               "Force 2014/15 Q1 not supplied: County: Not supplied\n"
               "City 2014/15 Q1 30\n"
               "County 2014/15 Q1 not supplied: Not supplied\n"
               "Rutland 2014/15 Q1 not applicable: counted with County\n");
}

BOOST_AUTO_TEST_CASE(the_figure_sent_for_the_force_wins_over_its_parts) {
    Office office;
    office.send("police", "Police.xlsx", july,
                {{"entrants", "Force", "2014/15 Q1", 52.0},
                 {"entrants", "City", "2014/15 Q1", 30.0},
                 {"entrants", "County", "2014/15 Q1", 20.0},
                 {"entrants", "Rutland", "2014/15 Q1", 1.0}});
    const auto result = office.consolidated("2014/15 Q1", as_of);
    BOOST_TEST(Office::text(result.value, "entrants").rfind("Force 2014/15 Q1 52\n", 0) == 0U);
    BOOST_TEST(Office::text(result.findings) == "warning roll-up-differs Police.xlsx: Return!C2\n");
    BOOST_TEST(
        result.findings.front().message ==
        "entrants for Quarter 1 2014/15 in Force was sent as 52, but its parts come to 51. The figure that was sent "
        "is published.");
}

BOOST_AUTO_TEST_CASE(areas_roll_up_through_every_level) {
    Office office;
    office.plan.areas.push_back(Office::area("North", "City"));
    office.plan.areas.push_back(Office::area("South", "City"));
    office.send("police", "Police.xlsx", july,
                {{"entrants", "North", "2014/15 Q1", 10.0},
                 {"entrants", "South", "2014/15 Q1", 5.0},
                 {"entrants", "County", "2014/15 Q1", 2.0},
                 {"entrants", "Rutland", "2014/15 Q1", 1.0}});
    BOOST_TEST(
        series(office, "entrants").rfind("Force 2014/15 Q1 18 from 3 parts\nCity 2014/15 Q1 15 from 2 parts\n", 0) ==
        0U);
}

BOOST_AUTO_TEST_CASE(areas_that_contain_each_other_do_no_harm) {
    Office office;
    office.plan.areas[0].parent = AreaId{"City"};
    office.send("police", "Police.xlsx", july, {{"entrants", "City", "2014/15 Q1", 10.0}});
    BOOST_TEST(series(office, "entrants").find("City 2014/15 Q1 10") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_gap_that_withholds_the_whole_holds_for_the_roll_up) {
    Office office;
    office.gap("entrants", "Force", "", "", Marker::in_error, "double counting");
    office.send("police", "Police.xlsx", july,
                {{"entrants", "City", "2014/15 Q1", 30.0},
                 {"entrants", "County", "2014/15 Q1", 20.0},
                 {"entrants", "Rutland", "2014/15 Q1", 1.0}});
    BOOST_TEST(series(office, "entrants").rfind("Force 2014/15 Q1 in error: double counting\n", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(nothing_sent_is_no_reason_to_fail) {
    const Office office;
    const auto result = office.consolidated("2014/15 Q1", as_of);
    BOOST_TEST(result.value.series.size() == office.plan.measures.size());
    BOOST_TEST(result.findings.empty());
    BOOST_TEST(result.value.returns.size() == office.plan.sources.size());
}

BOOST_AUTO_TEST_SUITE_END()
