#include "panelbook/write/plan_workbook.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/plan/read.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/zip_parts.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::write;

const PlanRows small_plan{
    {"Settings",
     {{{"setting", "organisation"}, {"value", "Office"}},
      {{"setting", "title"}, {"value", "Dashboard"}},
      {{"setting", "as of"}, {"value", "2014-09-29"}},
      {{"setting", "spc window"}, {"value", "36"}}}},
    {"Priorities", {{{"priority", "1"}, {"title", "One"}, {"theme", "All"}, {"tile", "level"}}}},
    {"Measures",
     {{{"measure", "burglary"},
       {"priority", "1"},
       {"kpi", "3.10"},
       {"name", "Burglary"},
       {"unit", "count"},
       {"good", "down"}}}},
    {"Areas", {{{"area", "force"}, {"name", "Force"}, {"kind", "force"}}}},
    {"Sources",
     {{{"source", "crime"},
       {"organisation", "Services"},
       {"file pattern", "Crime*.xlsx"},
       {"layout", "wide"},
       {"header", "4-5"}}}},
    {"Glossary", {{{"term", "ASB"}, {"meaning", "First line\nsecond line"}}}},
};

BOOST_AUTO_TEST_SUITE(write)

BOOST_AUTO_TEST_CASE(a_plan_that_was_written_is_read_back) {
    const tests::Folder folder("plan-workbook");
    write_plan_workbook(small_plan, folder.path() / "plan.xlsx");
    const auto checked = plan::load_plan(folder.path() / "plan.xlsx");
    for (const Finding& finding : checked.findings) BOOST_ERROR(to_text(finding));
    const plan::Plan& plan = checked.value;
    BOOST_TEST(plan.settings.title == "Dashboard");
    BOOST_TEST((plan.settings.as_of == Date(2014, 9, 29)));
    BOOST_TEST(plan.settings.spc_window_months == 36);
    BOOST_REQUIRE_EQUAL(plan.measures.size(), 1U);
    BOOST_TEST(plan.measures[0].kpi == "3.10");
    BOOST_REQUIRE_EQUAL(plan.sources.size(), 1U);
    BOOST_TEST(plan.sources[0].tables.at(0).header == "4-5");
    BOOST_TEST(plan.glossary.at(0).meaning == "First line\nsecond line");
    BOOST_TEST(plan.hash == intake::sha256(intake::read_file(folder.path() / "plan.xlsx")));
}

BOOST_AUTO_TEST_CASE(dates_are_dates_and_numbers_are_numbers) {
    const tests::Folder folder("plan-workbook");
    write_plan_workbook(small_plan, folder.path() / "plan.xlsx");
    const auto book = workbook::read_workbook(folder.path() / "plan.xlsx", "plan.xlsx", workbook::Limits::normal());
    const workbook::Sheet& settings = *book.value.sheet("Settings");
    for (const Cell& cell : settings.cells) {
        if (cell.at.column != 1) continue;
        const std::string setting = settings.text_at({cell.at.row, 0});
        if (setting == "as of") BOOST_TEST(type_name(cell.value) == "date");
        if (setting == "spc window") BOOST_TEST(type_name(cell.value) == "number");
        if (setting == "title") BOOST_TEST(type_name(cell.value) == "text");
    }
}

BOOST_AUTO_TEST_CASE(the_same_rows_give_the_same_bytes) {
    const tests::Folder folder("plan-workbook");
    write_plan_workbook(small_plan, folder.path() / "one.xlsx");
    write_plan_workbook(small_plan, folder.path() / "two.xlsx");
    BOOST_TEST((intake::read_file(folder.path() / "one.xlsx") == intake::read_file(folder.path() / "two.xlsx")));
}

BOOST_AUTO_TEST_CASE(headings_have_notes_and_words_are_offered) {
    const tests::Folder folder("plan-workbook");
    write_plan_workbook({}, folder.path() / "plan.xlsx");
    std::string sheets, notes;
    for (const tests::ZipPart& part : tests::read_zip(folder.path() / "plan.xlsx")) {
        if (part.name.starts_with("xl/worksheets/sheet")) sheets += part.bytes;
        if (part.name.starts_with("xl/comments")) notes += part.bytes;
    }
    BOOST_TEST(sheets.find("<formula1>\"up,down,none\"</formula1>") != std::string::npos);
    BOOST_TEST(sheets.find("<formula1>Priorities!$A$4:$A$1000</formula1>") != std::string::npos);
    BOOST_TEST(sheets.find("topLeftCell=\"B4\"") != std::string::npos);
    BOOST_TEST(notes.find("Which direction is good news") != std::string::npos);
}

struct RefusedPlan {
    const char* name;
    PlanRows rows;
    const char* message;
};
std::ostream& operator<<(std::ostream& out, const RefusedPlan& refused) {
    return out << refused.name;
}

const RefusedPlan refused_plans[] = {
    {"an unknown sheet", {{"Measure", {}}}, "the plan has no sheet 'Measure'"},
    {"an unknown column", {{"Areas", {{{"place", "x"}}}}}, "Areas: there is no column 'place'"},
    {"an unknown setting", {{"Settings", {{{"setting", "titel"}}}}}, "Settings: there is no setting 'titel'"},
    {"bytes that are no text", {{"Areas", {{{"name", "\xff"}}}}}, "Areas: name: the text is not valid UTF-8"},
};

BOOST_DATA_TEST_CASE(rows_that_no_plan_can_hold_are_refused, boost::unit_test::data::make(refused_plans), refused) {
    const tests::Folder folder("plan-workbook");
    BOOST_CHECK_EXCEPTION(write_plan_workbook(refused.rows, folder.path() / "plan.xlsx"), UsageError,
                          [&](const UsageError& error) { return error.what() == std::string(refused.message); });
    BOOST_TEST(!std::filesystem::exists(folder.path() / "plan.xlsx"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
