#include "panelbook/workbook/iso_duration.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <ostream>
#include <vector>

using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct DurationCase {
    const char* text;
    std::optional<double> days;
};
std::ostream& operator<<(std::ostream& out, const DurationCase& one) {
    return out << one.text;
}

const std::vector<DurationCase> durations{
    {"PT12H00M00S", 0.5},
    {"PT0S", 0.0},
    {"PT36H", 1.5},
    {"P1DT12H", 1.5},
    {"-PT6H", -0.25},
    {"PT1M30S", 90.0 / 86'400.0},
    {"PT0H0M0.25S", 0.25 / 86'400.0},
    {"P2D", 2.0},
    {"", std::nullopt},
    {"P", std::nullopt},
    {"PT", std::nullopt},
    {"12:00", std::nullopt},
    {"P1Y", std::nullopt},
    {"P1M", std::nullopt},
    {"PT1S1H", std::nullopt},
    {"PT1Hx", std::nullopt},
    {"P1H", std::nullopt},
    {"PT1D", std::nullopt},
    {"PT-1H", std::nullopt},
    {"PTinfS", std::nullopt},
    {"PTH", std::nullopt},
};

}  // namespace

BOOST_DATA_TEST_CASE(durations_of_xml_are_days, durations, one) {
    BOOST_TEST((days_of_duration(one.text) == one.days));
}

BOOST_AUTO_TEST_SUITE_END()
