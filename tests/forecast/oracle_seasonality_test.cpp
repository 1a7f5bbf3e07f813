// The season of every series that is long enough, against kruskal.test() of R.

#include <boost/test/unit_test.hpp>

#include "panelbook/forecast/seasonality.hpp"

#include "support/oracle_series.hpp"

namespace panelbook::forecast {

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_AUTO_TEST_CASE(seasons_agree_with_kruskal_test) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    const tests::OracleTable table(oracles / "comparisons" / "kruskal_seasonality.csv");
    const tests::OracleTable kinds(oracles / "series.csv");
    std::map<std::string, std::string> has_denominator;
    for (std::size_t row = 0; row < kinds.rows(); ++row)
        has_denominator[kinds.text(row, "id")] = kinds.text(row, "has_denominator");

    tests::Agreement agreement;
    std::size_t seasonal = 0;
    std::size_t too_short = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string id = table.text(row, "id");
        const tests::OracleTable input(oracles / "input" / (id + ".csv"));
        std::vector<std::optional<double>> values;
        for (std::size_t i = 0; i < input.rows(); ++i) {
            const double value = input.number(i, "value").value();
            values.push_back(has_denominator[id] == "TRUE" ? value / input.number(i, "denominator").value() : value);
        }
        if (values.size() < least_months_for_season) {
            ++too_short;
            continue;
        }
        const auto season = seasonality(values);
        const auto is = [&](auto figure) { return season ? std::optional<double>(figure(*season)) : std::nullopt; };
        agreement.number(id + " H", is([](const Seasonality& one) { return one.statistic; }),
                         table.number(row, "kw_cma_H"));
        agreement.number(id + " df", is([](const Seasonality& one) { return one.degrees_of_freedom; }),
                         table.number(row, "kw_cma_df"));
        agreement.number(id + " p", is([](const Seasonality& one) { return one.p_value; }),
                         table.number(row, "kw_cma_p"));
        if (season && season->plain()) ++seasonal;
    }
    tests::report("comparisons/kruskal_seasonality.csv, kw_cma", table.rows(), agreement);
    BOOST_TEST_MESSAGE("comparisons/kruskal_seasonality.csv: " << seasonal << " of " << table.rows()
                                                               << " series have a season at p < 0.01");
    BOOST_TEST_MESSAGE("comparisons/kruskal_seasonality.csv, out of scope: " << too_short << " series of fewer than "
                                                                             << least_months_for_season
                                                                             << " months (statistics.md 7)");
    BOOST_TEST_MESSAGE(
        "comparisons/kruskal_seasonality.csv, out of scope: kw_raw, kw_diff, kw_lin (the raw series, its "
        "differences and the linear trend: statistics.md chose the centred mean)");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast
