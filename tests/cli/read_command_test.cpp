#include "panelbook/cli/read_command.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "panelbook/cli/commands.hpp"

#include "support/folder.hpp"
#include "support/hostile_parts.hpp"
#include "support/office.hpp"
#include "support/package.hpp"

using namespace panelbook::cli;
using namespace panelbook::tests;

BOOST_AUTO_TEST_SUITE(cli)

namespace {

struct Answer {
    int code;
    std::string out;
    std::string err;
};

Answer read(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "read");
    std::ostringstream out;
    std::ostringstream err;
    const int code = execute(arguments, {out, err});
    return {code, out.str(), err.str()};
}

std::string file_in(const Folder& folder, std::string_view name, std::string_view bytes) {
    const std::string path = (folder / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string return_xlsx() {
    std::vector<PackagePart> parts = xlsx_parts(
        {{{"Return",
           "<sheetData><row><c t='s'><v>0</v></c><c s='1'><v>41791</v></c></row><row><c t='s'><v>1</v></c><c "
           "s='2'><f>A1</f><v>0.042</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row></sheetData>"},
          {"April data", "<sheetData><row r='3'><c r='B3'><v>7</v></c></row></sheetData>"}},
         "<si><t>Burglary</t></si><si><t>a&#9;b&#10;Return!A9</t></si>",
         "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/></cellXfs>"});
    std::string& book = part_named(parts, "xl/workbook.xml").bytes;
    book.insert(book.find(" sheetId=\"2\""), " state=\"hidden\"");
    return zip_bytes(parts);
}

const char* const return_lines =
    "Return!A1\ttext\tBurglary\n"
    "Return!B1\tdate\t2014-06-01\n"
    "Return!A2\ttext\ta\\tb\\nReturn!A9\n"
    "Return!B2\tnumber\t0.042\n"
    "Return!C2\tboolean\tTRUE\n"
    "Return!D2\terror\t#N/A\n"
    "'April data'!B3\tnumber\t7\n";

}  // namespace

BOOST_AUTO_TEST_CASE(read_prints_every_cell_of_an_xlsx_in_each_format) {
    const Folder folder("read");
    const std::string file = file_in(folder, "Return.xlsx", return_xlsx());
    const Answer text = read({file});
    BOOST_TEST(text.code == 0);
    BOOST_TEST(text.out == return_lines);
    BOOST_TEST(text.err == "");
    BOOST_TEST(read({file, "--format", "csv"}).out ==
               "sheet,cell,type,value,formula,percent\r\n"
               "Return,A1,text,Burglary,,\r\n"
               "Return,B1,date,2014-06-01,,\r\n"
               "Return,A2,text,\"a\tb\nReturn!A9\",,\r\n"
               "Return,B2,number,0.042,yes,yes\r\n"
               "Return,C2,boolean,TRUE,,\r\n"
               "Return,D2,error,#N/A,,\r\n"
               "April data,B3,number,7,,\r\n");
    std::istringstream lines(read({file, "--format", "json"}).out);
    std::vector<nlohmann::json> cells;
    for (std::string line; std::getline(lines, line);) cells.push_back(nlohmann::json::parse(line));
    BOOST_TEST_REQUIRE(cells.size() == 7u);
    BOOST_TEST(cells[2]["value"] == "a\tb\nReturn!A9");
    BOOST_TEST(cells[3]["value"] == 0.042);
    BOOST_TEST(cells[3]["formula"] == true);
    BOOST_TEST(cells[6]["sheet"] == "April data");
}

BOOST_AUTO_TEST_CASE(read_is_told_the_format_by_content_and_warns_of_macros) {
    const Folder folder("read");
    std::vector<PackagePart> parts = plain_parts();
    parts.push_back({"xl/vbaProject.bin", "x"});
    const std::string file = file_in(folder, "Return.xlsm", zip_bytes(parts));
    const Answer answer = read({file});
    BOOST_TEST(answer.code == 0);
    BOOST_TEST(answer.out == "Sheet1!A1\tnumber\t1\n");
    BOOST_TEST(answer.err.starts_with("warning: Return.xlsm: macros-not-run\n"), answer.err);
    BOOST_TEST(read({file, "--quiet"}).err == "");
}

BOOST_AUTO_TEST_CASE(read_prints_csv) {
    const Folder folder("read");
    const std::string file = file_in(folder, "April.csv", "Burglary;12\n\"x\"\"y\";\n");
    BOOST_TEST(read({file}).out == "April!A1\ttext\tBurglary\nApril!B1\tnumber\t12\nApril!A2\ttext\tx\"y\n");
    BOOST_TEST(read({file, "--format", "csv"}).out ==
               "sheet,cell,type,value,formula,percent\r\nApril,A1,text,Burglary,,\r\nApril,B1,number,12,,\r\n"
               "April,A2,text,\"x\"\"y\",,\r\n");
}

BOOST_AUTO_TEST_CASE(read_prints_one_sheet_by_its_name_whatever_its_case) {
    const Folder folder("read");
    const std::string file = file_in(folder, "Return.xlsx", return_xlsx());
    BOOST_TEST(read({file, "--sheet", "april DATA"}).out == "'April data'!B3\tnumber\t7\n");
    const Answer close = read({file, "--sheet", "Aprl data"});
    BOOST_TEST(close.code == 2);
    BOOST_TEST(close.err.ends_with("there is no sheet \"Aprl data\". Did you mean \"April data\"?\n"), close.err);
    BOOST_TEST(close.out == "");
    BOOST_TEST(read({file, "--sheet", "zzzzzzzz"}).err.find("Its sheets: Return, April data.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(read_counts_cells_by_type_and_sheet) {
    const Folder folder("read");
    const std::string file = file_in(folder, "Return.xlsx", return_xlsx());
    const std::string text = read({file, "--count"}).out;
    for (const char* words :
         {"Return.xlsx: xlsx, 2 sheets (1 hidden), 7 cells that are not empty\n", " 2  number\n", " 2  text\n",
          " 1  date\n", " 1  boolean\n", " 1  error\n", " 6  Return\n", " 1  April data (hidden)\n",
          " 1  of all are results of formulas\n", " bytes of unpacked parts read in "})
        BOOST_TEST(text.find(words) != std::string::npos, words << " is not in " << text);
    const auto json = nlohmann::json::parse(read({file, "--count", "--format", "json"}).out);
    BOOST_TEST(json["cells"] == 7);
    BOOST_TEST(json["types"]["number"] == 2);
    BOOST_TEST(json["sheets"][1]["visibility"] == "hidden");
    BOOST_TEST(json["bytes"].get<std::size_t>() > 1000u);
    const auto one = nlohmann::json::parse(read({file, "--count", "--format", "json", "--sheet", "Return"}).out);
    BOOST_TEST(one["cells"] == 6);
    BOOST_TEST(one["types"]["number"] == 1);
    const std::string csv = read({file, "--count", "--format", "csv"}).out;
    BOOST_TEST(csv.find("sheet,April data,hidden,1\r\n") != std::string::npos, csv);
}

BOOST_AUTO_TEST_CASE(read_prints_cells_in_order_and_of_two_in_one_place_the_last) {
    const Folder folder("read");
    const std::string file = file_in(
        folder, "a.xlsx",
        xlsx_of_rows(
            "<row r='2'><c r='B2'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c><c r='B2'><v>3</v></c></row>"));
    const Answer answer = read({file});
    BOOST_TEST(answer.code == 0);
    BOOST_TEST(answer.out == "Sheet1!A1\tnumber\t2\nSheet1!B2\tnumber\t3\n");
    BOOST_TEST(answer.err.starts_with("warning: a.xlsx: Sheet1!B2: duplicate-cell\n"), answer.err);
    BOOST_TEST(nlohmann::json::parse(read({file, "--count", "--format", "json"}).out)["cells"] == 2);
}

BOOST_AUTO_TEST_CASE(read_prints_nothing_of_a_file_that_is_damaged_at_its_end) {
    const Folder folder("read");
    std::string rows;
    for (int row = 0; row < 50'000; ++row) rows += "<row><c><v>" + std::to_string(row) + "</v></c></row>";
    std::vector<PackagePart> parts = xlsx_parts({{{"Sheet1", "<sheetData>" + rows + "</sheetData>"}}});
    PackagePart& sheet = part_named(parts, "xl/worksheets/sheet1.xml");
    sheet.deflate = true;
    sheet.crc = 1;
    const std::string file = file_in(folder, "a.xlsx", zip_bytes(parts));
    for (const char* format : {"text", "csv", "json"}) {
        const Answer answer = read({file, "--format", format});
        BOOST_TEST(answer.code == 1);
        BOOST_TEST(answer.out == "");
        BOOST_TEST(answer.err.starts_with("error: a.xlsx: "), answer.err);
        BOOST_TEST(answer.err.find("The check sum of a part is wrong") != std::string::npos, answer.err);
    }
    BOOST_TEST(read({file, "--count"}).out == "");
}

BOOST_AUTO_TEST_CASE(read_says_what_no_terminal_should_do) {
    const Folder folder("read");
    std::vector<PackagePart> parts = plain_parts();
    part_named(parts, "xl/worksheets/sheet1.xml").bytes =
        opening("worksheet") +
        "<sheetData><row><c t='b'><v>_x001B_[2J\xE2\x80\xAE</v></c><c t='str'><v>_x001B_]0;x_x0007_</v></c>"
        "</row></sheetData>" +
        closing("worksheet");
    const Answer answer = read({file_in(folder, "a.xlsx", zip_bytes(parts))});
    BOOST_TEST(answer.code == 1);  // what stands in A1 is no boolean
    BOOST_TEST(answer.out == "Sheet1!A1\terror\t#VALUE!\nSheet1!B1\ttext\t\\u001b]0;x\\u0007\n");
    BOOST_TEST(answer.err.find('\x1B') == std::string::npos);
    BOOST_TEST(answer.err.find("\xE2\x80\xAE") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(read_takes_large_limits_for_extracts) {
    const Folder folder("read");
    const std::string merges = varied("<mergeCell ref='A1:B2' x='#'/>", 100'001);
    const std::string file = file_in(
        folder, "a.xlsx",
        workbook_of({"<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>", merges, 1, "</mergeCells>"}));
    const Answer refused = read({file});
    BOOST_TEST(refused.code == 1);
    BOOST_TEST(refused.out == "");
    BOOST_TEST(refused.err.find("limit-hit\n") != std::string::npos, refused.err);
    BOOST_TEST(refused.err.find("100,000 merged ranges (merged_ranges)") != std::string::npos, refused.err);
    BOOST_TEST(read({file, "--limits", "large"}).out == "Sheet1!A1\tnumber\t1\n");
}

namespace {

struct WrongRead {
    std::vector<std::string> arguments;
    const char* words;
};
std::ostream& operator<<(std::ostream& out, const WrongRead& wrong) {
    return out << wrong.words;
}

const std::vector<WrongRead> wrong_reads{
    {{}, "Name the file to read"},
    {{"no such file.xlsx"}, "no such file.xlsx: there is no such file."},
    {{"."}, ".: is a folder. Name the file to read."},
    {{"/dev/null"}, "/dev/null: is no file on disk."},
    {{"a", "b"}, "Only one file can be read at a time."},
    {{"a", "--shet", "S"}, "Did you mean --sheet?"},
    {{"a", "--format", "jsn"}, "\"jsn\" is nothing that --format can be. Did you mean json?"},
    {{"a", "--format", "parquet"}, "Say text or csv or json."},
    {{"a", "--limits", "larg"}, "Did you mean large?"},
};

}  // namespace

BOOST_DATA_TEST_CASE(read_says_what_is_wrong_with_its_arguments, wrong_reads, wrong) {
    const Answer answer = read(wrong.arguments);
    BOOST_TEST(answer.code == 2);
    BOOST_TEST(answer.err.find(wrong.words) != std::string::npos, answer.err);
    BOOST_TEST(answer.out == "");
}

BOOST_AUTO_TEST_CASE(read_ends_quietly_when_nobody_reads_on) {
    const Folder folder("read");
    std::string rows;
    for (int row = 0; row < 100'000; ++row) rows += std::to_string(row) + ",burglary\n";
    const std::string file = file_in(folder, "a.csv", rows);
    const std::string command = quoted(program().string()) + " read " + quoted(file);
    BOOST_TEST(run_command(command + " | head -n 1").output == "a!A1\tnumber\t0\n");
    // Where signals of broken pipes are ignored, as a service may have it, the program ends as quietly.
    BOOST_TEST(run_command("trap '' PIPE; " + command + " | head -n 1").output == "a!A1\tnumber\t0\n");
}

BOOST_AUTO_TEST_SUITE_END()
