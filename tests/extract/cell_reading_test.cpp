#include "panelbook/extract/cell_reading.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;
using plan::Unit;

namespace {

struct ReadCase {
    const char* name;
    const char* cell;  // as tests/support/tables.hpp writes cells
    Unit unit;
    const char* expected;  // "12", "missing suppressed", "wrong not-a-number", "blank"
    double scale = 1.0;
};
std::ostream& operator<<(std::ostream& out, const ReadCase& one) {
    return out << one.name;
}

const ReadCase cases[] = {
    {"a number", "12.5", Unit::count, "12.5"},
    {"zero is a figure", "0", Unit::count, "0"},
    {"a number in thousands", "1.5", Unit::count, "1500", 1000},
    {"text that is a number", "'1,234", Unit::count, "1234 text"},
    {"a marked number needs no warning", "1,234 [r]", Unit::count, "1234 revised"},
    {"a percent format", "88.2%", Unit::percent, "88.2"},
    {"a percent format is not scaled again", "7%", Unit::percent, "7", 100},
    {"a plain percentage", "88.2", Unit::percent, "88.2"},
    {"a share of 1 that the plan scales", "0.875", Unit::percent, "87.5", 100},
    {"a percentage as text", "'88.2%", Unit::percent, "88.2 text"},
    {"a percentage where a count belongs", "4%", Unit::count, "wrong unit-differs"},
    {"a percentage as text where a count belongs", "'4%", Unit::count, "wrong unit-differs"},
    {"an amount where a count belongs",
     "'\xC2\xA3"
     "4",
     Unit::count, "wrong unit-differs"},
    {"pounds become pence", "1234.567", Unit::gbp, "1234.57"},
    {"millions by the plan's scale", "3.24", Unit::gbp, "3240000", 1e6},
    {"millions by their own words, whatever the scale",
     "'\xC2\xA3"
     "3.24m",
     Unit::gbp, "3240000 text", 1e3},
    {"a time in seconds", "0:01:02", Unit::seconds, "62"},
    {"a time in minutes", "0:01:30", Unit::minutes, "1.5"},
    {"a time in hours", "36:30:00", Unit::hours, "36.5"},
    {"a time written out", "1 min 2 s", Unit::seconds, "62"},
    {"a time where a count belongs", "0:01:02", Unit::count, "wrong not-a-number"},
    {"a date", "2014-04-01", Unit::count, "wrong not-a-number"},
    {"true", "TRUE", Unit::count, "wrong not-a-number"},
    {"words", "about ten", Unit::count, "wrong not-a-number"},
    {"an error", "#DIV/0!", Unit::count, "wrong error-value"},
    {"suppressed", "[c]", Unit::count, "missing suppressed"},
    {"not supplied", "..", Unit::count, "missing not supplied"},
    {"the source's own word", "Not Comparable", Unit::count, "missing not supplied"},
    {"the source's own number", "-99", Unit::count, "missing not supplied"},
    {"too much money", "1e30", Unit::gbp, "wrong not-a-number"},
    {"blanks", "' ", Unit::count, "blank"},
};

std::string outcome(const CellReading& reading) {
    switch (reading.kind) {
        case CellKind::blank:
            return "blank";
        case CellKind::wrong:
            return "wrong " + reading.rule;
        case CellKind::missing:
            return "missing " + std::string(to_word(reading.marker));
        case CellKind::value:
            break;
    }
    std::string text = to_text(CellValue{to_number(*reading.amount)});
    if (reading.text_number) text += " text";
    if (reading.marker != Marker::none) text += " " + std::string(to_word(reading.marker));
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(cell_reading)

BOOST_DATA_TEST_CASE(reads_a_cell_as_its_measure_wants_it, data::make(cases), one) {
    const workbook::Sheet sheet = tests::sheet_of(one.cell);
    const std::vector<std::string> missing = {"not comparable", "-99"};
    const CellReading reading =
        read_cell(sheet.cells.empty() ? nullptr : &sheet.cells.front(), {one.unit, one.scale, missing});
    BOOST_TEST(outcome(reading) == one.expected);
}

BOOST_AUTO_TEST_CASE(an_empty_cell_is_blank) {
    BOOST_TEST(outcome(read_cell(nullptr, {})) == "blank");
}

BOOST_AUTO_TEST_CASE(a_message_says_what_was_found_and_what_belongs_there) {
    const workbook::Sheet sheet = tests::sheet_of("about ten");
    const CellReading reading = read_cell(&sheet.cells.front(), {});
    BOOST_TEST(reading.message ==
               "This cell holds the text \xE2\x80\x9C"
               "about ten\xE2\x80\x9D where a number belongs.");
    BOOST_TEST(reading.remedy == "Type the figure, or .. if there is none.");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
