#include "panelbook/workbook/csv.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/workbook_builder.hpp"

#include "support/cells_text.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::cells_text;
using tests::rules_text;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct CsvRow {
    const char* name;
    const char* text;
    const char* cells;
};
std::ostream& operator<<(std::ostream& out, const CsvRow& row) {
    return out << row.name;
}

const std::vector<CsvRow> csv_texts{
    {"numbers and text", "Month,Burglary\n2014-04,930\n",
     "A1 text Month, B1 text Burglary, A2 text 2014-04, B2 number 930"},
    {"CR LF", "a,1\r\nb,2\r\n", "A1 text a, B1 number 1, A2 text b, B2 number 2"},
    {"CR alone", "a,1\rb,2", "A1 text a, B1 number 1, A2 text b, B2 number 2"},
    {"empty lines are rows", "a,b\n\n\nc,d\n", "A1 text a, B1 text b, A4 text c, B4 text d"},
    {"empty fields are no cells", ",,x\n,\"\",y\n", "C1 text x, C2 text y"},
    {"a last row without its end", "a,b\nc,", "A1 text a, B1 text b, A2 text c"},
    {"quotes", "\"a, b\",\"say \"\"x\"\"\",\"12\"\n", "A1 text a, b, B1 text say \"x\", C1 number 12"},
    {"a line end in quotes", "\"a\nb\",1\n2,3\n", "A1 text a\nb, B1 number 1, A2 number 2, B2 number 3"},
    {"a quote inside a field", "5\" gun,x\n", "A1 text 5\" gun, B1 text x"},
    {"something behind a quote", "\"a\"b,x\n", "A1 text ab, B1 text x"},
    {"blanks stay", " a ,\" b\"\n", "A1 text  a , B1 text  b"},
    {"padded numbers", " 8 , 7\n", "A1 number 8, B1 number 7"},
    {"nothing else is re-interpreted", "007,\"1,234\",4%,TRUE,#N/A,30/06/2014,1E5\n",
     "A1 text 007, B1 text 1,234, C1 text 4%, D1 text TRUE, E1 text #N/A, F1 text 30/06/2014, G1 text 1E5"},
    {"semicolons", "a;b\n1,5;2,5\n", "A1 text a, B1 text b, A2 text 1,5, B2 text 2,5"},
    {"tabs", "a\tb, c\n1\t2\n", "A1 text a, B1 text b, c, A2 number 1, B2 number 2"},
    {"bars", "a|b\n1|2\n", "A1 text a, B1 text b, A2 number 1, B2 number 2"},
    {"one column", "a\nb\n", "A1 text a, A2 text b"},
    {"a title with commas over a table", "Offences, by month; all, of them\n\na;b;c\n1;2;3\n4;5;6\n",
     "A1 text Offences, by month, B1 text  all, of them, A3 text a, B3 text b, C3 text c, A4 number 1, B4 number 2, "
     "C4 number 3, A5 number 4, B5 number 5, C5 number 6"},
    {"sep line", "sep=;\na,b;c\n", "A1 text a,b, B1 text c"},
    {"sep line, CR LF", "sep=|\r\na;b|c\r\n", "A1 text a;b, B1 text c"},
    {"what only begins like a sep line", "sep=a,b\n", "A1 text sep=a, B1 text b"},
};

struct DelimiterRow {
    const char* text;
    char delimiter;
};
std::ostream& operator<<(std::ostream& out, const DelimiterRow& row) {
    return out << row.text;
}

const std::vector<DelimiterRow> delimiter_texts{
    {"", ','},
    {"a\nb\n", ','},
    {"a,b,c\n1,2;3,4\n", ','},
    {"a;b|c\n", '|'},
    {"a;b;c,d\n", ';'},
    {"\"a;b\";\"c,d,e,f\"\n", ';'},
    {"a, b\tc, d\te\n", '\t'},
};

Checked<Workbook> read(const std::string& text, const Limits& limits = {}) {
    const std::string file = "inbox/Burglary 2014.csv";
    WorkbookBuilder builder(file);
    Findings findings = read_csv(text, file, limits, builder);
    return {builder.take().value, std::move(findings)};
}

}  // namespace

BOOST_DATA_TEST_CASE(csv_cells_stand_where_excel_puts_them, csv_texts, row) {
    const Checked<Workbook> taken = read(row.text);
    BOOST_TEST(cells_text(taken.value.sheets.front()) == row.cells);
    BOOST_TEST(rules_text(taken.findings) == "");
}

BOOST_DATA_TEST_CASE(csv_delimiters_are_found, delimiter_texts, row) {
    BOOST_TEST(find_delimiter(row.text) == row.delimiter);
}

BOOST_AUTO_TEST_CASE(csv_is_a_workbook_of_one_sheet_named_like_the_file) {
    const Checked<Workbook> taken = read("a,b\n");
    BOOST_TEST(taken.value.sheets.size() == 1u);
    BOOST_TEST(taken.value.sheets.front().name == "Burglary 2014");
}

BOOST_AUTO_TEST_CASE(csv_says_which_quote_is_not_closed) {
    const Checked<Workbook> taken = read("a,b\n1,\"2\n3,4\n");
    BOOST_TEST(rules_text(taken.findings) == "error quote-not-closed Burglary 2014!B2");
    BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 text a, B1 text b, A2 number 1, B2 text 2\n3,4\n");
}

BOOST_AUTO_TEST_CASE(csv_looks_at_the_beginning_only_for_its_delimiter) {
    std::string text;
    while (text.size() < 70'000) text += "a;b;c\n";
    while (text.size() < 700'000) text += "a,b,c\n";
    BOOST_TEST(find_delimiter(text) == ';');
}

BOOST_AUTO_TEST_CASE(csv_counts_cells_and_characters) {
    Limits limits;
    limits.cells = 3;
    limits.cell_characters = 5;
    limits.text_bytes = 8;
    BOOST_TEST(read("a,b\nc,\n", limits).value.sheets.front().cells.size() == 3u);
    const auto refusal = [&limits](const std::string& text) {
        try {
            read(text, limits);
        } catch (const Refused& refused) {
            return refused.finding("f").message;
        }
        return std::string();
    };
    BOOST_TEST(refusal("a,b\nc,d\n") ==
               "The file goes beyond the limit of 3 cells that are not empty (cells), so nothing of it was taken.");
    BOOST_TEST(
        refusal("abcdef\n") ==
        "The file goes beyond the limit of 5 characters in one cell (cell_characters), so nothing of it was taken.");
    BOOST_TEST(refusal("abcd,efghi\n") ==
               "The file goes beyond the limit of 8 bytes of text in all cells together (text_bytes), so nothing of it "
               "was taken.");
}

BOOST_AUTO_TEST_SUITE_END()
