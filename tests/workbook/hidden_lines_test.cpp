#include "panelbook/workbook/hidden_lines.hpp"

#include <boost/test/unit_test.hpp>

using panelbook::workbook::HiddenLines;

BOOST_AUTO_TEST_SUITE(workbook)

BOOST_AUTO_TEST_CASE(hidden_lines_are_those_inserted) {
    HiddenLines lines;
    BOOST_TEST(!lines.contains(0));
    lines.insert(3, 5);
    lines.insert(1, 1);
    lines.insert(4, 7);
    lines.insert(9, 8);
    for (std::uint32_t line = 0; line < 12; ++line)
        BOOST_TEST(lines.contains(line) == (line == 1 || (line >= 3 && line <= 7)), line);
    BOOST_TEST((lines == HiddenLines{1, 3, 4, 5, 6, 7}));
    BOOST_TEST((lines != HiddenLines{1, 3, 4, 5, 6, 7, 8}));
}

BOOST_AUTO_TEST_SUITE_END()
