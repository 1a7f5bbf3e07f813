#include "panelbook/extract/number_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;

namespace {

struct NumberCase {
    const char* text;
    double value;
    int decimals = 0;
    bool percent = false;
    bool marked = false;
    Marker marker = Marker::none;
    double multiplier = 1.0;
};
std::ostream& operator<<(std::ostream& out, const NumberCase& one) {
    return out << '"' << one.text << '"';
}

const NumberCase numbers[] = {
    {"0", 0},
    {" 8 ", 8},
    {"\xC2\xA0"
     "8\xC2\xA0",
     8},
    {"1,234", 1234},
    {"12,345,678.50", 12345678.5, 2},
    {"(1,234)", -1234},
    {"-5", -5},
    {"- 5", -5},
    {"\xE2\x88\x92"
     "5",
     -5},
    {"\xE2\x80\x93"
     "5",
     -5},
    {"+5", 5},
    {"-00", 0},
    {".5", 0.5, 1},
    {"1.5E+03", 1500, 1},
    {"4%", 4, 0, true},
    {"82.7 per cent", 82.7, 1, true},
    {"1,234 [r]", 1234, 0, false, true, Marker::revised},
    {"1,234 (p)", 1234, 0, false, true, Marker::provisional},
    {"1,234 p", 1234, 0, false, true, Marker::provisional},
    {"12*", 12, 0, false, true},
    {"12\xC2\xB9", 12, 0, false, true},
    {"7 (2)", 7, 0, false, true},
    {"7 [note 3]", 7, 0, false, true},
    {"(7) [r]", -7, 0, false, true, Marker::revised},
    {"\xC2\xA3"
     "1,234.50",
     1234.5, 2},
    {"-\xC2\xA3"
     "3",
     -3},
    {"\xC2\xA3"
     "3.24m",
     3.24, 2, false, false, Marker::none, 1e6},
    {"\xC2\xA3"
     "12k",
     12, 0, false, false, Marker::none, 1e3},
};

const char* const not_numbers[] = {"",       "abc", "1,23", "12,34,567", ",123",   "1.2.3",   "12 34",
                                   "5 to 7", "Q1",  "1-2",  "()",        "(a)",    "[r]",     "*",
                                   "%",      "-",   "1e",   "5 people",  "1,234,", "2014-04", "4/5"};

struct DurationCase {
    const char* text;
    std::optional<double> seconds;
};
std::ostream& operator<<(std::ostream& out, const DurationCase& one) {
    return out << '"' << one.text << '"';
}
const DurationCase durations[] = {
    {"1 min 2 s", 62.0},
    {"15 h 24 min", 55440.0},
    {"1 hour, 5 minutes", 3900.0},
    {"2 minutes and 3 seconds", 123.0},
    {"00:01:02", 62.0},
    {"36:00:00", 129600.0},
    {"90s", 90.0},
    {"1.5 h", 5400.0},
    {"1:02", {}},
    {"00:61:00", {}},
    {"2 s 1 min", {}},
    {"12", {}},
    {"", {}},
    {"1 min 2 potatoes", {}},
    {"1 day", {}},
};

struct MarkerCase {
    const char* text;
    std::optional<Marker> marker;
};
std::ostream& operator<<(std::ostream& out, const MarkerCase& one) {
    return out << '"' << one.text << '"';
}
const MarkerCase markers[] = {
    {"..", Marker::not_supplied},
    {"-", Marker::not_supplied},
    {":", Marker::not_supplied},
    {"NA", Marker::not_supplied},
    {"n/a", Marker::not_supplied},
    {"[x]", Marker::not_supplied},
    {"*", Marker::suppressed},
    {"x", Marker::suppressed},
    {"[c]", Marker::suppressed},
    {" [C] ", Marker::suppressed},
    {"[z]", Marker::not_applicable},
    {"Not applicable", Marker::not_applicable},
    {"0", {}},
    {"none", {}},
    {"", {}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(number_text)

BOOST_DATA_TEST_CASE(reads_numbers_as_people_write_them, data::make(numbers), one) {
    const auto number = parse_number_text(one.text);
    BOOST_REQUIRE(number);
    BOOST_TEST(number->value == one.value);
    BOOST_TEST(number->decimals == one.decimals);
    BOOST_TEST(number->percent == one.percent);
    BOOST_TEST(number->marked == one.marked);
    BOOST_TEST((number->marker == one.marker));
    BOOST_TEST(number->multiplier == one.multiplier);
}

BOOST_DATA_TEST_CASE(refuses_what_is_only_partly_a_number, data::make(not_numbers), text) {
    BOOST_TEST(!parse_number_text(text));
}

BOOST_DATA_TEST_CASE(reads_spans_of_time, data::make(durations), one) {
    BOOST_TEST((parse_duration_seconds(one.text) == one.seconds));
}

BOOST_DATA_TEST_CASE(knows_what_stands_for_no_figure, data::make(markers), one) {
    BOOST_TEST((parse_missing_marker(one.text) == one.marker));
}

BOOST_AUTO_TEST_CASE(counts_the_digits_shown) {
    BOOST_TEST(decimals_of(12.0) == 0);
    BOOST_TEST(decimals_of(12.5) == 1);
    BOOST_TEST(decimals_of(1.0 / 3.0) == 6);
    BOOST_TEST(decimals_of(1e22) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
