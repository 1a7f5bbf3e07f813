#include "panelbook/workbook/ods.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "panelbook/workbook/read.hpp"

#include "support/cells_text.hpp"
#include "support/ods_file.hpp"
#include "support/workbook_invariants.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::cells_text;
using tests::ods_of_rows;
using tests::PackagePart;
using tests::rules_text;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::string row_of(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}
std::string cell_of(const std::string& attributes, const std::string& inside = "") {
    return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
}
std::string text_of(const std::string& inside) {
    return cell_of("office:value-type='string'", inside);
}

struct RowsCase {
    const char* name;
    std::string rows;
    const char* cells;
    const char* findings = "";
};
std::ostream& operator<<(std::ostream& out, const RowsCase& one) {
    return out << one.name;
}

const std::string one_value = cell_of("office:value-type='float' office:value='1'");

const std::vector<RowsCase> rows_cases{
    {"a number", row_of(cell_of("office:value-type='float' office:value='1772.14'", "<text:p>1,772</text:p>")),
     "A1 number 1772.14"},
    {"a percentage", row_of(cell_of("office:value-type='percentage' office:value='0.882'", "<text:p>88%</text:p>")),
     "A1 number 0.882 %"},
    {"money", row_of(cell_of("office:value-type='currency' office:currency='GBP' office:value='-3.24'")),
     "A1 number -3.24"},
    {"a date", row_of(cell_of("office:value-type='date' office:date-value='2014-06-30'")), "A1 date 2014-06-30"},
    {"a date with a time", row_of(cell_of("office:value-type='date' office:date-value='2014-06-30T12:00:00.5'")),
     "A1 date 2014-06-30 12:00:01"},
    {"a time", row_of(cell_of("office:value-type='time' office:time-value='PT36H30M00S'")), "A1 time 36:30:00"},
    {"booleans",
     row_of(cell_of("office:value-type='boolean' office:boolean-value='true'") +
            cell_of("office:value-type='boolean' office:boolean-value='false'")),
     "A1 boolean TRUE, B1 boolean FALSE"},
    {"a text", row_of(text_of("<text:p>Burglary</text:p>")), "A1 text Burglary"},
    {"a text in its attribute",
     row_of(cell_of("office:value-type='string' office:string-value='whole'", "<text:p>shown</text:p>")),
     "A1 text whole"},
    {"an empty text", row_of(text_of("<text:p/>") + text_of("")), ""},
    {"a text without a type", row_of(cell_of("", "<text:p>x</text:p>")), "A1 text x"},
    {"paragraphs", row_of(text_of("<text:p>a</text:p><text:p/><text:p>b</text:p>")), "A1 text a\n\nb"},
    {"spans and links",
     row_of(text_of("<text:p>Rob<text:span>be<text:span>r</text:span></text:span><text:a>y</text:a></text:p>")),
     "A1 text Robbery"},
    {"blanks, tabs and line breaks",
     row_of(text_of("<text:p><text:s text:c='2'/>a <text:s/>b<text:tab/>c<text:line-break/>d</text:p>")),
     "A1 text   a  b\tc\nd"},
    {"white space of the XML", row_of(text_of("<text:p>\n   a\n   b </text:p>")), "A1 text a b "},
    {"an annotation",
     row_of(text_of("<office:annotation><text:p>a note</text:p></office:annotation><text:p>x</text:p>")), "A1 text x"},
    {"a drawing", row_of(text_of("<drawing:frame><text:p>a caption</text:p></drawing:frame><text:p>x</text:p>")),
     "A1 text x"},
    {"a note in the text", row_of(text_of("<text:p>x<text:note><text:p>1</text:p></text:note></text:p>")), "A1 text x"},
    {"a formula", row_of(cell_of("table:formula='of:=1+1' office:value-type='float' office:value='2'")),
     "A1 number 2 ="},
    {"a formula's text", row_of(cell_of("table:formula='of:=A2' office:value-type='string'", "<text:p>x</text:p>")),
     "A1 text x ="},
    {"a formula's error",
     row_of(cell_of("table:formula='of:=1/0' office:value-type='string' office:string-value='' "
                    "calcext:value-type='error'",
                    "<text:p>#DIV/0!</text:p>")),
     "A1 error #DIV/0! ="},
    {"an error as older programs write it",
     row_of(cell_of("table:formula='of:=NA()' office:value-type='float' office:value='0'", "<text:p>#N/A</text:p>")),
     "A1 error #N/A ="},
    {"a text that looks like an error", row_of(text_of("<text:p>#N/A</text:p>")), "A1 text #N/A"},
    {"a formula without a result", row_of(cell_of("table:formula='of:=A2'")), "",
     "warning formula-not-calculated S!A1"},
    {"a number that is none", row_of(cell_of("office:value-type='float' office:value='12a'")), "A1 error #VALUE!",
     "error cell-not-readable S!A1"},
    {"a date that is none", row_of(cell_of("office:value-type='date' office:date-value='2014-02-30'")),
     "A1 error #VALUE!", "error cell-not-readable S!A1"},
    {"a time that is none", row_of(cell_of("office:value-type='time' office:time-value='12:00'")), "A1 error #VALUE!",
     "error cell-not-readable S!A1"},
    {"a boolean that is none", row_of(cell_of("office:value-type='boolean' office:boolean-value='maybe'")),
     "A1 error #VALUE!", "error cell-not-readable S!A1"},
    {"repeated empty cells and rows",
     "<table:table-row table:number-rows-repeated='1000000'>" + cell_of("table:number-columns-repeated='16384'") +
         "</table:table-row>" + row_of(cell_of("table:number-columns-repeated='3'") + one_value),
     "D1000001 number 1"},
    {"repeated values",
     "<table:table-row table:number-rows-repeated='2'>" +
         cell_of("office:value-type='string' table:number-columns-repeated='2'", "<text:p>x</text:p>") + one_value +
         "</table:table-row>" + row_of(one_value),
     "A1 text x, B1 text x, C1 number 1, A2 text x, B2 text x, C2 number 1, A3 number 1"},
    {"rows in groups",
     "<table:table-header-rows>" + row_of(one_value) + "</table:table-header-rows><table:table-row-group>" +
         row_of(one_value) + "<table:table-row-group>" + row_of(one_value) +
         "</table:table-row-group></table:table-row-group><table:table-rows>" + row_of(one_value) +
         "</table:table-rows>",
     "A1 number 1, A2 number 1, A3 number 1, A4 number 1"},
    {"a covered cell keeps its value",
     row_of(one_value + "<table:covered-table-cell office:value-type='float' office:value='2'/>"),
     "A1 number 1, B1 number 2"},
    {"a table in a cell", row_of(cell_of("", "<table:table>" + row_of(one_value) + "</table:table>") + one_value),
     "B1 number 1"},
    {"shapes of a table",
     "<table:shapes><drawing:frame><text:p>x</text:p></drawing:frame></table:shapes>" + row_of(one_value),
     "A1 number 1"},
};

Checked<Workbook> read(const std::string& bytes, const Limits& limits = {}) {
    return read_workbook_bytes(bytes, "a.ods", limits);
}

std::string table_of(const std::string& attributes, const std::string& rows) {
    return "<table:table " + attributes + ">" + rows + "</table:table>";
}

/// A spreadsheet with another part, or with another content of one.
std::string with_part(const std::string& name, const std::string& bytes) {
    std::vector<PackagePart> parts = tests::ods_parts({table_of("table:name='S'", row_of(one_value))});
    for (PackagePart& part : parts) {
        if (part.name != name) continue;
        part.bytes = bytes;
        return tests::zip_bytes(parts);
    }
    parts.push_back({name, bytes});
    return tests::zip_bytes(parts);
}

struct RefusalCase {
    const char* name;
    std::string bytes;
    const char* findings;
};
std::ostream& operator<<(std::ostream& out, const RefusalCase& one) {
    return out << one.name;
}

const std::string office_space = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'";

const std::vector<RefusalCase> refusals{
    {"encrypted",
     with_part("META-INF/manifest.xml",
               "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry>"
               "<m:encryption-data/></m:file-entry></m:manifest>"),
     "error file-encrypted"},
    {"a text document",
     with_part("content.xml", "<office:document-content " + office_space +
                                  "><office:body><office:text/></office:body></office:document-content>"),
     "error format-not-read"},
    {"no table", tests::zip_bytes(tests::ods_parts({""})), "error file-empty"},
    {"content cut short", with_part("content.xml", "<a><b>"), "error file-damaged"},
    {"a DOCTYPE", with_part("content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "error doctype-refused"},
    {"a DOCTYPE in another part", with_part("styles.xml", "<!DOCTYPE a><a/>"), "error doctype-refused"},
    {"a column beyond the last", ods_of_rows(row_of(cell_of("table:number-columns-repeated='16384'") + one_value)),
     "error file-damaged S!XFD1"},
    {"a row beyond the last",
     ods_of_rows("<table:table-row table:number-rows-repeated='1048576'/>" + row_of(one_value)),
     "error file-damaged S!A1048576"},
    {"a value without end",
     ods_of_rows(row_of(cell_of("table:number-columns-repeated='99999999999999999999' office:value-type='float' "
                                "office:value='1'"))),
     "error file-damaged S!A1"},
};

}  // namespace

BOOST_DATA_TEST_CASE(ods_cells_stand_where_the_sheet_shows_them, rows_cases, one) {
    const Checked<Workbook> taken = read(ods_of_rows(one.rows));
    BOOST_TEST_REQUIRE(taken.value.sheets.size() == 1u);
    BOOST_TEST(cells_text(taken.value.sheets.front()) == one.cells);
    BOOST_TEST(rules_text(taken.findings) == one.findings);
    BOOST_TEST((taken.value.format == Format::ods));
}

BOOST_DATA_TEST_CASE(ods_files_that_are_not_sound_are_refused, refusals, one) {
    const Checked<Workbook> taken = read(one.bytes);
    BOOST_TEST(taken.value.sheets.empty());
    BOOST_TEST(rules_text(taken.findings) == one.findings);
}

BOOST_AUTO_TEST_CASE(ods_sheets_may_be_hidden) {
    const std::string styles =
        "<style:style style:name='ta1' style:family='table'><style:table-properties "
        "table:display='false'/></style:style>"
        "<style:style style:name='ta2' style:family='table'><style:table-properties "
        "table:display='true'/></style:style>";
    const Checked<Workbook> taken = read(
        tests::zip_bytes(tests::ods_parts({table_of("table:name='One' table:style-name='ta2'", row_of(one_value)) +
                                               table_of("table:name='Two' table:style-name='ta1'", row_of(one_value)),
                                           styles})));
    BOOST_TEST_REQUIRE(taken.value.sheets.size() == 2u);
    BOOST_TEST(taken.value.sheets[0].name == "One");
    BOOST_TEST((taken.value.sheets[0].visibility == Visibility::visible));
    BOOST_TEST((taken.value.sheets[1].visibility == Visibility::hidden));
}

BOOST_AUTO_TEST_CASE(ods_hidden_and_filtered_lines_are_read_as_far_as_there_are_cells) {
    const Checked<Workbook> taken = read(
        ods_of_rows("<table:table-column/><table:table-column-group><table:table-column table:visibility='collapse' "
                    "table:number-columns-repeated='2'/></table:table-column-group>"
                    "<table:table-column table:visibility='collapse' table:number-columns-repeated='16000'/>"
                    "<table:table-row table:visibility='filter'/><table:table-row table:visibility='collapse' "
                    "table:number-rows-repeated='2'/>" +
                    row_of(one_value + cell_of("table:number-columns-repeated='2'") + one_value) +
                    "<table:table-row table:visibility='collapse' table:number-rows-repeated='1048572'/>"));
    const Sheet& sheet = taken.value.sheets.front();
    BOOST_TEST((sheet.hidden_rows == HiddenLines{0, 1, 2}));
    BOOST_TEST((sheet.hidden_columns == HiddenLines{1, 2, 3}));
}

BOOST_AUTO_TEST_CASE(ods_merged_ranges_are_read) {
    const std::string merged = cell_of("table:number-columns-spanned='3' table:number-rows-spanned='2'") +
                               "<table:covered-table-cell table:number-columns-repeated='2'/>";
    const Checked<Workbook> taken = read(ods_of_rows(
        row_of("<table:table-cell/>" + merged) + "<table:table-row table:number-rows-repeated='2'>" +
        cell_of("table:number-columns-spanned='2' office:value-type='float' office:value='1'") + "</table:table-row>"));
    BOOST_TEST((taken.value.sheets.front().merged ==
                std::vector<CellRange>{{{0, 1}, {1, 3}}, {{1, 0}, {1, 1}}, {{2, 0}, {2, 1}}}));
}

BOOST_AUTO_TEST_CASE(ods_macros_and_links_are_named) {
    BOOST_TEST(rules_text(read(with_part("Basic/Standard/Module1.xml", "<a/>")).findings) == "warning macros-not-run");
    BOOST_TEST(rules_text(read(with_part("Basic/script-lc.xml", "<a/>")).findings) == "");
    const std::string cached =
        table_of("table:name=\"'file:///o.ods'#$Sheet1\"", "<table:table-source/>" + row_of(one_value));
    const Checked<Workbook> taken =
        read(tests::zip_bytes(tests::ods_parts({table_of("table:name='S'", row_of(one_value)) + cached})));
    BOOST_TEST(taken.value.sheets.size() == 1u);
    BOOST_TEST(rules_text(taken.findings) == "warning links-not-followed");
}

BOOST_AUTO_TEST_CASE(ods_is_known_without_its_media_type) {
    std::vector<PackagePart> parts = tests::ods_parts({table_of("table:name='S'", row_of(one_value))});
    parts.erase(parts.begin());
    BOOST_TEST(cells_text(read(tests::zip_bytes(parts)).value.sheets.front()) == "A1 number 1");
}

BOOST_AUTO_TEST_CASE(ods_in_one_xml_file_is_read) {
    std::string flat = tests::ods_content({table_of("table:name='S'", row_of(one_value))});
    flat.replace(flat.find("document-content"), 16,
                 "document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'");
    flat.replace(flat.rfind("document-content"), 16, "document");
    const Checked<Workbook> taken = read_workbook_bytes(flat, "a.fods", {});
    BOOST_TEST_REQUIRE(taken.value.sheets.size() == 1u);
    BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 number 1");
}

BOOST_AUTO_TEST_CASE(ods_counts_cells_sheets_merged_ranges_and_characters) {
    const auto hits = [](const std::string& bytes, const Limits& limits) {
        const Checked<Workbook> taken = read(bytes, limits);
        return rules_text(taken.findings) + ": " + taken.findings.front().message;
    };
    Limits limits;
    limits.cells = 9;
    const std::string repeated = ods_of_rows("<table:table-row table:number-rows-repeated='1000'>" + one_value +
                                             one_value + "</table:table-row>");
    BOOST_TEST(hits(repeated, limits).find("(cells)") != std::string::npos);
    limits = {};
    limits.sheets = 1;
    const std::string table = table_of("table:name='S'", row_of(one_value));
    BOOST_TEST(hits(tests::zip_bytes(tests::ods_parts({table + table})), limits).find("(sheets)") != std::string::npos);
    limits = {};
    limits.merged_ranges = 1;
    const std::string merged = row_of(cell_of("table:number-columns-spanned='2'"));
    BOOST_TEST(hits(ods_of_rows(merged + merged), limits).find("(merged_ranges)") != std::string::npos);
    limits = {};
    limits.cell_characters = 4;
    BOOST_TEST(hits(ods_of_rows(row_of(text_of("<text:p><text:s text:c='99999999999999999999'/></text:p>"))), limits)
                   .find("limit-hit S!A1") != std::string::npos);
    BOOST_TEST(hits(ods_of_rows(row_of(cell_of("office:value-type='string' office:string-value='abcde'"))), limits)
                   .find("(cell_characters)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(ods_content_changed_anywhere_is_read_or_refused) {
    std::string rows;
    for (const RowsCase& one : rows_cases) rows += one.rows;
    const std::string content = tests::ods_content({table_of("table:name='S'", rows)});
    Limits limits;
    limits.cells = 10'000;
    for (std::size_t at = 0; at < content.size(); at += 31) {
        std::string changed = content;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 7)));
        BOOST_TEST(tests::broken_invariant(read(with_part("content.xml", changed), limits), limits) == "");
        BOOST_TEST(tests::broken_invariant(read(with_part("content.xml", content.substr(0, at)), limits), limits) ==
                   "");
    }
}

BOOST_AUTO_TEST_SUITE_END()
