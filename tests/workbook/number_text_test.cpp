#include "panelbook/workbook/number_text.hpp"

#include <bit>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct NumberRow {
    const char* text;
    std::optional<double> number;
};
std::ostream& operator<<(std::ostream& out, const NumberRow& row) {
    return out << '"' << row.text << '"';
}

const std::vector<NumberRow> xml_numbers{
    {"0", 0.0},
    {"12.5", 12.5},
    {"-3", -3.0},
    {"+3", 3.0},
    {" 7 ", 7.0},
    {"1E-2", 0.01},
    {"31.035135135135099", 31.035135135135099},
    {"0.1", 0.1},
    {"9007199254740993", 9007199254740992.0},
    {"1.7976931348623157E308", 1.7976931348623157e308},
    {"4.9406564584124654E-324", 4.9406564584124654e-324},
    {"1e-999", 0.0},
    {"1e999", {}},
    {"-1e999", {}},
    {"NaN", {}},
    {"nan", {}},
    {"INF", {}},
    {"-inf", {}},
    {"0x10", {}},
    {"1,000", {}},
    {"12a", {}},
    {"1 2", {}},
    {"+-3", {}},
    {"+", {}},
    {"", {}},
    {" ", {}},
};

const std::vector<NumberRow> csv_numbers{
    {"12", 12.0},
    {"0", 0.0},
    {"-0.5", -0.5},
    {".5", 0.5},
    {" 8 ", 8.0},
    {"\t8", 8.0},
    {"1e+05", 100000.0},
    {"1.5E-3", 0.0015},
    {"0.1", 0.1},
    {"9007199254740991", 9007199254740991.0},
    {"31.0351351351351", 31.0351351351351},
    {"1e-999", {0.0}},
    {"007", {}},
    {"-00", {}},
    {"00.5", {}},
    {"+5", {}},
    {"1,234", {}},
    {"5.", {}},
    {".", {}},
    {"-", {}},
    {"-.", {}},
    {"1E5", {}},
    {"12e3", {}},
    {"1e+", {}},
    {"1e+999", {}},
    {"9007199254740992", {}},
    {"-9007199254740993", {}},
    {"4929123412341234", 4929123412341234.0},
    {"12345678901234567890", {}},
    {"4%", {}},
    {"£5", {}},
    {"2014-06-30", {}},
    {"12:30", {}},
    {"nan", {}},
    {"inf", {}},
    {"TRUE", {}},
    {"1 2", {}},
    {"", {}},
};

}  // namespace

BOOST_DATA_TEST_CASE(numbers_of_xml_are_the_nearest_doubles, xml_numbers, row) {
    BOOST_TEST((number_from_xml(row.text) == row.number));
}

BOOST_DATA_TEST_CASE(numbers_of_csv_are_what_is_plainly_one, csv_numbers, row) {
    BOOST_TEST((number_from_csv(row.text) == row.number));
}

BOOST_AUTO_TEST_CASE(minus_zero_is_zero_with_its_sign) {
    BOOST_TEST(std::signbit(*number_from_xml("-0")));
}

BOOST_AUTO_TEST_CASE(numbers_of_xml_are_the_nearest_doubles_whatever_their_digits) {
    std::uint64_t state = 20140630;
    const auto below = [&state](std::uint64_t bound) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 20) % bound;
    };
    int wrong = 0;
    for (int time = 0; time < 200'000; ++time) {
        const std::uint64_t digits = 1 + below(18);
        const std::uint64_t point = below(digits + 3);
        std::string text = below(4) == 0 ? "-" : "";
        for (std::uint64_t at = 0; at < digits; ++at) {
            if (at == point) text += '.';
            text += static_cast<char>('0' + below(10));
        }
        if (below(8) == 0) text += "E" + std::to_string(static_cast<int>(below(40)) - 20);
        const double expected = std::strtod(text.c_str(), nullptr);
        const std::optional<double> number = number_from_xml(text);
        const bool same = number && std::bit_cast<std::uint64_t>(*number) == std::bit_cast<std::uint64_t>(expected);
        if (!same && ++wrong < 5) BOOST_TEST(text == "", "is not read as the nearest double");
    }
    BOOST_TEST(wrong == 0);
    BOOST_TEST(std::signbit(number_from_xml("-0").value()));
    BOOST_TEST(std::signbit(number_from_xml("-0.0").value()));
    for (const char* none : {"", ".", "-", "-.", "1.2.3", "1-", "--1"}) BOOST_TEST(!number_from_xml(none));
}

BOOST_AUTO_TEST_SUITE_END()
