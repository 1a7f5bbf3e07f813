// Every point that qicharts2 0.8.1 charted, against the rule set anhoej.

#include <boost/test/data/test_case.hpp>
#include <ostream>
#include <set>

#include "oracle_series.hpp"

namespace panelbook::spc {

namespace {

using tests::OracleTable;

struct Folder {
    const char* name;
    ChartType type;
    bool screen = true;
    std::size_t baseline = 0;
    bool of_one = false;  ///< every denominator is 1
};
std::ostream& operator<<(std::ostream& out, const Folder& one) {
    return out << one.name;
}
const Folder folders[] = {
    {"run", ChartType::run},
    {"run_freeze12", ChartType::run, true, 12},
    {"i", ChartType::individuals},
    {"i_noscreen", ChartType::individuals, false},
    {"i_freeze12", ChartType::individuals, true, 12},
    {"mr", ChartType::moving_ranges},
    {"c", ChartType::c},
    {"p", ChartType::p},
    {"pp", ChartType::p_prime},
    {"pp_noscreen", ChartType::p_prime, false},
    {"u", ChartType::u},
    {"up", ChartType::u_prime},
    {"up_noscreen", ChartType::u_prime, false},
    {"up_const", ChartType::u_prime, true, 0, true},
    {"g", ChartType::g},
    {"t", ChartType::t},
};

RuleSet rules_of(const Folder& folder) {
    RuleSet rules = unguarded(anhoej());
    rules.screen = folder.screen;
    return rules;
}

OracleSeries series_for(const std::filesystem::path& oracles, const std::string& id, const Folder& folder) {
    OracleSeries series = oracle_series(oracles, id);
    if (folder.of_one) series.denominators.assign(series.values.size(), 1.0);
    return series;
}

/// The figures of a segment's runs; `useful` is 0 where nothing lies off the centre line, and then there are no others.
void compare_runs(OracleComparison& comparison, const UnusualRuns& runs, const OracleTable& table, std::size_t row) {
    const auto where_useful = [&](std::size_t count) {
        return runs.useful == 0 ? std::nullopt : std::optional(static_cast<double>(count));
    };
    comparison.number("n.useful", static_cast<double>(runs.useful), table.number(row, "n.useful"));
    comparison.number("longest.run", where_useful(runs.longest_run), table.number(row, "longest.run"));
    comparison.number("n.crossings", where_useful(runs.crossings), table.number(row, "n.crossings"));
    if (table.has("longest.run.max"))
        comparison.number("longest.run.max", where_useful(runs.longest_most), table.number(row, "longest.run.max"));
    if (table.has("n.crossings.min"))
        comparison.number("n.crossings.min", where_useful(runs.crossings_least), table.number(row, "n.crossings.min"));
    comparison.flag("runs.signal", runs.signal, table.number(row, "runs.signal") == 1.0);
}

void compare_point(OracleComparison& comparison, const ControlChart& chart, std::size_t index, const OracleTable& table,
                   std::size_t row) {
    const ChartPoint& point = chart.points[index];
    comparison.begin_point(index);
    comparison.number("cl", centre_of(chart, point), table.number(row, "cl"));
    if (chart.type == ChartType::moving_ranges && chart.segments[point.segment].rests_on == 0)
        comparison.leave_out(
            "the lower limit of moving ranges where there is none: qicharts2 prints 0, we print nothing");
    else
        comparison.number("lcl", point.limits.lower, table.number(row, "lcl"));
    comparison.number("ucl", point.limits.upper, table.number(row, "ucl"));
    if (table.has("lcl.95")) {
        if (chart.segments[point.segment].rests_on > 0)
            comparison.number("lcl.95", point.limits.near_lower, table.number(row, "lcl.95"));
        comparison.number("ucl.95", point.limits.near_upper, table.number(row, "ucl.95"));
    }
    if (table.has("y")) comparison.number("y", point.value, table.number(row, "y"));
    if (table.has("part")) comparison.number("part", static_cast<double>(point.segment + 1), table.number(row, "part"));
    comparison.flag("sigma.signal", point.outside != Side::none, table.number(row, "sigma.signal") == 1.0);
    compare_runs(comparison, chart.segments[point.segment].runs, table, row);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(every_point_agrees_with_qicharts, boost::unit_test::data::make(folders), folder) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    OracleComparison comparison(std::string("qicharts2 ") + folder.name);
    for (const auto& file : tests::csv_files(oracles / "expected" / "qicharts2" / folder.name)) {
        const OracleTable table(file);
        const OracleSeries series = series_for(oracles, file.stem().string(), folder);
        const ControlChart chart = chart_points(series.input(folder.baseline), folder.type, {}, rules_of(folder));
        BOOST_REQUIRE_EQUAL(table.rows(), chart.points.size());
        comparison.begin_series(series.name);
        for (std::size_t i = 0; i < table.rows(); ++i) compare_point(comparison, chart, i, table, i);
    }
}

BOOST_AUTO_TEST_CASE(every_summary_agrees_with_qicharts) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "expected" / "qicharts2" / "summary.csv");
    OracleComparison comparison("qicharts2 summary");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string& name = table.text(row, "chart");
        const auto* folder =
            std::find_if(std::begin(folders), std::end(folders), [&](const Folder& one) { return name == one.name; });
        BOOST_REQUIRE(folder != std::end(folders));
        const OracleSeries series = series_for(oracles, table.text(row, "id"), *folder);
        const ControlChart chart = chart_points(series.input(folder->baseline), folder->type, {}, rules_of(*folder));
        const auto part = static_cast<std::size_t>(*table.number(row, "part")) - 1;
        const Segment& segment = chart.segments.at(part);
        comparison.begin_series(series.name + " " + name);
        comparison.begin_point(segment.first);
        double outside = 0.0;
        for (const ChartPoint& point : chart.points)
            if (point.segment == part && point.outside != Side::none) ++outside;
        comparison.number("n.obs", static_cast<double>(segment.count), table.number(row, "n.obs"));
        comparison.number("cl", segment.rests_on > 0 ? std::optional(segment.centre) : std::nullopt,
                          table.number(row, "cl"));
        comparison.number("sigma.signals", outside, table.number(row, "sigma.signals"));
        compare_runs(comparison, segment.runs, table, row);
    }
}

BOOST_AUTO_TEST_CASE(the_limits_of_runs_agree_with_qicharts_for_1_to_120_points) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "expected" / "qicharts2" / "anhoej_limits_n1_120.csv");
    OracleComparison comparison("qicharts2 limits of runs");
    comparison.begin_series("useful points");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto useful = static_cast<std::size_t>(*table.number(row, "n.useful"));
        const std::vector<std::optional<double>> values(useful, 1.0);
        const UnusualRuns runs = unusual_runs(values, 0.0);
        comparison.begin_point(useful);
        comparison.number("longest.run.max", static_cast<double>(runs.longest_most),
                          table.number(row, "longest.run.max"));
        comparison.number("n.crossings.min", static_cast<double>(runs.crossings_least),
                          table.number(row, "n.crossings.min"));
    }
}

BOOST_AUTO_TEST_CASE(every_random_point_agrees_with_qicharts) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const auto all = oracle_series_of(oracles / "fuzz" / "input.csv", "series");
    const OracleTable table(oracles / "fuzz" / "qicharts2.csv");
    OracleComparison comparison("qicharts2 fuzz");
    for (std::size_t row = 0; row < table.rows();) {
        const OracleSeries& series = all.at(table.text(row, "series"));
        const ChartType type = *chart_type_from_word(table.text(row, "chart"));
        const ControlChart chart = chart_points(series.input(), type, {}, unguarded(anhoej()));
        const ControlChart guarded = chart_points(series.input(), type, {}, anhoej());
        comparison.begin_series(series.name + " " + table.text(row, "chart"));
        for (std::size_t i = 0; i < chart.points.size(); ++i, ++row) {
            compare_point(comparison, chart, i, table, row);
            if (chart.points[i].outside != guarded.points[i].outside)
                comparison.leave_out("our guard: limits without width after screening, " + series.name +
                                     ", are not assessable (statistics.md 6)");
        }
    }
}

BOOST_AUTO_TEST_CASE(missing_points_agree_with_qicharts) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const auto all = oracle_series_of(oracles / "missing" / "input.csv", "case");
    const OracleTable table(oracles / "missing" / "qicharts2.csv");
    OracleComparison comparison("qicharts2 missing");
    for (std::size_t row = 0; row < table.rows();) {
        const OracleSeries& series = all.at(table.text(row, "case"));
        const ChartType type = *chart_type_from_word(table.text(row, "chart"));
        const ControlChart chart = chart_points(series.input(), type, {}, unguarded(anhoej()));
        comparison.begin_series(series.name + " " + table.text(row, "chart"));
        for (std::size_t i = 0; i < chart.points.size(); ++i, ++row) compare_point(comparison, chart, i, table, row);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
