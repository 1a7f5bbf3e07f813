// The tests of change against R and statsmodels, the sums of periods against base R.

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "panelbook/compare/tests_of_change.hpp"

#include "support/oracle_series.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::compare;

std::uint64_t count_in(const OracleTable& table, std::size_t row, const char* column) {
    return static_cast<std::uint64_t>(table.number(row, column).value());
}

Period month_of(const std::string& iso_day) {
    return Period::month_of(parse_iso_date(iso_day).value());
}

/// A series of the oracles by month; a share of 0 to 100 with its n where it has a denominator and `as_share` is set.
Series series_of(const std::filesystem::path& oracles, const std::string& id, bool as_share) {
    const OracleTable table(oracles / "input" / (id + ".csv"));
    Series series;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        SeriesPoint point;
        point.period = month_of(table.text(row, "period"));
        const double value = table.number(row, "value").value();
        point.value = value;
        if (as_share) {
            point.denominator = table.number(row, "denominator");
            point.value = 100.0 * value / *point.denominator;
        }
        series.points.push_back(point);
    }
    return series;
}

plan::Measure measure_of(plan::Unit unit, plan::RollUp over_time) {
    plan::Measure measure;
    measure.unit = unit;
    measure.over_time = over_time;
    measure.good = plan::Good::down;
    return measure;
}

std::optional<double> scaled(std::optional<double> value, double factor) {
    return value ? std::optional<double>(*value * factor) : std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compare)

BOOST_AUTO_TEST_CASE(two_counts_agree_with_poisson_test) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "poisson_two_rates.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto x1 = count_in(table, row, "x1");
        const auto x2 = count_in(table, row, "x2");
        const double t1 = table.number(row, "T1").value();
        const double t2 = table.number(row, "T2").value();
        const std::string name = "case " + table.text(row, "case") + " ";
        for (const auto& [confidence, lower, upper] :
             {std::tuple{95.0, "lo95", "hi95"}, std::tuple{99.8, "lo998", "hi998"}}) {
            const ExactTest test = exact_binomial(x1, t1, x2, t2, confidence);
            agreement.number(name + "p", test.p_value, table.number(row, "p_two_sided"));
            const auto end = [&](double Interval::*which) {
                return test.ratio ? std::optional<double>((*test.ratio).*which) : std::nullopt;
            };
            agreement.number(name + lower, end(&Interval::lower), table.number(row, lower));
            agreement.number(name + upper, end(&Interval::upper), table.number(row, upper));
        }
    }
    report("comparisons/poisson_two_rates.csv, poisson.test", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(one_count_agrees_with_poisson_test) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "poisson_exact_interval.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto count = count_in(table, row, "x");
        const std::string name = "x = " + table.text(row, "x") + " ";
        for (const auto& [confidence, lower, upper] :
             {std::tuple{95.0, "lo95", "hi95"}, std::tuple{99.8, "lo998", "hi998"}}) {
            const Interval interval = poisson_interval(count, confidence);
            agreement.number(name + lower, interval.lower, table.number(row, lower));
            agreement.number(name + upper, interval.upper, table.number(row, upper));
        }
    }
    report("comparisons/poisson_exact_interval.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(one_share_agrees_with_wilson) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "wilson_one_proportion.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double x = table.number(row, "x").value();
        const double n = table.number(row, "n").value();
        const std::string name = "case " + table.text(row, "case") + " ";
        for (const auto& [confidence, lower, upper] :
             {std::tuple{95.0, "wilson_lo95", "wilson_hi95"}, std::tuple{99.8, "wilson_lo998", "wilson_hi998"}}) {
            const Interval interval = wilson(x, n, confidence);
            agreement.number(name + lower, interval.lower, table.number(row, lower));
            agreement.number(name + upper, interval.upper, table.number(row, upper));
        }
        agreement.number(name + "worst case", worst_case_margin(n, 95.0), table.number(row, "worstcase_half95"));
    }
    report("comparisons/wilson_one_proportion.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(two_shares_agree_with_newcombe) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "newcombe_two_proportions.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto number = [&](const char* column) { return table.number(row, column).value(); };
        const std::string name = "case " + table.text(row, "case") + " ";
        for (const auto& [confidence, lower, upper] : {std::tuple{95.0, "newcombe_lo95", "newcombe_hi95"},
                                                       std::tuple{99.8, "newcombe_lo998", "newcombe_hi998"}}) {
            const Interval interval = newcombe(number("x1"), number("n1"), number("x2"), number("n2"), confidence);
            agreement.number(name + lower, interval.lower, table.number(row, lower));
            agreement.number(name + upper, interval.upper, table.number(row, upper));
        }
    }
    report("comparisons/newcombe_two_proportions.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(year_on_year_agrees_with_the_paired_quasi_poisson_fit) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "year_on_year_paired_quasipoisson.csv");
    const plan::Measure measure = measure_of(plan::Unit::count, plan::RollUp::sum);
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string id = table.text(row, "id");
        const Series series = series_of(oracles, id, false);
        const Period last = series.points.back().period;
        std::vector<double> before;
        std::vector<double> after;
        for (int month = 0; month < 12; ++month) {
            after.push_back(to_number(*series.at(Period::ending(last, 12).month_at(month))->value));
            before.push_back(to_number(*series.at(Period::ending(last, 12).shifted(-12).month_at(month))->value));
        }
        const auto dispersion = paired_dispersion(before, after);
        const double total_before = table.number(row, "prev12").value();
        const double total_after = table.number(row, "last12").value();
        const QuasiPoisson test = quasi_poisson(total_before, total_after, dispersion.value(), 95.0);
        agreement.number(id + " phi", dispersion->phi, table.number(row, "phi_closed_form"));
        agreement.number(id + " phi floored", test.phi, table.number(row, "phi_floored"));
        agreement.number(id + " log ratio", test.log_ratio, table.number(row, "log_rr"));
        agreement.number(id + " se", test.standard_error, table.number(row, "se_floored"));
        agreement.number(id + " p", test.p_value, table.number(row, "p_floored_t11"));
        agreement.number(id + " rr_lo95", test.ratio.lower, table.number(row, "rr_lo95"));
        agreement.number(id + " rr_hi95", test.ratio.upper, table.number(row, "rr_hi95"));
        const ExactTest exact = exact_binomial(static_cast<std::uint64_t>(total_after), 1.0,
                                               static_cast<std::uint64_t>(total_before), 1.0, 95.0);
        agreement.number(id + " exact p", exact.p_value, table.number(row, "p_poisson_exact"));

        const Comparison comparison = panelbook::compare::compare(series, measure, plan::Basis::rolling_year, last, {});
        agreement.number(id + " current", comparison.current.value, total_after);
        agreement.number(id + " reference", comparison.reference.value, total_before);
        if (std::min(total_before, total_after) < 20.0) {
            agreement.number(id + " p of the comparison", comparison.p_value, table.number(row, "p_poisson_exact"));
        } else {
            agreement.number(id + " p of the comparison", comparison.p_value, table.number(row, "p_floored_t11"));
            agreement.number(id + " lower, per cent", comparison.interval->lower / 100.0 + 1.0,
                             table.number(row, "rr_lo95"));
        }
    }
    report("comparisons/year_on_year_paired_quasipoisson.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(sums_and_changes_of_periods_agree_with_base_r) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "period_comparisons.csv");
    const plan::Measure counted = measure_of(plan::Unit::count, plan::RollUp::sum);
    const plan::Measure shared = measure_of(plan::Unit::percent, plan::RollUp::ratio);
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string id = table.text(row, "id");
        const Period last = month_of(table.text(row, "last_month"));
        const Series series = series_of(oracles, id, false);
        const auto same = [&](const char* column, std::optional<double> ours) {
            agreement.number(id + " " + column, ours, table.number(row, column));
        };
        same("m_now", value_of(series, counted, last).value);
        same("m_same_last_year", value_of(series, counted, last.shifted(-12)).value);
        const Comparison quarter = panelbook::compare::compare(series, counted, plan::Basis::quarter_on_year, last, {});
        same("last3", quarter.current.value);
        same("last3_prev_year", quarter.reference.value);
        same("last3_diff", quarter.difference);
        same("last3_pct", quarter.percent_change);
        const Comparison to_date = panelbook::compare::compare(series, counted, plan::Basis::year_to_date, last, {});
        same("fytd_from_april", to_date.current.value);
        same("fytd_prev", to_date.reference.value);
        same("fytd_diff", to_date.difference);
        same("fytd_pct", to_date.percent_change);
        const Comparison rolling = panelbook::compare::compare(series, counted, plan::Basis::rolling_year, last, {});
        same("roll12", rolling.current.value);
        same("roll12_prev", rolling.reference.value);
        same("roll12_diff", rolling.difference);
        same("roll12_pct", rolling.percent_change);
        if (!table.number(row, "prop_last3")) continue;
        const Series shares = series_of(oracles, id, true);
        const Comparison share = panelbook::compare::compare(shares, shared, plan::Basis::quarter_on_year, last, {});
        same("prop_last3", scaled(share.current.value, 0.01));
        same("prop_last3_prev", scaled(share.reference.value, 0.01));
        same("pp_last3", share.difference);
        const Comparison rolling_share =
            panelbook::compare::compare(shares, shared, plan::Basis::rolling_year, last, {});
        same("prop_roll12", scaled(rolling_share.current.value, 0.01));
        same("prop_roll12_prev", scaled(rolling_share.reference.value, 0.01));
        same("pp_roll12", rolling_share.difference);
    }
    report("comparisons/period_comparisons.csv", table.rows(), agreement);
}

BOOST_AUTO_TEST_CASE(every_table_is_compared_or_named_as_out_of_scope) {
    const auto oracles = oracles_or_skip();
    if (oracles.empty()) return;
    const std::map<std::string, const char*> left_out{
        {"kruskal_seasonality.csv", "compared by the suite forecast"},
        {"newcombe_two_proportions.csv", "Miettinen-Nurminen, Agresti-Caffo: statistics.md 7 chose Newcombe"},
        {"period_comparisons.csv", "nothing"},
        {"poisson_exact_interval.csv", "nothing"},
        {"poisson_two_rates.csv", "one-sided p (verdicts are two-sided), p_binom and mid-p: other forms of the test"},
        {"run_lengths.csv", "compared by the suite spc"},
        {"two_proportions.csv",
         "all of it, chi-square, Wald, Fisher: verdicts of shares come from Newcombe's interval, and "
         "no second test is printed beside it"},
        {"wilson_one_proportion.csv",
         "epitools (the same formula), Clopper-Pearson, Wald: statistics.md 4 chose Wilson"},
        {"year_on_year_paired_quasipoisson.csv", "the iterations of glm: the closed form is compared"},
        {"year_on_year_quasipoisson.csv", "all of it, the unpaired fit: the season would pass for unrest"}};
    for (const auto& file : csv_files(oracles / "comparisons")) {
        const auto found = left_out.find(file.filename().string());
        BOOST_TEST_REQUIRE((found != left_out.end()), file.filename());
        BOOST_TEST_MESSAGE("comparisons/" << found->first << ", out of scope: " << found->second);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
