// The funnels of FunnelPlotR and the intervals of PHEindicatormethods, area by area.

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "panelbook/benchmark/funnel.hpp"
#include "panelbook/compare/tests_of_change.hpp"

#include "support/oracle_series.hpp"

namespace panelbook::benchmark {

namespace {

using tests::Agreement;
using tests::OracleTable;

// As the package has them, to six decimals.
constexpr double quantile_95 = 1.959964;
constexpr double quantile_998 = 3.090232;

struct FunnelTable {
    const char* name;
    FunnelKind kind;
};

void compare_funnel(const OracleTable& table, FunnelKind kind, Agreement& agreement) {
    std::vector<FunnelArea> areas;
    for (std::size_t row = 0; row < table.rows(); ++row)
        areas.push_back({table.number(row, "numerator").value(), table.number(row, "denominator").value()});
    const Funnel funnel = funnel_of(kind, areas);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const FunnelPoint& point = funnel.points[row];
        const auto same = [&](const char* column, double ours) {
            agreement.number(table.text(row, "group") + " " + column, ours, table.number(row, column));
        };
        same("rr", point.value);
        same("target", funnel.target);
        same("Y", point.transformed);
        same("s", point.standard_error);
        same("Uzscore", point.z);
        same("Wuzscore", point.winsorised_z);
        agreement.flag(table.text(row, "group") + " winsorised", point.z != point.winsorised_z,
                       table.number(row, "winsorised") == 1.0);
        same("phi", funnel.phi);
        same("tau2", funnel.tau_squared);
        const Interval by_count = expected_count_limits(funnel.target, areas[row].denominator, 95.0);
        const Interval by_count_998 = expected_count_limits(funnel.target, areas[row].denominator, 99.8);
        same("LCL95", by_count.lower);
        same("UCL95", by_count.upper);
        same("LCL99", by_count_998.lower);
        same("UCL99", by_count_998.upper);
        const Interval inner = funnel_limits(funnel, point.standard_error, funnel.tau_squared, quantile_95);
        const Interval outer = funnel_limits(funnel, point.standard_error, funnel.tau_squared, quantile_998);
        // The package leaves those of ratios on the square-root scale.
        const auto on_their_scale = [&](double limit) {
            return kind == FunnelKind::standardised_ratio ? std::sqrt(limit) : limit;
        };
        same("OD95LCL", on_their_scale(inner.lower));
        same("OD95UCL", on_their_scale(inner.upper));
        same("OD99LCL", on_their_scale(outer.lower));
        same("OD99UCL", on_their_scale(outer.upper));
    }
}

std::uint64_t count_in(const OracleTable& table, std::size_t row, const char* column) {
    return static_cast<std::uint64_t>(table.number(row, column).value());
}

/// The package leaves a lower end out where it would lie below 0; ours is 0 there.
void same_lower(Agreement& agreement, const std::string& name, double ours, std::optional<double> theirs) {
    agreement.number(name, ours, theirs.value_or(0.0));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(benchmark)

BOOST_AUTO_TEST_CASE(funnels_agree_with_funnelplotr) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    for (const FunnelTable& one : {FunnelTable{"FunnelPlotR_ae_mar19_breach_proportion.csv", FunnelKind::proportion},
                                   {"FunnelPlotR_ae_8trusts_proportion.csv", FunnelKind::proportion},
                                   {"FunnelPlotR_msg8_crime_RC.csv", FunnelKind::ratio_of_counts},
                                   {"FunnelPlotR_msg8_crime_SR_CQC.csv", FunnelKind::standardised_ratio},
                                   {"FunnelPlotR_msg8_small_SR_CQC.csv", FunnelKind::standardised_ratio}}) {
        const OracleTable table(oracles / "funnel" / one.name);
        Agreement agreement;
        compare_funnel(table, one.kind, agreement);
        tests::report(std::string("funnel/") + one.name, table.rows(), agreement);
    }
    BOOST_TEST_MESSAGE(
        "funnel/FunnelPlotR_*: OD limits of the two SR files are compared as their square roots (the package does not "
        "turn them back); LCL and UCL of the PR and RC files as it prints them, from the denominator taken for an "
        "expected count, which is no limit of a share or rate and is shown nowhere");
}

BOOST_AUTO_TEST_CASE(byar_agrees_with_pheindicatormethods) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "funnel" / "PHEindicatormethods_byars.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string name = "x = " + table.text(row, "x") + " ";
        const Interval at_95 = byar_interval(count_in(table, row, "x"), 95.0);
        const Interval at_998 = byar_interval(count_in(table, row, "x"), 99.8);
        same_lower(agreement, name + "lo95", at_95.lower, table.number(row, "byar_lo95"));
        agreement.number(name + "hi95", at_95.upper, table.number(row, "byar_hi95"));
        same_lower(agreement, name + "lo998", at_998.lower, table.number(row, "byar_lo998"));
        agreement.number(name + "hi998", at_998.upper, table.number(row, "byar_hi998"));
    }
    tests::report("funnel/PHEindicatormethods_byars.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(rates_agree_with_pheindicatormethods) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "funnel" / "PHEindicatormethods_rates.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string& name = table.text(row, "id");
        const double n = table.number(row, "n").value();
        agreement.number(name, 1000.0 * table.number(row, "x").value() / n, table.number(row, "value"));
        const Interval at_95 = rate_interval(count_in(table, row, "x"), n, 1000.0, 95.0);
        const Interval at_998 = rate_interval(count_in(table, row, "x"), n, 1000.0, 99.8);
        agreement.number(name + " lower95", at_95.lower, table.number(row, "lower95_0cl"));
        agreement.number(name + " upper95", at_95.upper, table.number(row, "upper95_0cl"));
        agreement.number(name + " lower99_8", at_998.lower, table.number(row, "lower99_8cl"));
        agreement.number(name + " upper99_8", at_998.upper, table.number(row, "upper99_8cl"));
    }
    tests::report("funnel/PHEindicatormethods_rates.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(shares_agree_with_pheindicatormethods) {
    const auto oracles = tests::oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "funnel" / "PHEindicatormethods_proportions.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string name = "case " + table.text(row, "case");
        const double x = table.number(row, "x").value();
        const double n = table.number(row, "n").value();
        agreement.number(name, x / n, table.number(row, "value"));
        const Interval at_95 = compare::wilson(x, n, 95.0);
        const Interval at_998 = compare::wilson(x, n, 99.8);
        agreement.number(name + " lower95", at_95.lower, table.number(row, "lower95_0cl"));
        agreement.number(name + " upper95", at_95.upper, table.number(row, "upper95_0cl"));
        agreement.number(name + " lower99_8", at_998.lower, table.number(row, "lower99_8cl"));
        agreement.number(name + " upper99_8", at_998.upper, table.number(row, "upper99_8cl"));
    }
    tests::report("funnel/PHEindicatormethods_proportions.csv, Wilson", table.rows(), agreement);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::benchmark
