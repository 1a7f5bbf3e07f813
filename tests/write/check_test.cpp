#include "panelbook/write/check.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <limits>
#include <ostream>
#include <string>
#include <utility>

#include "panelbook/core/errors.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::write;
using report::Report;

/// A report of one page with one table of one row, that is sound.
Report sound_report() {
    Report report;
    report.title = "Dashboard";
    report.as_of = Date(2020, boost::gregorian::Sep, 29);
    const report::ItemId text = report.add({std::string("Burglary"), report::Role::cell, {}, {}, {}});
    const report::ItemId number = report.add({12.0, report::Role::cell, {}, {}, {}});
    report::Table table;
    table.name = "Counts";
    table.columns = {{"Measure", 20, false}, {"Count", 10, true}};
    table.rows = {{text, number}};
    report::Page page;
    page.name = "Data";
    page.title = "Data";
    page.blocks.emplace_back(std::move(table));
    report.pages.push_back(std::move(page));
    return report;
}

report::Table& table_of(Report& report) {
    return std::get<report::Table>(report.pages[0].blocks[0]);
}

struct Fault {
    const char* name;
    std::function<void(Report&)> make;
    const char* message;
    friend std::ostream& operator<<(std::ostream& out, const Fault& one) { return out << one.name; }
};

const Fault faults[] = {
    {"not a number", [](Report& r) { r.items[1].value = std::numeric_limits<double>::quiet_NaN(); },
     "cannot write sheet \"Data\": a number is not finite"},
    {"infinite", [](Report& r) { r.items[1].value = std::numeric_limits<double>::infinity(); },
     "cannot write sheet \"Data\": a number is not finite"},
    {"invalid UTF-8", [](Report& r) { r.items[0].value = std::string("Caf\xE9"); },
     "cannot write sheet \"Data\": a text is not valid UTF-8"},
    {"NUL", [](Report& r) { r.items[0].value = std::string("a\0b", 3); },
     "cannot write sheet \"Data\": a text holds a NUL character"},
    {"text too long", [](Report& r) { r.items[0].value = std::string(32768, 'x'); },
     "cannot write sheet \"Data\": a text of 32768 characters is longer than the 32767 a spreadsheet holds: "
     "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\""},
    {"sheet name too long", [](Report& r) { r.pages[0].name = std::string(32, 'x'); },
     "cannot write sheet \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\": its name is longer than 31 characters"},
    {"sheet name with a colon", [](Report& r) { r.pages[0].name = "3: Crime"; },
     "cannot write sheet \"3: Crime\": its name holds one of []:*?/\\"},
    {"sheet name in apostrophes", [](Report& r) { r.pages[0].name = "'Crime'"; },
     "cannot write sheet \"'Crime'\": its name begins or ends with an apostrophe"},
    {"reserved sheet name", [](Report& r) { r.pages[0].name = "History"; },
     "cannot write sheet \"History\": a spreadsheet keeps this name for itself"},
    {"sheet name used twice",
     [](Report& r) {
         r.pages.push_back(r.pages[0]);
         r.pages[1].name = "DATA";
     },
     "cannot write sheet \"DATA\": its name is used twice"},
    {"headings used twice", [](Report& r) { table_of(r).columns[1].heading = "measure"; },
     "cannot write sheet \"Data\": two columns of table Counts are headed \"measure\""},
    {"table name used twice",
     [](Report& r) {
         r.pages.push_back(r.pages[0]);
         r.pages[1].name = "More";
     },
     "cannot write sheet \"More\": the table name \"Counts\" is used twice"},
    {"table name not of letters", [](Report& r) { table_of(r).name = "A1"; },
     "cannot write sheet \"Data\": the table name \"A1\" is not two letters or more"},
    {"short row", [](Report& r) { table_of(r).rows[0].pop_back(); },
     "cannot write sheet \"Data\": a row of a table has another length than its heading"},
    {"no such item", [](Report& r) { table_of(r).rows[0][0].index = 7; },
     "cannot write sheet \"Data\": there is no item 7"},
    {"no page", [](Report& r) { r.pages.clear(); }, "cannot write the report: there is no page to write"},
    {"no as-of", [](Report& r) { r.as_of = Date(); }, "cannot write the report: the as-of date is missing"},
};

BOOST_AUTO_TEST_SUITE(write)
BOOST_AUTO_TEST_SUITE(checks)

BOOST_AUTO_TEST_CASE(a_sound_report_passes) {
    BOOST_CHECK_NO_THROW(check(sound_report()));
}

BOOST_DATA_TEST_CASE(a_fault_is_refused, boost::unit_test::data::make(faults), fault) {
    Report report = sound_report();
    fault.make(report);
    BOOST_CHECK_EXCEPTION(check(report), WriteError, [&](const WriteError& error) {
        BOOST_TEST(error.what() == std::string(fault.message));
        return true;
    });
}

BOOST_AUTO_TEST_CASE(the_longest_text_passes) {
    Report report = sound_report();
    report.items[0].value = std::string(32767, 'x');
    BOOST_CHECK_NO_THROW(check(report));
}

BOOST_AUTO_TEST_CASE(spreadsheets_count_utf16) {
    BOOST_TEST(utf16_length("£5") == 2U);
    BOOST_TEST(utf16_length("\xF0\x9F\x93\x88") == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
