#include "panelbook/workbook/cell_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <vector>

using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct EscapeRow {
    const char* stored;
    const char* text;
};
std::ostream& operator<<(std::ostream& out, const EscapeRow& row) {
    return out << row.stored;
}

const std::vector<EscapeRow> escapes{
    {"plain", "plain"},
    {"", ""},
    {"a_x000D_\nb", "a\r\nb"},
    {"_x000d_", "\r"},
    {"_x005F_x000D_", "_x000D_"},
    {"_x00A3_5", "£5"},
    {"_x2014_", "—"},
    {"_xD83D__xDE00_", "😀"},
    {"_xD83D_", "_xD83D_"},
    {"_xDE00_", "_xDE00_"},
    {"_xD83D_x", "_xD83D_x"},
    {"_x0000_", "_x0000_"},
    {"_xFFFE_", "_xFFFE_"},
    {"_x00G0_", "_x00G0_"},
    {"_x-001_", "_x-001_"},
    {"_x000D", "_x000D"},
    {"_x", "_x"},
    {"__x0041_", "_A"},
    {"_X0041_", "_X0041_"},
};

}  // namespace

BOOST_DATA_TEST_CASE(escapes_are_resolved, escapes, row) {
    BOOST_TEST(unescaped(row.stored) == row.text);
}

BOOST_AUTO_TEST_CASE(length_is_counted_as_excel_does) {
    BOOST_TEST(excel_length("abc") == 3u);
    BOOST_TEST(excel_length("£5") == 2u);
    BOOST_TEST(excel_length("😀") == 2u);
    BOOST_TEST(excel_length("") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
