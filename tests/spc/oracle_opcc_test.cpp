// The arithmetic of the rule set opcc against base R, and the lengths of runs.

#include <set>

#include "panelbook/spc/shift.hpp"
#include "panelbook/spc/trend.hpp"

#include "oracle_series.hpp"

namespace panelbook::spc {

namespace {

using tests::OracleTable;

std::set<std::string> shares_of(const std::filesystem::path& oracles) {
    std::set<std::string> shares;
    const OracleTable kinds(oracles / "series.csv");
    for (std::size_t row = 0; row < kinds.rows(); ++row)
        if (kinds.text(row, "kind") == "proportion") shares.insert(kinds.text(row, "id"));
    return shares;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_AUTO_TEST_CASE(every_point_agrees_with_base_r) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const auto shares = shares_of(oracles);
    for (const std::size_t baseline : {0u, 12u, 24u}) {
        const std::string suffix = baseline == 0 ? "" : "_base" + std::to_string(baseline);
        OracleComparison comparison("opcc_baseR" + suffix);
        for (const auto& file : tests::csv_files(oracles / "expected" / "opcc_baseR")) {
            const OracleTable table(file);
            const OracleSeries series = oracle_series(oracles, file.stem().string());
            const Clamp clamp{0.0, shares.contains(series.name) ? std::optional(1.0) : std::nullopt};
            const ControlChart chart =
                chart_points(series.input(baseline), ChartType::individuals, clamp, unguarded(opcc()));
            BOOST_REQUIRE_EQUAL(table.rows(), chart.points.size());
            comparison.begin_series(series.name);
            for (std::size_t i = 0; i < table.rows(); ++i) {
                const ChartPoint& point = chart.points[i];
                const Segment& segment = chart.segments[point.segment];
                const auto sd = segment.rests_on > 1 ? std::optional(segment.sigma) : std::nullopt;
                const auto theirs = [&](const char* column) { return table.number(i, column + suffix); };
                comparison.begin_point(i);
                comparison.number("mean", segment.centre, theirs("mean"));
                comparison.number("sd", sd, theirs("sd"));
                comparison.number("lcl", point.limits.lower, theirs("lcl"));
                comparison.number("ucl", point.limits.upper, theirs("ucl"));
                comparison.flag("beyond", point.outside != Side::none, theirs("beyond") == 1.0);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_lengths_of_runs_agree) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "comparisons" / "run_lengths.csv");
    OracleComparison comparison("run lengths");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const OracleTable points(oracles / "expected" / "opcc_baseR" / (table.text(row, "id") + ".csv"));
        std::vector<std::optional<double>> values;
        for (std::size_t i = 0; i < points.rows(); ++i)
            if (points.text(i, "seg") == table.text(row, "seg")) values.push_back(points.number(i, "y"));

        const ControlChart chart = chart_values(values, {}, {}, {});
        std::map<Side, std::size_t> longest_run;
        for (const Run& run : runs_about(values, chart.segments.front().centre))
            longest_run[run.side] = std::max(longest_run[run.side], run.length);
        std::map<Side, std::size_t> longest_stretch;
        for (const Stretch& stretch : stretches(values))
            longest_stretch[stretch.side] = std::max(longest_stretch[stretch.side], stretch.changes);
        const auto sign = [](Side side) { return side == Side::none ? 0.0 : side == Side::above ? 1.0 : -1.0; };

        comparison.begin_series(table.text(row, "id") + " segment " + table.text(row, "seg"));
        comparison.begin_point(values.size() - 1);
        const auto same = [&](const char* column, double ours) {
            comparison.number(column, ours, table.number(row, column));
        };
        same("n", static_cast<double>(values.size()));
        same("mean", chart.segments.front().centre);
        same("last_side", sign(chart.run_side));
        same("current_run_break", static_cast<double>(chart.run_length));
        same("current_run_skip", static_cast<double>(chart.run_length_skipping));
        same("current_run_skip_side", sign(chart.run_side_skipping));
        same("longest_above_break", static_cast<double>(longest_run[Side::above]));
        same("longest_below_break", static_cast<double>(longest_run[Side::below]));
        same("longest_increase", static_cast<double>(longest_stretch[Side::above]));
        same("longest_decrease", static_cast<double>(longest_stretch[Side::below]));
        // The table counts equal values as a stretch of their own; to us they are no change.
        if (table.number(row, "last_change") != 0.0)
            same("successive_changes_same_way", static_cast<double>(chart.trend_length));
        else
            comparison.number("no change", static_cast<double>(chart.trend_length), 0.0);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
