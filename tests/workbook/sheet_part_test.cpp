#include "panelbook/workbook/sheet_part.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/workbook/read.hpp"

#include "support/cells_text.hpp"
#include "support/package.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::cells_text;
using tests::rules_text;
using tests::xlsx_of_rows;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

const std::string shared_strings =
    "<si><t>Burglary</t></si>"
    "<si><r><t>Viol</t></r><r><rPr><b/></rPr><t xml:space='preserve'>ence </t></r></si>"
    "<si><t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh><phoneticPr fontId='1'/></si>"
    "<si><t>a_x000D_&#10;b</t></si>"
    "<si/>"
    "<si><t xml:space='preserve'> padded </t></si>";

// 0 General, 1 a date, 2 a time, 3 a percentage, 4 elapsed hours of its own format, 5 the number of a date that the
// file gives another format; the differential format does not count.
const std::string styles =
    "<numFmts count='2'><numFmt numFmtId='164' formatCode='[h]:mm'/><numFmt numFmtId='14' formatCode='0.0'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='15'/><xf numFmtId='20'/><xf numFmtId='10'/><xf numFmtId='164'/>"
    "<xf numFmtId='14'/></cellXfs>"
    "<dxfs><dxf><numFmt numFmtId='164' formatCode='0'/></dxf></dxfs>";

struct CellRow {
    const char* name;
    const char* rows;
    const char* cells;
    const char* findings = "";
};
std::ostream& operator<<(std::ostream& out, const CellRow& row) {
    return out << row.name;
}

const std::vector<CellRow> cell_rows{
    {"number", "<row r='1'><c r='A1'><v>12.5</v></c></row>", "A1 number 12.5"},
    {"number said to be one", "<row r='1'><c r='A1' t='n'><v>3E2</v></c></row>", "A1 number 300"},
    {"number between blanks", "<row r='1'><c r='A1'><v> 7\n</v></c></row>", "A1 number 7"},
    {"shared text", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>", "A1 text Burglary"},
    {"rich text", "<row r='1'><c r='A1' t='s'><v>1</v></c></row>", "A1 text Violence "},
    {"phonetic guide left out", "<row r='1'><c r='A1' t='s'><v>2</v></c></row>", "A1 text 課"},
    {"escapes", "<row r='1'><c r='A1' t='s'><v>3</v></c></row>", "A1 text a\r\nb"},
    {"blanks as stored", "<row r='1'><c r='A1' t='s'><v>5</v></c></row>", "A1 text  padded "},
    {"inline text", "<row r='1'><c r='A1' t='inlineStr'><is><t>Robbery</t></is></c></row>", "A1 text Robbery"},
    {"inline rich text",
     "<row r='1'><c r='A1' t='inlineStr'><is><r><t>Rob</t></r><r><t>bery</t></r><rPh sb='0' "
     "eb='1'><t>x</t></rPh></is></c></row>",
     "A1 text Robbery"},
    {"two inline texts do not run together",
     "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='inlineStr'><is><t>b</t></is></c></row>",
     "A1 text a, B1 text b"},
    {"empty texts are no cells",
     "<row r='1'><c r='A1' t='s'><v>4</v></c><c r='B1' t='inlineStr'><is><t></t></is></c><c r='C1' "
     "t='str'><f>\"\"</f><v></v></c></row>",
     ""},
    {"style without value is no cell", "<row r='1' s='1' customFormat='1'><c r='A1' s='1'/><c r='B1' s='3'></c></row>",
     ""},
    {"booleans", "<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c></row>",
     "A1 boolean TRUE, B1 boolean FALSE"},
    {"formula result", "<row r='1'><c r='A1'><f>SUM(B1:B2)</f><v>7</v></c></row>", "A1 number 7 ="},
    {"formula result of text", "<row r='1'><c r='A1' t='str'><f>B1</f><v>x_x000A_y</v></c></row>", "A1 text x\ny ="},
    {"formula result of an error", "<row r='1'><c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>",
     "A1 error #DIV/0! ="},
    {"formula never worked out", "<row r='1'><c r='A1'><f>SUM(B1:B2)</f></c><c r='C1'><f>B1</f></c></row>", "",
     "warning formula-not-calculated Sheet1!A1"},
    {"error", "<row r='1'><c r='A1' t='e'><v>#N/A</v></c></row>", "A1 error #N/A"},
    {"date", "<row r='1'><c r='A1' s='1'><v>41791</v></c></row>", "A1 date 2014-06-01"},
    {"number shown as a date that is none", "<row r='1'><c r='A1' s='1'><v>-4</v></c></row>", "A1 number -4"},
    {"time", "<row r='1'><c r='A1' s='2'><v>0.5</v></c></row>", "A1 time 12:00:00"},
    {"hours", "<row r='1'><c r='A1' s='4'><v>1.5</v></c></row>", "A1 time 36:00:00"},
    {"percentage", "<row r='1'><c r='A1' s='3'><v>0.042</v></c></row>", "A1 number 0.042 %"},
    {"text with the format of a percentage", "<row r='1'><c r='A1' s='3' t='s'><v>0</v></c></row>", "A1 text Burglary"},
    {"the file's own format counts", "<row r='1'><c r='A1' s='5'><v>41791</v></c></row>", "A1 number 41791"},
    {"ISO date", "<row r='1'><c r='A1' t='d'><v>2014-06-30T12:00:00</v></c></row>", "A1 date 2014-06-30 12:00:00"},
    {"cells without r", "<row r='2'><c><v>1</v></c><c r='D2'><v>2</v></c><c><v>3</v></c></row>",
     "A2 number 1, D2 number 2, E2 number 3"},
    {"rows without r", "<row><c><v>1</v></c></row><row r='5'><c><v>2</v></c></row><row><c><v>3</v></c></row>",
     "A1 number 1, A5 number 2, A6 number 3"},
    {"cells out of order",
     "<row r='2'><c r='B2'><v>4</v></c><c r='A2'><v>3</v></c></row><row r='1'><c r='C1'><v>1</v></c></row>",
     "C1 number 1, A2 number 3, B2 number 4"},
    {"a cell twice", "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='A1'><v>3</v></c></row>",
     "A1 number 3, B1 number 2", "warning duplicate-cell Sheet1!A1"},
    {"a number that is none",
     "<row r='1'><c r='A1'><v>NaN</v></c><c r='B1'><v>1e999</v></c><c r='C1'><v>x</v></c></row>",
     "A1 error #VALUE!, B1 error #VALUE!, C1 error #VALUE!", "error cell-not-readable Sheet1!A1"},
    {"shared text that is not there", "<row r='1'><c r='A1' t='s'><v>6</v></c></row>", "A1 error #VALUE!",
     "error cell-not-readable Sheet1!A1"},
    {"shared text without a number", "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>", "A1 error #VALUE!",
     "error cell-not-readable Sheet1!A1"},
    {"a boolean that is none", "<row r='1'><c r='A1' t='b'><v>2</v></c></row>", "A1 error #VALUE!",
     "error cell-not-readable Sheet1!A1"},
    {"an ISO date that is none", "<row r='1'><c r='A1' t='d'><v>2014-02-30</v></c></row>", "A1 error #VALUE!",
     "error cell-not-readable Sheet1!A1"},
    {"an unknown type", "<row r='1'><c r='A1' t='z'><v>2</v></c></row>", "A1 error #VALUE!",
     "error cell-not-readable Sheet1!A1"},
    {"a style that is not there", "<row r='1'><c r='A1' s='99'><v>2</v></c></row>", "A1 number 2",
     "warning style-missing Sheet1!A1"},
    {"elements of others are passed over",
     "<row r='1'><x:c xmlns:x='http://x' r='B1'><x:v>9</x:v></x:c><c "
     "r='A1'><v>1</v><extLst><ext><v>5</v></ext></extLst></c></row>",
     "A1 number 1"},
    {"the last place of a sheet", "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "XFD1048576 number 1"},
};

Checked<Workbook> read_rows(const std::string& rows, const Limits& limits = {}) {
    return read_workbook_bytes(xlsx_of_rows(rows, shared_strings, styles), "a.xlsx", limits);
}

}  // namespace

BOOST_DATA_TEST_CASE(sheet_cells_are_what_excel_shows, cell_rows, row) {
    const Checked<Workbook> read = read_rows(row.rows);
    BOOST_TEST(rules_text(read.findings) == row.findings);
    BOOST_TEST_REQUIRE(read.value.sheets.size() == 1u);
    BOOST_TEST(cells_text(read.value.sheets.front()) == row.cells);
}

namespace {

struct BadSheet {
    const char* name;
    const char* rows;
    const char* place;
    const char* message;
};
std::ostream& operator<<(std::ostream& out, const BadSheet& bad) {
    return out << bad.name;
}

const std::vector<BadSheet> bad_sheets{
    {"an address that is none", "<row r='1'><c r='A0'><v>1</v></c></row>", "Sheet1!A1",
     "A cell has an address that no cell can have."},
    {"an address beyond the sheet", "<row r='1'><c r='XFE1'><v>1</v></c></row>", "Sheet1!A1",
     "A cell has an address that no cell can have."},
    {"row 0", "<row r='0'/>", "Sheet1", "A row has a number that no row can have."},
    {"row beyond the sheet", "<row r='1048577'/>", "Sheet1", "A row has a number that no row can have."},
    {"one row more than a sheet has", "<row r='1048576'/><row/>", "Sheet1", "It has more rows than a sheet can have."},
    {"one cell more than a row has", "<row r='1'><c r='XFD1'/><c/></row>", "Sheet1!XFD1",
     "A row has more cells than a sheet has columns."},
    {"not well formed", "<row r='1'><c r='B1'></row>", "Sheet1!B1", "A part of it is not well formed."},
};

}  // namespace

BOOST_DATA_TEST_CASE(sheet_refusals_name_the_place, bad_sheets, bad) {
    const Checked<Workbook> read = read_rows(bad.rows);
    BOOST_TEST(read.value.sheets.empty());
    BOOST_TEST_REQUIRE(read.findings.size() == 1u);
    BOOST_TEST(read.findings.front().rule == "file-damaged");
    BOOST_TEST(read.findings.front().where.text() == std::string("a.xlsx: ") + bad.place);
    BOOST_TEST(read.findings.front().message ==
               std::string("The file is damaged, so nothing of it was taken. ") + bad.message);
}

BOOST_AUTO_TEST_CASE(sheet_faults_say_how_many_cells_and_what_was_found) {
    const Checked<Workbook> read = read_rows(
        "<row r='3'><c r='B3'><v>12a</v></c><c r='C3'><v>12b</v></c></row><row r='4'><c r='A4'><v>12c</v></c></row>");
    BOOST_TEST_REQUIRE(read.findings.size() == 1u);
    const Finding& finding = read.findings.front();
    BOOST_TEST(finding.where.text() == "a.xlsx: Sheet1!B3");
    BOOST_TEST(finding.found == "12a");
    BOOST_TEST(
        finding.message ==
        "The file says what kind of value stands in this cell, but what stands there is none of that kind. So it is "
        "with 2 other cells of this sheet.");
}

BOOST_AUTO_TEST_CASE(sheet_tells_merged_and_hidden) {
    const std::string inside =
        "<cols><col min='2' max='3' hidden='1'/><col min='5' max='5'/><col min='16384' max='99999' "
        "hidden='true'/></cols>"
        "<sheetData><row r='2' hidden='1'><c r='A2'><v>1</v></c></row><row hidden='0'/></sheetData>"
        "<mergeCells><mergeCell ref='C5:A4'/><mergeCell ref='A1:D1'/><mergeCell ref='x'/></mergeCells>";
    const Checked<Workbook> read =
        read_workbook_bytes(tests::zip_bytes(tests::xlsx_parts({{{"S", inside}}})), "a.xlsx", {});
    BOOST_TEST_REQUIRE(read.value.sheets.size() == 1u);
    const Sheet& sheet = read.value.sheets.front();
    BOOST_TEST((sheet.hidden_rows == HiddenLines{1}));
    BOOST_TEST((sheet.hidden_columns == HiddenLines{1, 2, 16383}));
    BOOST_TEST((sheet.merged == std::vector<CellRange>{{{0, 0}, {0, 3}}, {{3, 0}, {4, 2}}}));
    BOOST_TEST(rules_text(read.findings) == "warning merge-not-readable S!A1");
}

namespace {

struct SheetLimit {
    const char* name;
    const char* rows;
    void (*limit)(Limits&);
    const char* words;
};
std::ostream& operator<<(std::ostream& out, const SheetLimit& limit) {
    return out << limit.name;
}

const std::vector<SheetLimit> sheet_limits{
    {"cells", "<row><c><v>1</v></c><c/><c><v>2</v></c><c><v>3</v></c></row>", [](Limits& limits) { limits.cells = 2; },
     "of 2 cells that are not empty (cells)"},
    {"inline text", "<row><c t='inlineStr'><is><t>£23456</t></is></c></row>",
     [](Limits& limits) { limits.cell_characters = 5; }, "of 5 characters in one cell (cell_characters)"},
    {"result text", "<row><c t='str'><v>123456</v></c></row>", [](Limits& limits) { limits.cell_characters = 5; },
     "of 5 characters in one cell (cell_characters)"},
    {"text while it grows", "<row><c t='inlineStr'><is><t>0123456789012345678901234567890123456789</t></is></c></row>",
     [](Limits& limits) { limits.cell_characters = 5; }, "of 5 characters in one cell (cell_characters)"},
    {"number while it grows", "<row><c><v>0123456789012345678901234567890123456789</v></c></row>",
     [](Limits& limits) { limits.cell_characters = 5; }, "of 5 characters in one cell (cell_characters)"},
    {"text of all cells", "<row><c t='str'><v>12345</v></c><c t='str'><v>12345</v></c></row>",
     [](Limits& limits) { limits.text_bytes = 9; }, "of 9 bytes of text in all cells together (text_bytes)"},
    {"depth", "<row><c><extLst><a><b/></a></extLst></c></row>", [](Limits& limits) { limits.xml_depth = 5; },
     "of 5 elements inside each other (xml_depth)"},
};

}  // namespace

BOOST_DATA_TEST_CASE(sheet_limits_are_named, sheet_limits, limited) {
    Limits limits;
    limited.limit(limits);
    const Checked<Workbook> read = read_workbook_bytes(xlsx_of_rows(limited.rows), "a.xlsx", limits);
    BOOST_TEST_REQUIRE(read.findings.size() == 1u);
    BOOST_TEST(read.findings.front().rule == "limit-hit");
    BOOST_TEST(read.findings.front().message ==
               std::string("The file goes beyond the limit ") + limited.words + ", so nothing of it was taken.");
    BOOST_TEST(read.findings.front().where.sheet == "Sheet1");
    BOOST_TEST(read.value.sheets.empty());
}

BOOST_AUTO_TEST_CASE(sheet_counts_its_merged_ranges) {
    Limits limits;
    limits.merged_ranges = 1;
    const std::string inside = "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>";
    const Checked<Workbook> read =
        read_workbook_bytes(tests::zip_bytes(tests::xlsx_parts({{{"S", inside}}})), "a.xlsx", limits);
    BOOST_TEST(rules_text(read.findings) == "error limit-hit S");
}

BOOST_AUTO_TEST_SUITE_END()
