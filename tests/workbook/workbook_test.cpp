#include "panelbook/workbook/workbook.hpp"

#include <boost/test/unit_test.hpp>

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

Sheet example() {
    Sheet sheet;
    sheet.name = "April data";
    sheet.cells = {{{0, 1}, std::string(" Burglary "), false, false}, {{2, 0}, 12.5, false, false}};
    sheet.merged = {{{0, 1}, {1, 3}}, {{4, 0}, {4, 2}}};
    return sheet;
}

}  // namespace

BOOST_AUTO_TEST_CASE(sheet_gives_the_cell_at_a_place) {
    const Sheet sheet = example();
    BOOST_TEST(sheet.at({0, 1}) == &sheet.cells[0]);
    BOOST_TEST(sheet.at({2, 0}) == &sheet.cells[1]);
    BOOST_TEST(sheet.at({0, 0}) == nullptr);
    BOOST_TEST(sheet.at({9, 9}) == nullptr);
}

BOOST_AUTO_TEST_CASE(sheet_gives_the_cell_that_covers_a_place) {
    const Sheet sheet = example();
    BOOST_TEST(sheet.at_or_merged({1, 3}) == &sheet.cells[0]);
    BOOST_TEST(sheet.at_or_merged({0, 1}) == &sheet.cells[0]);
    BOOST_TEST(sheet.at_or_merged({1, 4}) == nullptr);
    BOOST_TEST(sheet.at_or_merged({4, 1}) == nullptr);
    BOOST_TEST(sheet.at_or_merged({2, 0}) == &sheet.cells[1]);
}

BOOST_AUTO_TEST_CASE(sheet_gives_text_trimmed) {
    const Sheet sheet = example();
    BOOST_TEST(sheet.text_at({0, 1}) == "Burglary");
    BOOST_TEST(sheet.text_at({2, 0}) == "12.5");
    BOOST_TEST(sheet.text_at({0, 0}) == "");
}

BOOST_AUTO_TEST_CASE(sheet_counts_its_used_rows_and_columns) {
    BOOST_TEST(example().row_count() == 3u);
    BOOST_TEST(example().column_count() == 2u);
    BOOST_TEST(Sheet().row_count() == 0u);
    BOOST_TEST(Sheet().column_count() == 0u);
}

BOOST_AUTO_TEST_CASE(workbook_finds_sheets_whatever_their_case_and_blanks) {
    Workbook workbook;
    workbook.sheets = {example()};
    BOOST_TEST(workbook.sheet("APRIL  DATA ") == &workbook.sheets.front());
    BOOST_TEST(workbook.sheet("May data") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
