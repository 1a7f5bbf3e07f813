#include "panelbook/plan/read.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/core/errors.hpp"

#include "support/plan_text.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::plan;

const std::string whole_plan = R"(@sheet Settings
setting	value
organisation	Office of the Commissioner
title	Dashboard
period	2014/15 Q1
as of	2014-09-29
small sample	25

@sheet Priorities
priority	title	theme	tile	order
14B	Theft of motor vehicle	Crime	level	2
1	Young people	Prevention	variance	1
4	Families	Prevention	assessment	3

@records Measures
measure: theft-of
priority: 14B
name: Theft of motor vehicle
unit: count
good: down
chart: yes
comparisons: baseline year, rolling year
baseline: 2013/14
change decimals: 1

measure: satisfaction
priority: 14B
name: Satisfaction
unit: percent
good: up
frequency: quarter

@sheet Areas
area	name	kind	parent
force	The force	force
city	The city	city	force
county	The county	county	force

@records Sources
source: crime
organisation: Corporate services
file pattern: Crime*.xlsx
layout: wide
labels: A
areas: B
values: C-AC
header: 4-5

source: crime
layout: list
sheet: Surveys
labels: = satisfaction
n: Asked

source: youth
organisation: Youth service
file pattern: Youth*.xlsx
layout: return
board: Youth board
needs release: yes
due day: 20

@sheet Labels
source	their label	measure	area
crime	Theft OF m/v	theft-of
	City	 	city
crime	Grand total	total

@sheet Releases
source	period	expected on	presented on
youth	2014/15 Q1	2014-09-19

@sheet Gaps
measure	area	from	to	marker	reason
satisfaction		2014/15 Q1		not supplied	Not asked this year.
satisfaction	city			not applicable	The city has its own survey.

@sheet Resets
measure	from	reason
theft-of	2013-04	Counted in a new way

@sheet Events
from	to	label	measures
2013-06	2013-07	A festival	theft-of

@sheet Commentary
priority or measure	period	text
theft-of	2014/15 Q1	Mopeds.
14B	2014/15 Q1	Both.

@sheet Issued
period	audience	issued on
2013/14 Q4	internal	2014-06-20

@sheet Glossary
term	meaning
ASB	Anti-social behaviour
)";

std::string with(const std::string& from, const std::string& to) {
    std::string text = whole_plan;
    const std::size_t at = text.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the plan of this test has no '" + from + "'");
    return text.replace(at, from.size(), to);
}

Checked<Plan> read(const std::string& text) {
    return read_plan(tests::to_plan_workbook(text));
}

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(a_whole_plan_is_read_without_a_finding) {
    const auto checked = read(whole_plan);
    for (const Finding& finding : checked.findings) BOOST_ERROR(to_text(finding));
    const Plan& plan = checked.value;
    BOOST_TEST(plan.settings.organisation == "Office of the Commissioner");
    BOOST_TEST((plan.settings.period == Period::quarter(2014, 1)));
    BOOST_TEST((plan.settings.as_of == Date(2014, 9, 29)));
    BOOST_TEST(plan.settings.small_sample == 25);
    BOOST_TEST(plan.settings.spc_window_months == 45);
    BOOST_TEST(plan.settings.area.text == "force");
    BOOST_REQUIRE_EQUAL(plan.priorities.size(), 3U);
    BOOST_TEST(plan.priorities[0].id.text == "1");
    BOOST_TEST((plan.priorities[1].tile == TileKind::level));

    const Measure& theft = *plan.measure(MeasureId{"theft-of"});
    BOOST_TEST(theft.chart);
    BOOST_TEST((theft.over_time == RollUp::sum));
    BOOST_TEST((theft.comparisons == std::vector{Basis::baseline_year, Basis::rolling_year}));
    BOOST_TEST((theft.status_from == Basis::baseline_year));
    BOOST_TEST((theft.baseline == Period::financial_year(2013)));
    BOOST_TEST(theft.change_decimals == 1);
    BOOST_TEST((theft.minimum == 0.0));
    BOOST_TEST(!theft.maximum);
    const Measure& satisfaction = *plan.measure(MeasureId{"satisfaction"});
    BOOST_TEST((satisfaction.over_time == RollUp::ratio));
    BOOST_TEST((satisfaction.over_areas == RollUp::ratio));
    BOOST_TEST((satisfaction.maximum == 100.0));
    BOOST_TEST(!satisfaction.status_from);

    BOOST_TEST((plan.parts_of(AreaId{"force"}) == std::vector{AreaId{"city"}, AreaId{"county"}}));
    BOOST_REQUIRE_EQUAL(plan.sources.size(), 2U);
    BOOST_REQUIRE_EQUAL(plan.sources[0].tables.size(), 2U);
    BOOST_TEST(plan.sources[0].tables[0].header == "4-5");
    BOOST_TEST(plan.sources[0].tables[1].denominators == "Asked");
    BOOST_TEST(to_a1(plan.sources[0].tables[1].plan_cell) == "A5");
    BOOST_TEST(plan.sources[1].needs_release);
    BOOST_TEST((plan.sources[1].due_day == 20));
    BOOST_REQUIRE_EQUAL(plan.labels.size(), 3U);
    BOOST_TEST((plan.labels[0].measure == MeasureId{"theft-of"}));
    BOOST_TEST(!plan.labels[1].source);
    BOOST_TEST(plan.labels[2].total);
    BOOST_REQUIRE_EQUAL(plan.releases.size(), 1U);
    BOOST_TEST(plan.releases[0].board == "Youth board");
    BOOST_TEST(!plan.releases[0].presented_on);
    BOOST_TEST((plan.resets.at(0).from == Period::month(2013, 4)));
    BOOST_TEST((plan.events.at(0).measures == std::vector{MeasureId{"theft-of"}}));
    BOOST_TEST((plan.commentary.at(0).measure == MeasureId{"theft-of"}));
    BOOST_TEST((plan.commentary.at(1).priority == PriorityId{"14B"}));
    BOOST_TEST((plan.issued.at(0).period == Period::quarter(2013, 4)));
    BOOST_TEST(plan.glossary.at(0).term == "ASB");
}

BOOST_AUTO_TEST_CASE(the_gap_of_an_area_goes_before_that_of_all_areas) {
    const Plan plan = read(whole_plan).value;
    const MeasureId satisfaction{"satisfaction"};
    const Period quarter = Period::quarter(2014, 1);
    BOOST_TEST(plan.gap(satisfaction, AreaId{"force"}, quarter)->reason == "Not asked this year.");
    BOOST_TEST(plan.gap(satisfaction, AreaId{"force"}, Period::month(2014, 6))->reason == "Not asked this year.");
    BOOST_TEST(plan.gap(satisfaction, AreaId{"city"}, quarter)->reason == "The city has its own survey.");
    BOOST_TEST(plan.gap(satisfaction, AreaId{"force"}, Period::quarter(2013, 4)) == nullptr);
    BOOST_TEST(plan.gap(MeasureId{"theft-of"}, AreaId{"force"}, quarter) == nullptr);
}

struct Mistake {
    const char* name;
    const char* from;
    const char* to;
    const char* finding;
};
std::ostream& operator<<(std::ostream& out, const Mistake& mistake) {
    return out << mistake.name;
}

const Mistake mistakes[] = {
    {"a wrong unit", "unit: percent", "unit: percnt",
     "error: plan.xlsx: Measures!F5: plan-unknown-word\n  'percnt' is not a valid unit. Did you mean 'percent'?"},
    {"a wrong tile kind", "Crime	level", "Crime	picture",
     "error: plan.xlsx: Priorities!D4: plan-unknown-word\n  'picture' is not a valid tile. Write one of: variance, "
     "level, "
     "outcome, assessment, savings, text, none."},
    {"a priority that is not there", "priority: 14B", "priority: 14C",
     "error: plan.xlsx: Measures!B4: plan-unknown-name\n  There is no priority '14C' on the sheet Priorities. Did you "
     "mean "
     "'14B'?"},
    {"a measure that is not there", "theft-of	2013-04", "theft-off	2013-04",
     "error: plan.xlsx: Resets!A4: plan-unknown-name\n  There is no measure 'theft-off' on the sheet Measures. Did you "
     "mean "
     "'theft-of'?"},
    {"a label for a measure that is not there", "m/v	theft-of", "m/v	thefts-of",
     "error: plan.xlsx: Labels!C4: plan-unknown-name\n  There is no measure 'thefts-of' on the sheet Measures. Did you "
     "mean "
     "'theft-of'?"},
    {"a release for a source that is not there", "youth	2014/15 Q1", "youths	2014/15 Q1",
     "error: plan.xlsx: Releases!A4: plan-unknown-name\n  There is no source 'youths' on the sheet Sources. Did you "
     "mean "
     "'youth'?"},
    {"an event with a wrong measure", "festival	theft-of", "festival	theft-of, thaft-of",
     "error: plan.xlsx: Events!D4: plan-unknown-name\n  There is no measure 'thaft-of' on the sheet Measures. Did you "
     "mean "
     "'theft-of'?"},
    {"a comment on nothing", "14B	2014/15 Q1", "burglary	2014/15 Q1",
     "error: plan.xlsx: Commentary!A5: plan-unknown-name\n"},
    {"an area whose parent is not there", "city	force", "city	forse",
     "error: plan.xlsx: Areas!D5: plan-unknown-name\n  There is no area 'forse' on the sheet Areas."},
    {"areas in a circle", "The force	force", "The force	force	city",
     "error: plan.xlsx: Areas!D4: plan-area-cycle\n  The area 'force' is part of itself. Leave the parent of the "
     "largest area "
     "blank."},
    {"two measures of one name", "measure: satisfaction", "measure: Theft-of",
     "error: plan.xlsx: Measures!A5: plan-duplicate\n  The measure 'Theft-of' is already in row 4. Delete one of the "
     "two rows, "
     "or give it another name."},
    {"a measure named like a priority", "measure: satisfaction", "measure: 4",
     "error: plan.xlsx: Measures!A5: plan-duplicate\n  '4' is also the name of a priority. Give the measure another "
     "name."},
    {"a row without what it needs", "good: up", "notes: x",
     "error: plan.xlsx: Measures!G5: plan-value-missing\n  This row has no good. Which direction is good news: up, "
     "down, or "
     "none."},
    {"a number that is none", "small sample	25", "small sample	about 25",
     "error: plan.xlsx: Settings!B8: plan-not-a-number\n  'about 25' is not a number."},
    {"a number out of range", "due day: 20", "due day: -3",
     "error: plan.xlsx: Sources!S6: plan-number-out-of-range\n  -3 is not a possible due day. Write a number from 0 to "
     "1000."},
    {"a date that is none", "as of	2014-09-29", "as of	29.9.14",
     "error: plan.xlsx: Settings!B7: plan-not-a-date\n  '29.9.14' is not a date. Write a date as Excel knows it, or as "
     "2014-09-29."},
    {"a period that is none", "youth	2014/15 Q1", "youth	spring",
     "error: plan.xlsx: Releases!B4: plan-not-a-period\n  'spring' is not a period. Write a month as 2014-06, a "
     "quarter as "
     "2014/15 Q1, a financial year as 2014/15."},
    {"an event that ends before it begins", "2013-06	2013-07", "2013-06	2013-05",
     "error: plan.xlsx: Events!B4: plan-out-of-order\n  2013-05 ends before 2013-06 begins. Write the earlier period "
     "first."},
    {"a setting that is not known", "small sample	25", "small sampel	25",
     "error: plan.xlsx: Settings!A8: plan-unknown-word\n  'small sampel' is not a setting. Did you mean 'small "
     "sample'?"},
    {"a rule set that is not known", "small sample	25", "rule set	nelsen",
     "error: plan.xlsx: Settings!B8: plan-unknown-word\n  'nelsen' is not a rule set. Did you mean 'nelson'?"},
    {"a chart that the unit does not allow", "chart: yes", "chart: p'",
     "error: plan.xlsx: Measures!N4: plan-contradiction\n  A chart of the kind p' needs percentages. Write yes for the "
     "kind that the figures allow, or mend the unit."},
    {"a chart of rates without what they are per", "unit: count\ngood: down\nchart: yes",
     "unit: rate\ngood: down\nchart: u",
     "error: plan.xlsx: Measures!N4: plan-contradiction\n  A chart of the kind u needs rates, and the column rate per "
     "filled in. Write yes for the kind that the figures allow, or mend the unit."},
    {"no title", "title	Dashboard\n", "",
     "error: plan.xlsx: Settings: plan-value-missing\n  The setting 'title' is blank."},
    {"two areas that are part of no other", "The county	county	force", "The county	county",
     "error: plan.xlsx: Settings: plan-value-missing\n  The setting 'area' is blank, and several areas are part of no "
     "other."},
    {"a baseline comparison without its year", "baseline: 2013/14\n", "",
     "error: plan.xlsx: Measures!Q4: plan-value-missing\n  The comparison with a baseline year needs the year."},
    {"a comparison that is not known", "year, rolling year", "year, rolling yaer",
     "error: plan.xlsx: Measures!O4: plan-unknown-word\n  'rolling yaer' is not a comparison. Did you mean 'rolling "
     "year'?"},
    {"a status from a comparison not wanted", "good: up", "good: up\nstatus from: rolling year",
     "error: plan.xlsx: Measures!P5: plan-contradiction\n  The status is to come from 'rolling year', which is not "
     "among the "
     "comparisons."},
    {"a chart without months", "frequency: quarter", "frequency: quarter\nchart: yes",
     "error: plan.xlsx: Measures!N5: plan-contradiction\n  A control chart needs months"},
    {"an assessment without its sentence", "priority: 14B\nname: Satisfaction", "priority: 4\nname: Satisfaction",
     "error: plan.xlsx: Measures!M5: plan-value-missing\n  A line of an assessment tile needs a sentence with {value} "
     "in it."},
    {"a table whose measure is not there", "labels: = satisfaction", "labels: = satisfction",
     "error: plan.xlsx: Sources!H5: plan-unknown-name\n  There is no measure 'satisfction' on the sheet Measures. Did "
     "you mean "
     "'satisfaction'?"},
    {"a table whose period is none", "labels: = satisfaction", "periods: = soon",
     "error: plan.xlsx: Sources!J5: plan-not-a-period\n  'soon' is not a period."},
    {"rows of headings the wrong way round", "header: 4-5", "header: 5-4",
     "error: plan.xlsx: Sources!G4: plan-not-a-row\n  '5-4' is not a row or rows of headings."},
    {"a single cell for a table", "values: C-AC", "values: C14",
     "error: plan.xlsx: Sources!K4: plan-not-a-column\n  'C14' is one cell. For the layout wide, name a column, D, "
     "columns, "
     "D-O, or their heading."},
    {"cells without a cell", "layout: wide", "layout: cells",
     "error: plan.xlsx: Sources!K4: plan-not-a-cell\n  'C-AC' is not a cell."},
    {"a source without a file", "file pattern: Crime*.xlsx\n", "",
     "error: plan.xlsx: Sources!C4: plan-value-missing\n  The first row of a source needs the file pattern."},
    {"a source that contradicts itself", "sheet: Surveys", "organisation: Others",
     "error: plan.xlsx: Sources!B5: plan-contradiction\n  The organisation differs from that in row 4."},
    {"a release without a board", "board: Youth board\n", "",
     "error: plan.xlsx: Sources!T6: plan-value-missing\n  A source that needs release needs the board that releases "
     "it."},
    {"a label for nothing", "m/v	theft-of", "m/v	",
     "error: plan.xlsx: Labels!C4: plan-value-missing\n  The label 'Theft OF m/v' stands for nothing."},
    {"two labels that fold into one", "crime	Grand total	total", "crime	THEFT of m/v	total",
     "error: plan.xlsx: Labels!B6: plan-duplicate\n  The label 'THEFT of m/v' is already in row 4."},
    {"a reset without its reason", "Counted in a new way", "",
     "error: plan.xlsx: Resets!D4: plan-value-missing\n  This row has no reason."},
    {"a sheet that is not there", "@records Sources", "@records Senders",
     "error: plan.xlsx: Sources: plan-sheet-missing\n  The plan has no sheet of this name."},
    {"a sheet that is not known", "@sheet Glossary", "@sheet Glosary",
     "warning: plan.xlsx: Glosary: plan-unknown-sheet\n  This sheet is not used: no sheet of a plan has this name. Did "
     "you "
     "mean 'Glossary'?"},
    {"a sheet for later", "@sheet Glossary", "@sheet Holidays",
     "warning: plan.xlsx: Holidays: plan-not-used-yet\n  This version does not use this sheet yet."},
    {"a column that is not known", "term	meaning\nASB	Anti-social behaviour",
     "term	meaning	origin\nASB	Anti-social behaviour	English",
     "warning: plan.xlsx: Glossary!C2: plan-unknown-column\n  The column 'origin' is not used."},
    {"a release that is not needed", "needs release: yes", "needs release: no",
     "warning: plan.xlsx: Releases!A4: plan-release-not-needed\n  The source 'youth' does not need release, so this "
     "row "
     "changes nothing."},
};

BOOST_DATA_TEST_CASE(a_mistake_is_found_where_it_stands, boost::unit_test::data::make(mistakes), mistake) {
    const auto checked = read(with(mistake.from, mistake.to));
    std::string all;
    for (const Finding& finding : checked.findings) all += to_text(finding);
    BOOST_TEST(all.find(mistake.finding) != std::string::npos, "'" << mistake.finding << "' is not in:\n" << all);
    BOOST_TEST(any_error(checked.findings) == std::string_view(mistake.finding).starts_with("error"));
}

BOOST_AUTO_TEST_CASE(all_mistakes_are_found_in_one_reading) {
    std::string text = with("unit: percent", "unit: percnt");
    text.replace(text.find("youth	2014/15 Q1"), 5, "yuth");
    const auto findings = read(text).findings;
    BOOST_REQUIRE_EQUAL(findings.size(), 2U);
    BOOST_TEST(findings[0].where.text() == "plan.xlsx: Measures!F5");
    BOOST_TEST(findings[1].where.text() == "plan.xlsx: Releases!A4");
}

BOOST_AUTO_TEST_CASE(columns_are_found_by_their_headings) {
    auto book = tests::to_plan_workbook(whole_plan);
    for (workbook::Sheet& sheet : book.sheets) {
        if (sheet.name != "Glossary") continue;
        for (Cell& cell : sheet.cells) cell.at.column = 5 - cell.at.column;
        std::sort(sheet.cells.begin(), sheet.cells.end(), [](const Cell& a, const Cell& b) { return a.at < b.at; });
    }
    const auto checked = read_plan(book);
    BOOST_TEST(checked.findings.empty());
    BOOST_TEST(checked.value.glossary.at(0).meaning == "Anti-social behaviour");
}

BOOST_AUTO_TEST_CASE(what_excel_made_a_date_of_is_found) {
    auto book = tests::to_plan_workbook(whole_plan);
    for (workbook::Sheet& sheet : book.sheets)
        for (Cell& cell : sheet.cells)
            if (sheet.name == "Sources" && to_text(cell.value) == "4-5" && cell.at.row > 2)
                cell.value = DateTime{Date(2014, 5, 4), 0.0};
    const auto findings = read_plan(book).findings;
    BOOST_REQUIRE_EQUAL(findings.size(), 1U);
    BOOST_TEST(to_text(findings[0])
                   .find("Excel made the date 2014-05-04 of what was typed as header. Format the cell as "
                         "Text and type it again.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_period_may_be_a_month_that_excel_made_a_date_of) {
    auto book = tests::to_plan_workbook(whole_plan);
    for (workbook::Sheet& sheet : book.sheets)
        for (Cell& cell : sheet.cells)
            if (sheet.name == "Resets" && to_text(cell.value) == "2013-04")
                cell.value = DateTime{Date(2013, 4, 1), 0.0};
    const auto checked = read_plan(book);
    BOOST_TEST(checked.findings.empty());
    BOOST_TEST((checked.value.resets.at(0).from == Period::month(2013, 4)));
}

BOOST_AUTO_TEST_CASE(no_plan_is_a_mistake_of_use_with_its_remedy) {
    BOOST_CHECK_EXCEPTION(load_plan("no/such/plan.xlsx"), UsageError, [](const UsageError& error) {
        return std::string(error.what()).starts_with("There is no plan: no/such/plan.xlsx does not exist. Copy ");
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
