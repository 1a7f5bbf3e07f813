#include "support/sheet_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "support/zip_parts.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::tests;

BOOST_AUTO_TEST_SUITE(support)

struct CellCase {
    const char* name;
    const char* text;
    const char* type;
    const char* value;
};
std::ostream& operator<<(std::ostream& out, const CellCase& c) {
    return out << c.name;
}

const CellCase cell_cases[] = {
    {"a whole number", "12", "number", "12"},
    {"a negative number", "-0.5", "number", "-0.5"},
    {"a thousands comma makes text", "1,234", "text", "1,234"},
    {"a leading zero makes text", "007", "text", "007"},
    {"a percentage is a share", "4.5%", "number", "0.045"},
    {"the double that a person would type", "81.8%", "number", "0.818"},
    {"a date", "2014-04-01", "date", "2014-04-01"},
    {"a month is its first day", "2014-04", "date", "2014-04-01"},
    {"a day that does not exist is text", "2014-02-30", "text", "2014-02-30"},
    {"a financial year is text", "2014/15", "text", "2014/15"},
    {"a boolean", "TRUE", "boolean", "TRUE"},
    {"an error value", "#N/A", "error", "#N/A"},
    {"forced text", "'12", "text", "12"},
    {"bold text", "*Total", "text", "Total"},
    {"a marker is not bold nothing", "*", "text", "*"},
    {"a line end in a text", "2017-18 \\n", "text", "2017-18 \n"},
    {"a formula has its result", "=SUM(A2:A3)|12", "number", "12"},
    {"a formula's cached error", "=A2/0|#DIV/0!", "error", "#DIV/0!"},
};

BOOST_DATA_TEST_CASE(a_cell_is_read_by_its_looks, boost::unit_test::data::make(cell_cases), c) {
    const auto book = to_workbook(c.text);
    BOOST_REQUIRE_EQUAL(book.sheets.size(), 1U);
    BOOST_REQUIRE_EQUAL(book.sheets[0].cells.size(), 1U);
    const Cell& cell = book.sheets[0].cells[0];
    BOOST_TEST(type_name(cell.value) == c.type);
    BOOST_TEST(to_text(cell.value) == c.value);
    BOOST_TEST(cell.formula == (c.text[0] == '='));
}

BOOST_AUTO_TEST_CASE(rows_and_columns_stand_where_the_text_has_them) {
    const auto book = to_workbook("@sheet One\nTitle\n\n\tA\tB\n@sheet Two hidden\nx\n");
    BOOST_REQUIRE_EQUAL(book.sheets.size(), 2U);
    BOOST_REQUIRE_EQUAL(book.sheets[0].cells.size(), 3U);
    BOOST_TEST(to_a1(book.sheets[0].cells[0].at) == "A1");
    BOOST_TEST(to_a1(book.sheets[0].cells[1].at) == "B3");
    BOOST_TEST(to_a1(book.sheets[0].cells[2].at) == "C3");
    BOOST_TEST((book.sheets[1].visibility == workbook::Visibility::hidden));
}

struct RefusedCase {
    const char* name;
    const char* text;
    const char* message;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) {
    return out << c.name;
}

const RefusedCase refused_cases[] = {
    {"an unknown instruction", "a\n@colour A1\n", "line 2: @colour is not an instruction"},
    {"a formula without its result", "=A1+1",
     "line 1: the formula =A1+1 has no result; write it after a bar: =A1+B1|3"},
    {"a range that is none", "@merge A1:B", "line 1: 'A1:B' is not a range such as A1:D1"},
};

BOOST_DATA_TEST_CASE(what_is_not_understood_is_refused, boost::unit_test::data::make(refused_cases), c) {
    BOOST_CHECK_EXCEPTION(parse_sheets(c.text), std::runtime_error,
                          [&](const std::runtime_error& error) { return error.what() == std::string(c.message); });
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

BOOST_AUTO_TEST_CASE(the_same_text_gives_the_same_workbook) {
    const auto folder = std::filesystem::temp_directory_path() / "panelbook-sheet-text";
    std::filesystem::create_directories(folder);
    const char* text = "@1904\n@merge A1:B1\n*Title\nApr\t#N/A\n2014-04-01\t=1/0|#DIV/0!\n";
    write_workbook(text, folder / "one.xlsx");
    write_workbook(text, folder / "two.xlsx");
    BOOST_TEST((bytes_of(folder / "one.xlsx") == bytes_of(folder / "two.xlsx")));
    for (const ZipPart& part : read_zip(folder / "one.xlsx")) {
        if (part.name == "xl/workbook.xml") BOOST_TEST(part.bytes.find("date1904=\"1\"") != std::string::npos);
        if (part.name != "xl/worksheets/sheet1.xml") continue;
        BOOST_TEST(part.bytes.find("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>") != std::string::npos);
        BOOST_TEST(part.bytes.find("<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>") != std::string::npos);
        BOOST_TEST(part.bytes.find("<v>40268</v>") != std::string::npos);
    }
    std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(a_csv_has_what_the_cells_show) {
    const auto path = std::filesystem::temp_directory_path() / "panelbook-sheet-text.csv";
    write_csv("Month\tCount\n2014-04-01\t1,234\n\nsaid \"x\"\t4.5%\n", path);
    BOOST_TEST(bytes_of(path) == "Month,Count\r\n01/04/2014,\"1,234\"\r\n\r\n\"said \"\"x\"\"\",4.5%\r\n");
    std::filesystem::remove(path);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
