#include "panelbook/workbook/plain_cell.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct CellText {
    const char* text;
    const char* parsed;  // address, style, type and value; empty if it is not plain
};
std::ostream& operator<<(std::ostream& out, const CellText& cell) {
    return out << cell.text;
}

const std::vector<CellText> cell_texts{
    {"<c r=\"B2\" s=\"1\" t=\"s\"><v>12</v></c>", "B2 1 s 12"},
    {"<c r=\"XFD1048576\"><v>-1.5E-3</v></c>", "XFD1048576 - n -1.5E-3"},
    {"<c><v>0</v></c>", "- - n 0"},
    {"<c s=\"0\"><v>7</v></c>", "- 0 n 7"},
    {"<c r=\"A1\" t=\"b\"><v>1</v></c>", "A1 - b 1"},
    {"<c r=\"A1\" t=\"n\"><v>01</v></c>", "A1 - n 01"},
    {"<c r=\"A1\" s=\"999999\"/>", "A1 999999 n "},
    {"<c r=\"A1\"></c>", "A1 - n "},
    {"<c/>", "- - n "},
    {"<c r=\"A0\"><v>1</v></c>", ""},
    {"<c r=\"A01\"><v>1</v></c>", ""},
    {"<c r=\"A1048577\"><v>1</v></c>", ""},
    {"<c r=\"A10485760\"><v>1</v></c>", ""},
    {"<c r=\"XFE1\"><v>1</v></c>", ""},
    {"<c r=\"AAAA1\"><v>1</v></c>", ""},
    {"<c r=\"1\"><v>1</v></c>", ""},
    {"<c r=\"A\"><v>1</v></c>", ""},
    {"<c r=\"a1\"><v>1</v></c>", ""},
    {"<c r=\"\"><v>1</v></c>", ""},
    {"<c r='A1'><v>1</v></c>", ""},
    {"<c  r=\"A1\"><v>1</v></c>", ""},
    {"<c s=\"1\" r=\"A1\"><v>1</v></c>", ""},
    {"<c r=\"A1\" r=\"A1\"><v>1</v></c>", ""},
    {"<c r=\"A1\" s=\"\"><v>1</v></c>", ""},
    {"<c r=\"A1\" s=\"1000000\"><v>1</v></c>", ""},
    {"<c r=\"A1\" t=\"str\"><v>1</v></c>", ""},
    {"<c r=\"A1\" t=\"e\"><v>1</v></c>", ""},
    {"<c r=\"A1\"><v></v></c>", ""},
    {"<c r=\"A1\"><v> 1</v></c>", ""},
    {"<c r=\"A1\"><v>&#49;</v></c>", ""},
    {"<c r=\"A1\"><v>1</v><v>2</v></c>", ""},
    {"<c r=\"A1\"><v>123456789012345678901234567890123</v></c>", ""},
    {"<c r=\"A1\"><f>B1</f><v>1</v></c>", ""},
    {"<cx r=\"A1\"><v>1</v></cx>", ""},
    {"<col/>", ""},
    {"</row>", ""},
};

}  // namespace

BOOST_DATA_TEST_CASE(plain_cells_are_told_from_others, cell_texts, text) {
    const std::string ahead = text.text + std::string(plain_cell_room, ' ');
    PlainCell cell;
    std::string parsed;
    if (parse_plain_cell(ahead, cell)) {
        parsed = (cell.at ? to_a1(*cell.at) : "-") + " " + (cell.style ? std::to_string(*cell.style) : "-") + " " +
                 cell.type + " " + std::string(cell.value);
        BOOST_TEST(cell.size == std::string(text.text).size());
    }
    BOOST_TEST(parsed == text.parsed);
}

BOOST_AUTO_TEST_SUITE_END()
