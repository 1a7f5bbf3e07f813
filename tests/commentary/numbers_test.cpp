#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/commentary/commentary.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::commentary;
using plan::Unit;

struct FigureCase {
    double value;
    Unit unit;
    int decimals;
    const char* shown;
};

std::ostream& operator<<(std::ostream& out, const FigureCase& one) {
    return out << one.shown;
}

const FigureCase figures[] = {
    {15243, Unit::count, 0, "15,243"},
    {999, Unit::count, 0, "999"},
    {1000, Unit::count, 0, "1,000"},
    {1234567, Unit::count, 0, "1,234,567"},
    {0, Unit::count, 0, "0"},
    {-0.0, Unit::count, 0, "0"},
    {-1234, Unit::count, 0, "\u22121,234"},
    {-0.4, Unit::count, 0, "0"},
    {88.2, Unit::percent, 1, "88.2%"},
    {86, Unit::percent, 1, "86.0%"},
    {2.5, Unit::percent, 0, "3%"},
    {1.005, Unit::percent, 2, "1.01%"},
    {0.285, Unit::rate, 2, "0.29"},
    {1234.5, Unit::rate, 1, "1,234.5"},
    {2, Unit::seconds, 0, "2 s"},
    {1.3, Unit::seconds, 1, "1.3 s"},
    {41, Unit::seconds, 0, "41 s"},
    {59.6, Unit::seconds, 0, "60 s"},
    {60, Unit::seconds, 0, "1 min"},
    {62, Unit::seconds, 0, "1 min 2 s"},
    {79, Unit::seconds, 0, "1 min 19 s"},
    {3599.9, Unit::seconds, 0, "60 min"},
    {3720, Unit::seconds, 0, "1 h 2 min"},
    {24, Unit::minutes, 0, "24 min"},
    {24.5, Unit::minutes, 1, "24.5 min"},
    {125, Unit::minutes, 0, "2 h 5 min"},
    {15.4, Unit::hours, 0, "15 h 24 min"},
    {186, Unit::hours, 0, "186 h"},
    {0.5, Unit::hours, 0, "30 min"},
    {-49.5, Unit::hours, 0, "\u221249 h 30 min"},
    {-0.5, Unit::hours, 0, "\u221230 min"},
    {145, Unit::days, 0, "145 days"},
    {1, Unit::days, 0, "1 day"},
    {104360, Unit::gbp, 0, "£104,360"},
    {3240000, Unit::gbp, 0, "£3.24m"},
    {-2100000, Unit::gbp, 0, "\u2212£2.10m"},
    {0.5, Unit::gbp, 2, "£0.50"},
};

struct ChangeCase {
    const char* shown;
    std::optional<double> difference;
    std::optional<double> per_cent;
    Unit unit;
    int change_decimals;
};

std::ostream& operator<<(std::ostream& out, const ChangeCase& one) {
    return out << one.shown;
}

constexpr std::nullopt_t none = std::nullopt;

// The changes are those of the published pages.
const ChangeCase changes[] = {
    {"\u221258%", -52.0, 100.0 * (38.0 - 90.0) / 90.0, Unit::count, 0},
    {"+3%", 3.0, 100.0 * 3.0 / 109.0, Unit::count, 0},
    {"+0.8%", 121.0, 100.0 * 121.0 / 15122.0, Unit::count, 1},
    {"+15.8%", 127.0, 100.0 * 127.0 / 803.0, Unit::count, 1},
    {"\u22124.4%", -47.0, 100.0 * -47.0 / 1068.0, Unit::count, 1},
    {"+41%", 760.0, 41.2, Unit::count, 0},
    {"+101.1%", 972.0, 101.1, Unit::count, 1},
    {"0%", 0.0, 0.0, Unit::count, 0},
    {"0%", -1.0, -0.4, Unit::count, 0},
    {"0.0%", -1.0, -0.04, Unit::count, 1},
    {"\u22125.5%", -1.0, -5.45, Unit::count, 1},
    {"+2 pp", 2.1, none, Unit::percent, 0},
    {"+0.6 pp", 0.6, none, Unit::percent, 1},
    {"\u221212 pp", -12.0, none, Unit::percent, 0},
    {"0 pp", 0.2, none, Unit::percent, 0},
    {"+5", 5.0, none, Unit::count, 0},
    {"0", 0.0, none, Unit::count, 0},
    {"+41 s", 41.0, none, Unit::seconds, 0},
    {"+30 min", 0.5, none, Unit::hours, 0},
    {"NA", none, none, Unit::count, 0},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(commentary)

BOOST_DATA_TEST_CASE(a_figure_is_printed_with_its_unit, boost::unit_test::data::make(figures), one) {
    plan::Measure measure;
    measure.unit = one.unit;
    measure.decimals = one.decimals;
    BOOST_TEST(figure(one.value, measure) == one.shown);
}

BOOST_DATA_TEST_CASE(a_change_is_printed_with_its_sign, boost::unit_test::data::make(changes), one) {
    plan::Measure measure;
    measure.unit = one.unit;
    measure.change_decimals = one.change_decimals;
    compare::Comparison comparison;
    comparison.difference = one.difference;
    comparison.percent_change = one.per_cent;
    BOOST_TEST(change(comparison, measure) == one.shown);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
