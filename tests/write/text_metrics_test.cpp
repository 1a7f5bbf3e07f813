#include "panelbook/write/text_metrics.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace {

using namespace panelbook;
using namespace panelbook::write;

struct LineCase {
    const char* name;
    const char* text;
    double width;
    int lines;
    friend std::ostream& operator<<(std::ostream& out, const LineCase& one) { return out << one.name; }
};

// At 10 points a digit is 5.56 points wide and a blank 2.78, a little more on screen.
const LineCase line_cases[] = {
    {"empty", "", 50, 1},
    {"fits", "0000", 24, 1},
    {"wraps at a blank", "0000 0000", 30, 2},
    {"two words a line", "00 00 00 00", 30, 2},
    {"a blank at the end takes no line", "0000 ", 24, 1},
    {"line feeds", "0\n\n0", 50, 3},
    {"a word longer than the line is broken", "0000000000", 30, 2},
    {"a long word after a short one", "0 0000000000", 30, 3},
    {"letters of several bytes are one each", "££££", 30, 1},
};

Look ten_points() {
    Look look;
    look.size = 10;
    look.wrap = true;
    return look;
}

BOOST_AUTO_TEST_SUITE(write)
BOOST_AUTO_TEST_SUITE(text_sizes)

BOOST_DATA_TEST_CASE(lines, boost::unit_test::data::make(line_cases), one) {
    BOOST_TEST(line_count(one.text, ten_points(), one.width) == one.lines);
}

BOOST_AUTO_TEST_CASE(bold_is_wider) {
    Look bold = ten_points();
    bold.bold = true;
    BOOST_TEST(text_width("Improved", bold) > text_width("Improved", ten_points()));
}

BOOST_AUTO_TEST_CASE(height_grows_with_lines_and_indent) {
    const Look look = ten_points();
    BOOST_TEST(text_height("0000 0000", look, 100) == line_height(look));
    BOOST_TEST(text_height("0000 0000", look, 35) == 2 * line_height(look));
    Look indented = look;
    indented.indent = 3;
    BOOST_TEST(text_height("0000 0000", indented, 60) == 2 * line_height(look));
    BOOST_TEST(text_height("0000 0000", look, 60) == line_height(look));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
