// Known values of a series of base R (ldeaths, deaths from lung diseases in the UK, 1974 to 1979), so that the formulas
// hold without the oracles: HoltWinters() with fixed parameters on the first 60 months, kruskal.test() on all 72.

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "panelbook/forecast/forecast.hpp"
#include "panelbook/forecast/seasonality.hpp"

#include "support/holt_winters_start.hpp"

namespace panelbook::forecast {

namespace {

const std::vector<double> ldeaths{
    3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512, 2933, 2889, 2938, 2497, 1870, 1726,
    1607, 1545, 1396, 1787, 2076, 2837, 2787, 3891, 3179, 2011, 1636, 1580, 1489, 1300, 1356, 1653, 2013, 2823,
    3102, 2294, 2385, 2444, 1748, 1554, 1498, 1361, 1346, 1564, 1640, 2293, 2815, 3137, 2679, 1969, 1870, 1633,
    1529, 1366, 1357, 1570, 1535, 2491, 3084, 2605, 2573, 2143, 1693, 1504, 1461, 1354, 1333, 1492, 1781, 1915};

struct FixedCase {
    const char* name;
    bool seasonal;
    Weights weights;
    double sum_of_squares;
    double first;        ///< forecast one month ahead
    double first_lower;  ///< 95%
    double last;         ///< twelve months ahead
    double last_upper;
};
std::ostream& operator<<(std::ostream& out, const FixedCase& one) {
    return out << one.name;
}

const FixedCase fixed_cases[] = {
    {"HW_additive 0.2",
     true,
     {0.2, 0.01, 0.1},
     3901180.432396671,
     2667.467220104388,
     2103.308382609124,
     2266.460845733736,
     2956.2183382499534},
    {"HW_additive 0.3",
     true,
     {0.3, 0.05, 0.3},
     4346878.6929289615,
     2697.0201409174665,
     2101.0786694959493,
     2328.5177816516207,
     3307.359585244925},
    {"HW_additive 0.5",
     true,
     {0.5, 0.1, 0.2},
     4895038.106193357,
     2618.112379791731,
     1985.6100486563969,
     2226.347221937873,
     4050.2146071344846},
    {"SES 0.1",
     false,
     {0.1, 0, 0},
     26008853.25967225,
     1894.6385414262743,
     638.9964803539315,
     1894.6385414262743,
     3217.539540723933},
    {"SES 0.3",
     false,
     {0.3, 0, 0},
     21792064.03255092,
     1854.217974370208,
     660.089630289843,
     1854.217974370208,
     3538.7433019479404},
    {"SES 0.7",
     false,
     {0.7, 0, 0},
     13636549.585499698,
     2202.2178542759507,
     1252.698099193001,
     2202.2178542759507,
     4602.45655495155},
};

void close(double ours, double theirs) {
    BOOST_TEST(std::abs(ours - theirs) <= 1e-6 * std::abs(theirs));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_DATA_TEST_CASE(fixed_parameters_give_the_known_forecasts, boost::unit_test::data::make(fixed_cases), one) {
    const std::vector<double> values(ldeaths.begin(), ldeaths.begin() + 60);
    tests::HoltWintersStart start = tests::holt_winters_start(values, one.seasonal);
    close(sum_of_squares(values, start.first, one.weights, start.states), one.sum_of_squares);
    const std::vector<double> errors = smooth(values, start.first, one.weights, start.states);
    const auto half_width = [&](std::size_t step) {
        return 1.959963984540054 * std::sqrt(tests::sample_variance(errors) * error_variance(one.weights, step));
    };
    const std::vector<double> expected = project(start.states, values.size(), 12);
    close(expected.front(), one.first);
    close(expected.front() - half_width(1), one.first_lower);
    close(expected.back(), one.last);
    close(expected.back() + half_width(12), one.last_upper);
}

BOOST_AUTO_TEST_CASE(the_season_of_a_known_series_is_found) {
    const std::vector<std::optional<double>> values(ldeaths.begin(), ldeaths.end());
    const auto season = seasonality(values);
    BOOST_TEST_REQUIRE(season.has_value());
    close(season->statistic, 53.35016393442626);
    close(season->p_value, 1.55034237393827e-07);
    BOOST_TEST(season->degrees_of_freedom == 11);
    BOOST_TEST(season->plain());
}

BOOST_AUTO_TEST_CASE(a_known_series_is_forecast_better_than_by_last_year) {
    const std::vector<std::optional<double>> values(ldeaths.begin(), ldeaths.begin() + 60);
    const Forecast forecast = forecast_values(values, 0, 12, {0.0, std::nullopt});
    BOOST_TEST((forecast.method == Method::seasonal_smoothing));
    std::size_t inside = 0;
    for (std::size_t i = 0; i < 12; ++i)
        if (forecast.steps[i].lower <= ldeaths[60 + i] && ldeaths[60 + i] <= forecast.steps[i].upper) ++inside;
    BOOST_TEST(inside >= 11u);
    BOOST_TEST(!forecast.record->no_better_than_last_year());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast
