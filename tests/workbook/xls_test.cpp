#include "panelbook/workbook/xls.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "panelbook/workbook/read.hpp"

#include "support/cells_text.hpp"
#include "support/workbook_invariants.hpp"
#include "support/xls_file.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using namespace std::string_literals;
using tests::biff;
using tests::cells_text;
using tests::le16;
using tests::le32;
using tests::le64;
using tests::le8;
using tests::narrow;
using tests::rules_text;
using tests::wide;
using tests::xls_bytes;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

// Formats of cells in `globals`: 0 is plain, 1 a date, 2 a time, 3 a percentage.
const std::string globals = biff(0x041E, le16(200) + le16(10) + narrow("dd/mm/yyyy")) +
                            biff(0x00E0, le16(0) + le16(0)) + biff(0x00E0, le16(0) + le16(200)) +
                            biff(0x00E0, le16(0) + le16(46)) + biff(0x00E0, le16(0) + le16(10)) +
                            biff(0x00FC, le32(2) + le32(2) + le16(8) + narrow("Burglary") + le16(0) + narrow(""));

std::string place(unsigned row, unsigned column, unsigned style = 0) {
    return le16(row) + le16(column) + le16(style);
}
std::string number(double value, unsigned style = 0) {
    return biff(0x0203, place(0, 0, style) + le64(value));
}
std::string rk(std::uint32_t packed) {
    return biff(0x027E, place(0, 0) + le32(packed));
}
std::string boolean_or_error(unsigned value, bool is_error) {
    return biff(0x0205, place(0, 0) + le8(value) + le8(is_error ? 1 : 0));
}
/// A formula, its result given as the eight bytes that stand for it.
std::string formula(const std::string& result, unsigned style = 0) {
    return biff(0x0006, place(0, 0, style) + result + le16(0) + le32(0) + le16(0));
}
std::string no_number(unsigned kind, unsigned value = 0) {
    return le8(kind) + le8(0) + le8(value) + std::string(3, '\0') + le16(0xFFFF);
}

struct RecordCase {
    const char* name;
    std::string records;
    const char* cells;
    const char* findings = "";
};
std::ostream& operator<<(std::ostream& out, const RecordCase& one) {
    return out << one.name;
}

const double not_a_number = std::numeric_limits<double>::quiet_NaN();

const std::vector<RecordCase> records{
    {"a number", number(1772.14), "A1 number 1772.14"},
    {"a whole packed number", rk((930u << 2) | 2u), "A1 number 930"},
    {"a negative packed number", rk((static_cast<std::uint32_t>(-24) << 2) | 2u), "A1 number -24"},
    {"hundredths", rk((12345u << 2) | 3u), "A1 number 123.45"},
    {"the upper bits of a double", rk(0x3FF80000), "A1 number 1.5"},
    {"the same in hundredths", rk(0x40590001), "A1 number 1"},
    {"packed numbers side by side",
     biff(0x00BD, le16(4) + le16(2) + le16(0) + le32((7u << 2) | 2u) + le16(3) + le32(0x3FE00000) + le16(3)),
     "C5 number 7, D5 number 0.5 %"},
    {"a shared text", biff(0x00FD, place(2, 255) + le32(0)), "IV3 text Burglary"},
    {"a shared text that is empty", biff(0x00FD, place(0, 0) + le32(1)), ""},
    {"a shared text that is not there", biff(0x00FD, place(0, 0) + le32(2)), "A1 error #VALUE!",
     "error cell-not-readable S!A1"},
    {"a text of its own", biff(0x0204, place(0, 0) + le16(2) + wide("ab")), "A1 text ab"},
    {"a text with formats", biff(0x00D6, place(0, 0) + le16(3) + narrow("abc") + le16(1) + le32(0)), "A1 text abc"},
    {"a text over two records", biff(0x0204, place(0, 0) + le16(4) + narrow("ab")) + biff(0x003C, narrow("cd")),
     "A1 text abcd"},
    {"true", boolean_or_error(1, false), "A1 boolean TRUE"},
    {"false", boolean_or_error(0, false), "A1 boolean FALSE"},
    {"an error", boolean_or_error(0x2A, true), "A1 error #N/A"},
    {"an error that is none", boolean_or_error(0x99, true), "A1 error #VALUE!", "error cell-not-readable S!A1"},
    {"a number that is none", number(not_a_number), "A1 error #VALUE!", "error cell-not-readable S!A1"},
    {"a date", number(41790.25, 1), "A1 date 2014-05-31 06:00:00"},
    {"a time", number(1.5, 2), "A1 time 36:00:00"},
    {"a percentage", number(0.882, 3), "A1 number 0.882 %"},
    {"a format that is missing", number(1, 9), "A1 number 1", "warning style-missing S!A1"},
    {"a formula", formula(le64(12.5)), "A1 number 12.5 ="},
    {"a formula's date", formula(le64(41790), 1), "A1 date 2014-05-31 ="},
    {"a formula's text", formula(no_number(0)) + biff(0x0207, le16(2) + narrow("ok")), "A1 text ok ="},
    {"a formula's text behind a shared formula",
     formula(no_number(0)) + biff(0x04BC, "shared") + biff(0x0207, le16(2) + wide("ok")), "A1 text ok ="},
    {"a formula's text behind an array",
     formula(no_number(0)) + biff(0x0221, "array") + biff(0x0207, le16(1) + narrow("x")), "A1 text x ="},
    {"a formula's boolean", formula(no_number(1, 1)), "A1 boolean TRUE ="},
    {"a formula's error", formula(no_number(2, 0x07)), "A1 error #DIV/0! ="},
    {"a formula's empty text", formula(no_number(3)), ""},
    {"a formula without its text", formula(no_number(0)) + number(1), "A1 number 1",
     "warning formula-not-calculated S!A1"},
    {"a formula's result that is nothing known", formula(no_number(7)),
     "A1 error #VALUE! =", "error cell-not-readable S!A1"},
    {"a cell given twice", number(1) + number(2), "A1 number 2", "warning duplicate-cell S!A1"},
    {"cells in any order", biff(0x0203, place(1, 0) + le64(2)) + number(1), "A1 number 1, A2 number 2"},
    {"a chart on the sheet",
     number(1) + biff(0x0809, le16(0x0600) + le16(0x20)) + number(99) + biff(0x000A, "") +
         biff(0x0203, place(0, 1) + le64(3)),
     "A1 number 1, B1 number 3"},
    {"records that are not known", biff(0x7777, "anything") + number(1), "A1 number 1"},
    {"an empty cell with a format", biff(0x0201, place(0, 0, 1)), ""},
};

struct DamageCase {
    const char* name;
    std::string bytes;
    const char* findings;
};
std::ostream& operator<<(std::ostream& out, const DamageCase& one) {
    return out << one.name;
}

std::string one_sheet(const std::string& sheet_records) {
    return xls_bytes({{{"S", sheet_records}}, globals});
}

const std::string one_number = tests::xls_stream({{{"S", number(1)}}});

std::string stream_with(const std::string& behind_globals) {
    return tests::xls_stream({{{"S", number(1)}}, behind_globals});
}

const std::vector<DamageCase> damages{
    {"a column beyond the last", one_sheet(biff(0x0203, place(0, 256) + le64(1))), "error file-damaged S!IW1"},
    {"a record cut short", one_sheet(biff(0x0203, place(0, 0) + le32(1))), "error file-damaged S!A1"},
    {"a text cut short", one_sheet(biff(0x0204, place(0, 0) + le16(9) + narrow("ab"))), "error file-damaged S!A1"},
    {"a password", stream_with(biff(0x002F, le16(1))), "error file-encrypted"},
    {"a version of the future", biff(0x0809, le16(0x0700) + le16(5)) + biff(0x000A, ""), "error format-not-read"},
    {"no end", biff(0x0809, le16(0x0600) + le16(5)), "error file-damaged"},
    {"no sheet", xls_bytes({{}, globals}), "error file-empty"},
    {"only a chart", xls_bytes({{{"C", "", 0, 2}}, globals}), "error file-empty"},
    {"a sheet cut short", one_number.substr(0, one_number.size() - 4), "error file-damaged S!A1"},
    {"a Word document", tests::compound_file({{"WordDocument", "x"}}), "error format-not-read"},
    {"an encrypted workbook", tests::compound_file({{"EncryptedPackage", "x"}, {"EncryptionInfo", "x"}}),
     "error file-encrypted"},
    {"another compound file", tests::compound_file({{"__properties_version1.0", "x"}}), "error format-not-read"},
};

Checked<Workbook> read(const std::string& bytes, const Limits& limits = {}) {
    return read_workbook_bytes(bytes, "a.xls", limits);
}

}  // namespace

BOOST_DATA_TEST_CASE(xls_records_are_cells, records, one) {
    const Checked<Workbook> taken = read(one_sheet(one.records));
    BOOST_TEST_REQUIRE(taken.value.sheets.size() == 1u);
    BOOST_TEST(cells_text(taken.value.sheets.front()) == one.cells);
    BOOST_TEST(rules_text(taken.findings) == one.findings);
}

BOOST_DATA_TEST_CASE(xls_files_that_are_not_sound_are_refused, damages, one) {
    const Checked<Workbook> taken = read(one.bytes);
    BOOST_TEST(taken.value.sheets.empty());
    BOOST_TEST(rules_text(taken.findings) == one.findings);
}

BOOST_AUTO_TEST_CASE(xls_sheets_keep_their_order_and_visibility) {
    const Checked<Workbook> taken = read(xls_bytes(
        {{{"One", number(1)}, {"Two", number(2), 1}, {"Chart", "", 0, 2}, {"Three", number(3), 2}}, globals}));
    BOOST_TEST((taken.value.format == Format::xls));
    BOOST_TEST_REQUIRE(taken.value.sheets.size() == 3u);
    BOOST_TEST(taken.value.sheets[0].name == "One");
    BOOST_TEST((taken.value.sheets[1].visibility == Visibility::hidden));
    BOOST_TEST(taken.value.sheets[2].name == "Three");
    BOOST_TEST((taken.value.sheets[2].visibility == Visibility::very_hidden));
    BOOST_TEST(cells_text(taken.value.sheets[2]) == "A1 number 3");
}

BOOST_AUTO_TEST_CASE(xls_merged_ranges_and_hidden_lines_are_read) {
    const std::string row = le16(4) + le16(0) + le16(9) + le16(255) + le32(0);
    const Checked<Workbook> taken = read(one_sheet(
        biff(0x007D, le16(1) + le16(2) + le16(2340) + le16(0) + le16(1) + le16(0)) +
        biff(0x007D, le16(5) + le16(5) + le16(2340) + le16(0) + le16(0) + le16(0)) + biff(0x0208, row + le32(0x120)) +
        biff(0x00E5, le16(2) + le16(0) + le16(0) + le16(0) + le16(3) + le16(5) + le16(6) + le16(1) + le16(1))));
    const Sheet& sheet = taken.value.sheets.front();
    BOOST_TEST((sheet.hidden_columns == HiddenLines{1, 2}));
    BOOST_TEST((sheet.hidden_rows == HiddenLines{4}));
    BOOST_TEST((sheet.merged == std::vector<CellRange>{{{0, 0}, {0, 3}}, {{5, 1}, {6, 1}}}));
}

BOOST_AUTO_TEST_CASE(xls_days_may_be_counted_from_1904) {
    const Checked<Workbook> taken = read(xls_bytes({{{"S", number(1, 1)}}, biff(0x0022, le16(1)) + globals}));
    BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 date 1904-01-02");
}

BOOST_AUTO_TEST_CASE(xls_of_excel_95_has_texts_of_a_code_page) {
    const std::string cyrillic = biff(0x0042, le16(1251));
    const std::string text = biff(0x0204, place(0, 0) + le16(2) + "\xCF\xF0");
    const std::string rich = biff(0x00D6, place(0, 1) + le16(1) + "\xCF" + le8(1) + le16(0));
    const std::string result = biff(0x0006, place(0, 2) + no_number(0)) + biff(0x0207, le16(1) + "\xF0");
    const Checked<Workbook> taken = read(xls_bytes({{{"\xCF", text + rich + result}}, cyrillic, true}));
    BOOST_TEST(taken.value.sheets.front().name == "П");
    BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 text Пр, B1 text П, C1 text р =");
}

BOOST_AUTO_TEST_CASE(xls_says_that_a_code_page_is_not_known) {
    const Checked<Workbook> taken =
        read(xls_bytes({{{"S", biff(0x0204, place(0, 0) + le16(1) + "\xA3")}}, biff(0x0042, le16(9999)), true}));
    BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 text £");
    BOOST_TEST(rules_text(taken.findings) == "warning encoding-guessed");
}

BOOST_AUTO_TEST_CASE(xls_records_are_read_without_a_compound_file_too) {
    BOOST_TEST(cells_text(read(stream_with(globals)).value.sheets.front()) == "A1 number 1");
}

BOOST_AUTO_TEST_CASE(xls_macros_and_links_are_named) {
    const std::string this_workbook = biff(0x01AE, le16(1) + le16(0x0401));
    BOOST_TEST(rules_text(read(stream_with(this_workbook)).findings) == "");
    const std::string other = biff(0x01AE, le16(1) + le16(7) + narrow("\x01o.xls"));
    BOOST_TEST(rules_text(read(stream_with(other)).findings) == "warning links-not-followed");
    const std::string stream = stream_with(globals);
    BOOST_TEST(
        rules_text(read(tests::compound_file({{"Workbook", stream}}, {.folder = "_VBA_PROJECT_CUR"})).findings) ==
        "warning macros-not-run");
    BOOST_TEST(rules_text(read(xls_bytes({{{"M", "", 0, 1}, {"S", number(1)}}})).findings) == "warning macros-not-run");
}

BOOST_AUTO_TEST_CASE(xls_sheets_may_not_share_their_records) {
    // The second sheet of the list begins where the first does.
    std::string stream = tests::xls_stream({{{"A", number(1)}, {"B", number(2)}}});
    const std::size_t first = stream.find(le16(0x0085) + le16(9)) + 4;
    const std::size_t second = stream.find(le16(0x0085) + le16(9), first) + 4;
    stream.replace(second, 4, stream.substr(first, 4));
    BOOST_TEST(rules_text(read(stream).findings) == "error file-damaged B");
}

BOOST_AUTO_TEST_CASE(xls_counts_cells_sheets_merged_ranges_and_characters) {
    const auto hits = [](const std::string& bytes, Limits limits) {
        const Checked<Workbook> taken = read(bytes, limits);
        return rules_text(taken.findings) + ": " + taken.findings.front().message;
    };
    Limits limits;
    limits.cells = 2;
    BOOST_TEST(hits(one_sheet(number(1) + number(2) + number(3)), limits).find("limit-hit S!A1") != std::string::npos);
    limits = {};
    limits.sheets = 1;
    BOOST_TEST(hits(xls_bytes({{{"A", ""}, {"B", ""}}}), limits).find("(sheets)") != std::string::npos);
    limits = {};
    limits.merged_ranges = 1;
    BOOST_TEST(hits(one_sheet(biff(0x00E5, le16(2) + std::string(16, '\0'))), limits).find("(merged_ranges)") !=
               std::string::npos);
    limits = {};
    limits.cell_characters = 3;
    BOOST_TEST(hits(xls_bytes({{{"S", biff(0x0204, place(0, 0) + le16(4) + narrow("abcd"))}}}), limits)
                   .find("(cell_characters)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(xls_cut_or_changed_anywhere_is_read_or_refused) {
    std::string all;
    for (const RecordCase& one : records) all += one.records;
    const std::string bytes = xls_bytes({{{"S", all}, {"Two", number(1)}}, globals});
    const auto check = [](const std::string& changed) { BOOST_TEST(tests::broken_invariant(read(changed), {}) == ""); };
    for (std::size_t size = 1; size < bytes.size(); size += 41) check(bytes.substr(0, size));
    for (std::size_t at = 0; at < bytes.size(); at += 13) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        check(changed);
    }
}

BOOST_AUTO_TEST_SUITE_END()
