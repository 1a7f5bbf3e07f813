#include "panelbook/workbook/read.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <ostream>

#include "panelbook/core/errors.hpp"

#include "support/cells_text.hpp"
#include "support/folder.hpp"
#include "support/package.hpp"
#include "support/xls_file.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using namespace std::string_literals;
using tests::cells_text;
using tests::rules_text;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct OtherFile {
    const char* what;
    const char* name;
    std::string bytes;
    const char* rule;
    const char* message;
    const char* remedy;
};
std::ostream& operator<<(std::ostream& out, const OtherFile& file) {
    return out << file.what;
}

const std::vector<OtherFile> other_files{
    {"nothing", "a.xlsx", "", "file-empty", "The file is empty.", "Send it again"},
    {"blanks", "a.csv", " \r\n\t\n", "file-empty", "The file is empty.", "Send it again"},
    {"zero bytes", "a.xlsx", std::string(4096, '\0'), "file-damaged", "It holds nothing but zero bytes",
     "Open the original"},
    {"cut short", "a.xlsx", tests::xlsx_of_rows("").substr(0, 700), "file-damaged", "It stops short",
     "Open the original"},
    {"encrypted", "a.xlsx", tests::compound_file({{"EncryptedPackage", "x"}}), "file-encrypted",
     "protected with a password", "take the password away"},
    {"doc", "a.doc", tests::compound_file({{"WordDocument", "x"}}), "format-not-read", "a Word document",
     "Put the figures"},
    {"ppt", "a.ppt", tests::compound_file({{"PowerPoint Document", "x"}}), "format-not-read",
     "a PowerPoint presentation", "Put the figures"},
    {"other compound file", "a.msg", tests::compound_file({{"Message", "x"}}), "format-not-read",
     "not a workbook of a kind", "save it as .xlsx"},
    {"compound file cut short", "a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "file-damaged", "too short",
     "Open the original"},
    {"pdf", "a.xlsx", "%PDF-1.4\n", "format-not-read", "The file is a PDF", "Put the figures"},
    {"gzip", "a.csv.gz", "\x1F\x8B\x08\0"s, "format-not-read", "packed with gzip", "Unpack it"},
    {"xls of Excel 4", "a.xls", "\x09\x04\x06\0\0\0\x10\0"s, "format-not-read", "Excel 4 or an older Excel",
     "save it as .xlsx"},
    {"DIF", "a.csv", "TABLE\r\n0,1\r\n\"EXCEL\"\r\n", "format-not-read", "DIF", "save it as .xlsx"},
    {"a picture", "a.xlsx", "\x89PNG\r\n\x1A\n", "format-not-read", "a picture", "Put the figures"},
    {"zero bytes in a text", "a.csv", "a,b\n1,\0\0\n"s, "format-not-read", "zero bytes", "save it as .xlsx"},
    {"SYLK", "a.slk", "ID;PWXL;N;E\n", "format-not-read", "SYLK", "save it as .xlsx"},
    {"web page", "a.xls", "\xEF\xBB\xBF\n<html><table><tr><td>1</td></tr></table></html>", "format-not-read",
     "a web page or XML", "save it as .xlsx"},
    {"XML of UTF-16", "a.xml", "\xFF\xFE<\0?\0x\0m\0l\0"s, "format-not-read", "a web page or XML", "save it as .xlsx"},
    {"text called xlsx", "a.xlsx", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "format-not-read",
     "The file is called .xlsx but holds plain text.", "give it a name that ends in .csv"},
    {"csv called XLS", "a.XLS", "a,b\n1,2\n", "format-not-read", "The file is called .xls but holds plain text.",
     "give it a name that ends in .csv"},
    {"bytes", "a.csv", "a\0\x01\x02\x03"s, "format-not-read", "neither a workbook nor text", "save it as .xlsx"},
    {"control characters", "a.csv", "\x01\x02\x03\x04\x05 abc", "format-not-read", "neither a workbook nor text",
     "save it as .xlsx"},
};

}  // namespace

BOOST_DATA_TEST_CASE(other_files_are_refused_in_plain_words, other_files, file) {
    const Checked<Workbook> read = read_workbook_bytes(file.bytes, file.name, {});
    BOOST_TEST(read.value.sheets.empty());
    BOOST_TEST_REQUIRE(read.findings.size() == 1u);
    const Finding& finding = read.findings.front();
    BOOST_TEST((finding.severity == Severity::error));
    BOOST_TEST(finding.rule == file.rule);
    BOOST_TEST(finding.where.file == file.name);
    BOOST_TEST_INFO(finding.message);
    BOOST_TEST(finding.message.find(file.message) != std::string::npos);
    BOOST_TEST_INFO(finding.remedy);
    BOOST_TEST(finding.remedy.find(file.remedy) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_is_what_its_bytes_say_whatever_its_name) {
    const std::string rows = "<row><c><v>1</v></c></row>";
    BOOST_TEST((read_workbook_bytes(tests::xlsx_of_rows(rows), "a.csv", {}).value.format == Format::xlsx));
    BOOST_TEST((read_workbook_bytes("a,b\n", "a.txt", {}).value.format == Format::csv));
    BOOST_TEST((read_workbook_bytes("a,b\n", "no extension", {}).value.format == Format::csv));
}

BOOST_AUTO_TEST_CASE(a_guessed_encoding_is_said) {
    const Checked<Workbook> read = read_workbook_bytes(
        "cost,\xA3"
        "5\n",
        "a.csv", {});
    BOOST_TEST(rules_text(read.findings) == "note encoding-guessed");
    BOOST_TEST(cells_text(read.value.sheets.front()) == "A1 text cost, B1 text £5");
    BOOST_TEST(rules_text(read_workbook_bytes("cost,£5\n", "a.csv", {}).findings) == "");
}

BOOST_AUTO_TEST_CASE(files_are_read_from_disk_up_to_the_limit) {
    const tests::Folder folder("read");
    const std::filesystem::path path = folder / "a.csv";
    std::ofstream(path, std::ios::binary) << "12345\n67890\n";
    Limits limits;
    limits.file_bytes = 12;
    BOOST_TEST(cells_text(read_workbook(path, "inbox/a.csv", limits).value.sheets.front()) ==
               "A1 number 12345, A2 number 67890");
    limits.file_bytes = 11;
    const Checked<Workbook> read = read_workbook(path, "inbox/a.csv", limits);
    BOOST_TEST(rules_text(read.findings) == "error limit-hit");
    BOOST_TEST(read.findings.front().message ==
               "The file goes beyond the limit of 11 bytes for a file (file_bytes), so nothing of it was taken.");
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_opened_are_read_errors) {
    const tests::Folder folder("read");
    BOOST_CHECK_THROW(read_workbook(folder / "none.xlsx", "none.xlsx", {}), ReadError);
    BOOST_CHECK_THROW(read_workbook(folder.path(), "folder", {}), ReadError);
}

BOOST_AUTO_TEST_CASE(large_limits_are_ten_times_the_normal_ones) {
    const Limits normal = Limits::normal();
    const Limits large = Limits::large();
    BOOST_TEST(large.file_bytes == 500u << 20);
    BOOST_TEST(large.cells == 50'000'000u);
    BOOST_TEST(large.cell_characters == normal.cell_characters);
    BOOST_TEST(large.ratio == normal.ratio);
}

namespace {

/// Writes down what it is told, in the order it is told.
class Recorder : public CellSink {
public:
    void begin_sheet(std::string_view name, Visibility) override { told += "[" + std::string(name); }
    void cell(const CellView& cell) override { told += " " + to_a1(cell.at) + "=" + to_text(owned(cell.value)); }
    void hidden_rows(std::uint32_t first, std::uint32_t last) override {
        told += " rows " + std::to_string(first) + "-" + std::to_string(last);
    }
    void hidden_columns(std::uint32_t first, std::uint32_t last) override {
        told += " columns " + std::to_string(first) + "-" + std::to_string(last);
    }
    void merged(const CellRange& range) override { told += " merged " + to_a1(range.first) + ":" + to_a1(range.last); }
    void end_sheet() override { told += "]"; }

    std::string told;
};

}  // namespace

BOOST_AUTO_TEST_CASE(cells_come_in_the_order_of_the_file) {
    Recorder recorder;
    const std::string bytes = tests::zip_bytes(tests::xlsx_parts(
        {{{"S",
           "<cols><col min='2' max='4' hidden='1'/></cols><sheetData><row r='2' hidden='1'><c r='B2'><v>2</v></c>"
           "<c r='A2'><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"},
          {"T", "<sheetData/>"}}}));
    const Checked<CellsRead> read = read_cells_bytes(bytes, "a.xlsx", {}, recorder);
    BOOST_TEST(read.value.whole);
    BOOST_TEST((read.value.format == Format::xlsx));
    BOOST_TEST(read.value.inflated_bytes > 1000u);
    BOOST_TEST(recorder.told == "[S columns 1-3 rows 1-1 B2=2 A2=1 merged A1:B1][T]");
}

BOOST_AUTO_TEST_CASE(cells_of_a_file_damaged_at_its_end_are_said_not_to_count) {
    std::vector<tests::PackagePart> parts =
        tests::xlsx_parts({{{"S", "<sheetData><row><c><v>1</v></c></row></sheetData>"}}});
    tests::part_named(parts, "xl/worksheets/sheet1.xml").crc = 7;
    Recorder recorder;
    const Checked<CellsRead> read = read_cells_bytes(tests::zip_bytes(parts), "a.xlsx", {}, recorder);
    BOOST_TEST(recorder.told.starts_with("[S A1=1"));
    BOOST_TEST(!read.value.whole);
    BOOST_TEST(rules_text(read.findings) == "error file-damaged S");
}

BOOST_AUTO_TEST_CASE(cells_with_errors_of_their_own_leave_the_file_whole) {
    Recorder recorder;
    const Checked<CellsRead> read =
        read_cells_bytes(tests::xlsx_of_rows("<row><c><v>x</v></c></row>"), "a.xlsx", {}, recorder);
    BOOST_TEST(read.value.whole);
    BOOST_TEST(any_error(read.findings));
    BOOST_TEST(recorder.told == "[Sheet1 A1=#VALUE!]");
}

BOOST_AUTO_TEST_SUITE_END()
