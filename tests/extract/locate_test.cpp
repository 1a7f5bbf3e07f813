#include "panelbook/extract/locate.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;

namespace {

workbook::Workbook three_sheets() {
    workbook::Workbook book;
    for (const char* name : {"Notes", "April data", "May data"}) book.sheets.push_back(tests::sheet_of("x", name));
    book.sheets[0].visibility = workbook::Visibility::hidden;
    return book;
}

struct SheetCase {
    const char* wanted;
    const char* sheets;
    const char* findings;
};
std::ostream& operator<<(std::ostream& out, const SheetCase& one) {
    return out << '\'' << one.wanted << '\'';
}
const SheetCase sheet_cases[] = {
    {"", "April data;", ""},
    {"april DATA", "April data;", ""},
    {"* data", "April data;May data;", ""},
    {"Notes", "Notes;", "warning hidden-sheet\n"},
    {"June data", "", "error sheet-not-found\n"},
};

struct HeaderCase {
    const char* name;
    const char* sheet;
    std::optional<HeaderRows> header;
};
std::ostream& operator<<(std::ostream& out, const HeaderCase& one) {
    return out << one.name;
}
const HeaderCase header_cases[] = {
    {"one row of months", "Title\n\nWhat | Apr-14 | May-14\nBurglary | 1 | 2", HeaderRows{2, 2}},
    {"years above months", "Title\n | 2014 | \nWhat | Apr | May\nBurglary | 1 | 2", HeaderRows{1, 2}},
    {"years alone", "What | 2013 | 2014\nBurglary | 1 | 2", HeaderRows{0, 0}},
    {"figures that look like years", "What | This | That\nBurglary | 2013 | 2014 | 7", std::nullopt},
    {"one period over a figure", "Made in June 2014\nWhat | Q1 2014/15\nBurglary | 5", HeaderRows{1, 1}},
    {"none", "What | This\nBurglary | 5", std::nullopt},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(locate)

BOOST_DATA_TEST_CASE(sheets_by_name_pattern_or_place, data::make(sheet_cases), one) {
    const workbook::Workbook book = three_sheets();
    plan::TableSpec spec;
    spec.sheet = one.wanted;
    const auto read = find_sheets(book, spec, {"crime.xlsx", ""});
    std::string names;
    for (const workbook::Sheet* sheet : read.value) names += sheet->name + ";";
    BOOST_TEST(names == one.sheets);
    BOOST_TEST(tests::lines(tests::found(read.findings)) == one.findings);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_is_not_there_names_those_that_are) {
    plan::TableSpec spec;
    spec.sheet = "April dta";
    const auto read = find_sheets(three_sheets(), spec, {"crime.xlsx", ""});
    BOOST_REQUIRE(read.findings.size() == 1);
    BOOST_TEST(read.findings.front().message ==
               "There is no sheet called \xE2\x80\x9C"
               "April dta\xE2\x80\x9D. Its sheets are \xE2\x80\x9CNotes\xE2\x80\x9D, \xE2\x80\x9C"
               "April "
               "data\xE2\x80\x9D, \xE2\x80\x9CMay data\xE2\x80\x9D.");
    BOOST_TEST(read.findings.front().remedy ==
               "If \xE2\x80\x9C"
               "April data\xE2\x80\x9D is meant, give it that name.");
}

BOOST_AUTO_TEST_CASE(the_one_sheet_of_a_csv_is_meant_whatever_the_plan_calls_it) {
    workbook::Workbook book = tests::book_of("x", "export");
    book.format = workbook::Format::csv;
    plan::TableSpec spec;
    spec.sheet = "Results";
    BOOST_TEST(find_sheets(book, spec, {"export.csv", ""}).value.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_table_lies_between_its_title_and_the_next) {
    const workbook::Sheet sheet = tests::sheet_of("Contents: Robbery offences\nBurglary\nx\n\nROBBERY:\ny\n");
    plan::Source source;
    source.tables.resize(2);
    source.tables[0].table = "Burglary";
    source.tables[1].table = "Robbery";
    const auto first = find_stretch(sheet, source.tables[0], source);
    const auto second = find_stretch(sheet, source.tables[1], source);
    BOOST_REQUIRE(first && second);
    BOOST_TEST(first->first == 2);
    BOOST_TEST(first->end == 4);
    BOOST_TEST(second->first == 5);
    BOOST_TEST(second->end == 6);
    source.tables[0].table = "Arson";
    BOOST_TEST(!find_stretch(sheet, source.tables[0], source));
}

BOOST_AUTO_TEST_CASE(given_header_rows_count_from_the_title_where_there_is_one) {
    plan::TableSpec spec;
    spec.header = "1-2";
    BOOST_TEST((given_header(spec, {std::nullopt, 0, 10}) == HeaderRows{0, 1}));
    BOOST_TEST((given_header(spec, {CellRef{5, 0}, 6, 10}) == HeaderRows{6, 7}));
    BOOST_TEST(!given_header(spec, {CellRef{5, 0}, 6, 7}));
}

BOOST_DATA_TEST_CASE(headers_of_periods, data::make(header_cases), one) {
    const workbook::Sheet sheet = tests::sheet_of(one.sheet);
    BOOST_TEST((find_period_header(sheet, {std::nullopt, 0, sheet.row_count()}) == one.header));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
