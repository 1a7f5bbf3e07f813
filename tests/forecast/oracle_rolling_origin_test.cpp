// What the forecasts are worth: the same months from the same origins as R's methods forecast them.

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "panelbook/forecast/forecast.hpp"

#include "support/oracle_series.hpp"

namespace panelbook::forecast {

namespace {

using tests::OracleTable;

struct Origin {
    double scale = 0.0;
    std::vector<double> actual;
};

struct Score {
    double absolute_errors = 0.0;  ///< as multiples of the scale
    double inside = 0.0;
    double months = 0.0;
    void add(double error, double scale, bool covered) {
        absolute_errors += std::abs(error) / scale;
        inside += covered ? 1.0 : 0.0;
        months += 1.0;
    }
    double mase() const { return absolute_errors / months; }
    double coverage() const { return 100.0 * inside / months; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_AUTO_TEST_CASE(forecasts_are_as_good_as_those_of_r) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "forecast" / "rolling_origin.csv");
    std::map<std::pair<std::string, std::size_t>, Origin> origins;
    std::map<std::string, Score> theirs;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double actual = table.number(row, "actual").value();
        const double scale = table.number(row, "mase_scale").value();
        const bool covered = table.number(row, "lo95") <= actual && actual <= table.number(row, "hi95").value();
        theirs[table.text(row, "method")].add(actual - table.number(row, "mean").value(), scale, covered);
        if (table.text(row, "method") != "snaive") continue;
        Origin& origin =
            origins[{table.text(row, "id"), static_cast<std::size_t>(table.number(row, "origin").value())}];
        origin.scale = scale;
        origin.actual.push_back(actual);
    }

    Score ours;
    Score of_check;
    std::map<Method, std::size_t> methods;
    for (const auto& [key, origin] : origins) {
        const auto values = tests::oracle_values(oracles, key.first, key.second, origin.actual.front());
        const std::vector<std::optional<double>> known(values.begin(),
                                                       values.begin() + static_cast<std::ptrdiff_t>(key.second));
        const Forecast forecast = forecast_values(known, 0, origin.actual.size(), {});
        BOOST_TEST_REQUIRE(forecast.steps.size() == origin.actual.size(), key.first << ": " << forecast.why);
        ++methods[forecast.method];
        for (std::size_t i = 0; i < origin.actual.size(); ++i) {
            const Outlook& step = forecast.steps[i];
            const double actual = origin.actual[i];
            ours.add(actual - step.expected, origin.scale, step.lower <= actual && actual <= step.upper);
            of_check.add(actual - forecast.check.at(i), origin.scale, true);
        }
    }

    double best = ours.mase() * 100.0;
    for (const auto& [method, score] : theirs) {
        BOOST_TEST_MESSAGE("forecast/rolling_origin.csv, " << method << " of R: mean MASE " << score.mase()
                                                           << ", 95% intervals cover " << score.coverage() << "%");
        best = std::min(best, score.mase());
    }
    BOOST_TEST_MESSAGE("forecast/rolling_origin.csv, ours: " << origins.size() << " origins, " << ours.months
                                                             << " months, mean MASE " << ours.mase()
                                                             << ", 95% intervals cover " << ours.coverage() << "%");
    BOOST_TEST_MESSAGE("forecast/rolling_origin.csv, our check (theta): mean MASE " << of_check.mase());
    for (const auto& [method, count] : methods)
        BOOST_TEST_MESSAGE("forecast/rolling_origin.csv, " << to_word(method) << ": " << count << " origins");
    BOOST_TEST(ours.mase() <= 1.03 * best);
    BOOST_TEST(ours.coverage() >= 92.0);
    BOOST_TEST(ours.coverage() < 99.0);  // an interval that holds everything says nothing
    BOOST_TEST(of_check.mase() <= 1.03 * theirs.at("thetaf").mase());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast
