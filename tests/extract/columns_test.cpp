#include "panelbook/extract/columns.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;

namespace {

struct FieldCase {
    const char* text;
    const char* expected;  // "absent", "constant burglary", "columns 0 1", "missing Offences, nearest Offence"
};
std::ostream& operator<<(std::ostream& out, const FieldCase& one) {
    return out << '\'' << one.text << '\'';
}
const FieldCase fields[] = {
    {"", "absent"},
    {"= burglary", "constant burglary"},
    {"=burglary", "constant burglary"},
    {"B", "columns 1"},
    {"AB", "columns 27"},
    {"A+B", "columns 0 1"},
    {"Offence", "columns 0"},
    {"offence*", "columns 0"},
    {"\"N\"", "columns 2"},
    {"Offence + N", "columns 0 13"},
    {"Offence+\"N\"", "columns 0 2"},
    {"Age 65+", "columns 3"},
    {"KPI", "columns 4"},
    {"Offences", "missing Offences, nearest Offence"},
    {"b", "missing b"},
};

std::string described(const Field& field) {
    std::string text = field.kind == Field::Kind::constant ? "constant " + field.constant
                       : field.in_columns()                ? "columns"
                       : field.missing.empty()             ? "absent"
                                                           : "missing " + field.missing;
    for (const std::uint32_t column : field.columns) text += " " + std::to_string(column);
    if (!field.nearest.empty()) text += ", nearest " + field.nearest;
    return text;
}

struct ListCase {
    const char* text;
    std::optional<std::vector<std::uint32_t>> columns;
};
std::ostream& operator<<(std::ostream& out, const ListCase& one) {
    return out << '\'' << one.text << '\'';
}
const std::vector<ListCase> lists = {
    {"D", {{3}}}, {"D-F", {{3, 4, 5}}}, {"A, C-D", {{0, 2, 3}}}, {"Year-to-date", {}}, {"F-D", {}},
    {"", {}},     {"KPI", {}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(columns)

BOOST_DATA_TEST_CASE(where_the_plan_says_that_something_stands, data::make(fields), one) {
    const workbook::Sheet sheet = tests::sheet_of("Title\nOffence | Area | N | Age 65+ | KPI");
    BOOST_TEST(described(find_field(one.text, sheet, HeaderRows{1, 1})) == one.expected);
}

BOOST_DATA_TEST_CASE(lists_of_columns, data::make(lists), one) {
    BOOST_TEST((parse_columns(one.text) == one.columns));
}

BOOST_AUTO_TEST_CASE(rows_are_counted_from_one) {
    BOOST_TEST((parse_rows("5") == HeaderRows{5, 5}));
    BOOST_TEST((parse_rows("4-5") == HeaderRows{4, 5}));
    BOOST_TEST(!parse_rows("0"));
    BOOST_TEST(!parse_rows("5-4"));
    BOOST_TEST(!parse_rows(""));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
