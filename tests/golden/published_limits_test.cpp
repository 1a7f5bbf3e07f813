// The seven published sets of limits, as LibreOffice works them out from the figures of the force report sample.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "support/office.hpp"
#include "support/sample_run.hpp"

namespace {

struct PublishedLimits {
    const char* measure;
    int upper, mean, lower;
};

std::ostream& operator<<(std::ostream& out, const PublishedLimits& published) {
    return out << published.measure;
}

const PublishedLimits published_limits[] = {
    {"999 calls", 15808, 12159, 8510},
    {"999 calls answered within 10 seconds", 100, 94, 86},
    {"101 calls", 53515, 34388, 15260},
    {"Incidents", 24434, 20242, 16050},
    {"All crime", 9364, 7297, 5231},
    {"Stop and searches", 719, 295, 0},
    {"Arrests after stop and search", 103, 47, 0},
};

const panelbook::tests::ShownSheet& spc_sheet() {
    static const auto sheet =
        panelbook::tests::recalculated(panelbook::tests::sample_dashboard("2020-21-q1")).at("SPC");
    return sheet;
}

std::size_t column_of(const std::vector<std::string>& headings, const char* heading) {
    const auto found = std::find(headings.begin(), headings.end(), heading);
    BOOST_REQUIRE_MESSAGE(found != headings.end(), heading);
    return static_cast<std::size_t>(found - headings.begin());
}

int shown_number(std::string text) {
    std::erase_if(text, [](char c) { return c == ',' || c == '%'; });
    return static_cast<int>(std::lround(std::stod(text)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_DATA_TEST_CASE(the_published_limits_come_out_within_2_in_the_last_digit,
                     boost::unit_test::data::make(published_limits), published) {
    const auto& sheet = spc_sheet();
    const auto headings = std::find_if(sheet.begin(), sheet.end(), [](const auto& row) {
        return std::find(row.begin(), row.end(), "Latest month") != row.end();
    });
    BOOST_REQUIRE(headings != sheet.end());
    const std::size_t name = column_of(*headings, "Measure");
    const auto row = std::find_if(headings, sheet.end(),
                                  [&](const auto& one) { return one.size() > name && one[name] == published.measure; });
    BOOST_REQUIRE(row != sheet.end());
    constexpr int last_digit = 2;
    BOOST_TEST(std::abs(shown_number((*row)[column_of(*headings, "Upper limit")]) - published.upper) <= last_digit);
    BOOST_TEST(std::abs(shown_number((*row)[column_of(*headings, "Centre line")]) - published.mean) <= last_digit);
    BOOST_TEST(std::abs(shown_number((*row)[column_of(*headings, "Lower limit")]) - published.lower) <= last_digit);
}

BOOST_AUTO_TEST_SUITE_END()
