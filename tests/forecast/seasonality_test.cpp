#include "panelbook/forecast/seasonality.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>

namespace panelbook::forecast {

namespace {

using Values = std::vector<std::optional<double>>;

Values with_season(std::size_t months, double height, double trend = 0.0) {
    Values values;
    for (std::size_t i = 0; i < months; ++i) {
        const double jitter = std::fmod(static_cast<double>(i * i) * 0.618, 1.0);
        values.push_back(50.0 + trend * static_cast<double>(i) + (i % 12 == 6 ? height : 0.0) -
                         (i % 12 == 1 ? height : 0.0) + jitter);
    }
    return values;
}

Values without(Values values, std::size_t index) {
    values[index].reset();
    return values;
}

struct SeasonCase {
    const char* name;
    Values values;
    bool tested;
    bool plain;
};
std::ostream& operator<<(std::ostream& out, const SeasonCase& one) {
    return out << one.name;
}

const SeasonCase season_cases[] = {
    {"a peak every summer", with_season(60, 20.0), true, true},
    {"none", with_season(60, 0.0), true, false},
    {"a steep trend alone", with_season(60, 0.0, 3.0), true, false},
    {"a peak on a steep trend", with_season(60, 20.0, 3.0), true, true},
    {"a peak, one month missing", without(with_season(84, 20.0), 30), true, true},
    {"too few months", with_season(35, 20.0), false, false},
    {"36 of which one is missing", without(with_season(36, 20.0), 3), false, false},
    {"constant", Values(48, 4.0), false, false},
    {"nothing", {}, false, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_DATA_TEST_CASE(a_season_is_told_from_trend_and_chance, boost::unit_test::data::make(season_cases), one) {
    const auto season = seasonality(one.values);
    BOOST_TEST(season.has_value() == one.tested);
    BOOST_TEST((season && season->plain()) == one.plain);
    if (one.plain) {
        BOOST_TEST(season->highest == 6u);
        BOOST_TEST(season->lowest == 1u);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast
