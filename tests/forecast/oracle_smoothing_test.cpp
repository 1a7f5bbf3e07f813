// Fixed-parameter smoothing against stats::HoltWinters of R, which optimizes nothing there and so is exact.

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "panelbook/forecast/smoothing.hpp"

#include "support/holt_winters_start.hpp"
#include "support/oracle_series.hpp"

namespace panelbook::forecast {

namespace {

using tests::Agreement;
using tests::OracleTable;

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_AUTO_TEST_CASE(fixed_parameters_agree_with_holt_winters_of_r) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    constexpr double normal_95 = 1.959963984540054;
    const OracleTable table(oracles / "forecast" / "fixed_parameter.csv");
    const OracleTable lengths(oracles / "forecast" / "forecasts.csv");
    std::map<std::string, std::size_t> months_used;
    std::map<std::string, double> first_held_out;
    for (std::size_t row = 0; row < lengths.rows(); ++row) {
        months_used[lengths.text(row, "id")] = static_cast<std::size_t>(lengths.number(row, "n_train").value());
        if (lengths.number(row, "h") == 1.0)
            first_held_out[lengths.text(row, "id")] = lengths.number(row, "actual").value();
    }

    Agreement agreement;
    agreement.relative_tolerance = 1e-6;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string id = table.text(row, "id");
        const std::string name = id + " " + table.text(row, "model") + " " + table.text(row, "alpha") + " ";
        std::vector<double> values = tests::oracle_values(oracles, id, months_used.at(id), first_held_out.at(id));
        values.resize(months_used.at(id));

        const Weights weights{table.number(row, "alpha").value(), table.number(row, "beta").value_or(0.0),
                              table.number(row, "gamma").value_or(0.0)};
        tests::HoltWintersStart start = tests::holt_winters_start(values, table.text(row, "model") == "HW_additive");
        agreement.number(name + "SSE", sum_of_squares(values, start.first, weights, start.states),
                         table.number(row, "SSE"));
        const std::vector<double> errors = smooth(values, start.first, weights, start.states);
        const auto step = static_cast<std::size_t>(table.number(row, "h").value());
        const double fitted = project(start.states, values.size(), step).back();
        const double half_width = normal_95 * std::sqrt(tests::sample_variance(errors) * error_variance(weights, step));
        agreement.number(name + "fit", fitted, table.number(row, "fit"));
        agreement.number(name + "lo95", fitted - half_width, table.number(row, "lo95"));
        agreement.number(name + "hi95", fitted + half_width, table.number(row, "hi95"));
        agreement.number(name + "a", start.states.level, table.number(row, "a_last"));
        if (table.number(row, "b_last")) agreement.number(name + "b", start.states.trend, table.number(row, "b_last"));
    }
    tests::report("forecast/fixed_parameter.csv, HoltWinters at 1e-6", table.rows(), agreement);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast
