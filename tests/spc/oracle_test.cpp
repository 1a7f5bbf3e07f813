// Every point of the series that base R and qcc have charted, against what they printed.

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "panelbook/spc/chart.hpp"
#include "panelbook/spc/limits.hpp"
#include "panelbook/spc/shift.hpp"
#include "panelbook/spc/trend.hpp"

#include "support/oracles.hpp"

namespace panelbook::spc {

namespace {

using tests::Agreement;
using tests::OracleTable;

struct Charted {
    std::vector<std::optional<double>> values;
    std::vector<std::size_t> starts;
};

/// The rows `from` to `to` of a table as one series, a new segment wherever the column "seg" changes.
Charted charted(const OracleTable& table, const std::string& value_column, std::size_t from, std::size_t to) {
    Charted series;
    for (std::size_t row = from; row < to; ++row) {
        if (row > from && table.text(row, "seg") != table.text(row - 1, "seg")) series.starts.push_back(row - from);
        series.values.push_back(table.number(row, value_column));
    }
    return series;
}

bool skipped(const std::filesystem::path& oracles) {
    if (oracles.empty()) BOOST_TEST_MESSAGE("skipped: the oracles are not beside the checkout");
    return oracles.empty();
}

void report(const std::string& name, std::size_t series, const Agreement& agreement) {
    BOOST_TEST_MESSAGE(name << ": " << series << " series, " << agreement.compared << " figures compared, "
                            << agreement.different << " differences");
    BOOST_TEST(agreement.compared > 0u);
    BOOST_TEST(agreement.different == 0u, agreement.first_difference);
}

/// No limit where one value has no spread: base R prints nothing, the chart says that nothing can be assessed.
std::optional<double> where_spread(const Segment& segment, double figure) {
    return segment.present < 2 ? std::nullopt : std::optional<double>(figure);
}

/// qcc flags a run from its nth point on, we flag all of it: which points would be flagged from the nth on.
std::vector<bool> from_the_nth(const ControlChart& chart, std::size_t n) {
    std::vector<bool> flagged(chart.points.size());
    std::size_t length = 0;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const bool goes_on = i > 0 && chart.points[i].shift == chart.points[i - 1].shift &&
                             chart.points[i].segment == chart.points[i - 1].segment;
        length = chart.points[i].shift == Side::none ? 0 : goes_on ? length + 1 : 1;
        flagged[i] = length >= n;
    }
    return flagged;
}

/// The flags of a run of 9, rule 2 of Nelson.
std::vector<bool> runs_of_nine(const Charted& series) {
    RuleSet rules;
    rules.shift_points = 9;
    return from_the_nth(chart_values(series.values, series.starts, {}, rules), 9);
}

void compare_with_qcc(Agreement& agreement, const std::string& name, const OracleTable& table, const Charted& series,
                      std::size_t from) {
    const ControlChart chart = chart_values(series.values, series.starts, {}, {});
    const auto runs = from_the_nth(chart, 8);
    const auto longer_runs = runs_of_nine(series);
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const std::size_t row = from + i;
        const Segment& segment = chart.segments[chart.points[i].segment];
        const auto what = [&](const char* column) { return name + " " + std::to_string(i) + " " + column; };
        agreement.number(what("center"), segment.centre, table.number(row, "center"));
        agreement.number(what("std.dev"), where_spread(segment, segment.sd), table.number(row, "std.dev"));
        agreement.number(what("lcl"), where_spread(segment, segment.lower), table.number(row, "lcl"));
        agreement.number(what("ucl"), where_spread(segment, segment.upper), table.number(row, "ucl"));
        agreement.flag(what("wer1"), chart.points[i].outside != Side::none, table.number(row, "wer1") == 1.0);
        agreement.flag(what("wer4"), runs[i], table.number(row, "wer4") == 1.0);
        agreement.flag(what("nel2"), longer_runs[i], table.number(row, "nel2") == 1.0);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_AUTO_TEST_CASE(limits_agree_with_base_r) {
    const auto oracles = tests::oracles_folder();
    if (skipped(oracles)) return;
    std::set<std::string> shares;
    const OracleTable kinds(oracles / "series.csv");
    for (std::size_t row = 0; row < kinds.rows(); ++row)
        if (kinds.text(row, "kind") == "proportion") shares.insert(kinds.text(row, "id"));

    Agreement agreement;
    const auto files = tests::csv_files(oracles / "expected" / "opcc_baseR");
    for (const auto& file : files) {
        const std::string name = file.stem().string();
        const OracleTable table(file);
        const Charted series = charted(table, "y", 0, table.rows());
        const Clamp clamp{0.0, shares.contains(name) ? std::optional<double>(1.0) : std::nullopt};
        const ControlChart chart = chart_values(series.values, series.starts, clamp, {});
        for (std::size_t i = 0; i < table.rows(); ++i) {
            const Segment& segment = chart.segments[chart.points[i].segment];
            const auto what = [&](const char* column) { return name + " " + std::to_string(i) + " " + column; };
            agreement.number(what("mean"), segment.centre, table.number(i, "mean"));
            agreement.number(what("sd"), where_spread(segment, segment.sd), table.number(i, "sd"));
            agreement.number(what("lcl"), where_spread(segment, segment.lower), table.number(i, "lcl"));
            agreement.number(what("ucl"), where_spread(segment, segment.upper), table.number(i, "ucl"));
            agreement.flag(what("beyond"), chart.points[i].outside != Side::none, table.number(i, "beyond") == 1.0);
        }
    }
    report("opcc_baseR", files.size(), agreement);
}

BOOST_AUTO_TEST_CASE(limits_exceptions_and_runs_agree_with_qcc) {
    const auto oracles = tests::oracles_folder();
    if (skipped(oracles)) return;
    Agreement agreement;
    const auto files = tests::csv_files(oracles / "expected" / "qcc_3.0" / "xbar.one_sampleSD");
    for (const auto& file : files) {
        const OracleTable table(file);
        compare_with_qcc(agreement, file.stem().string(), table, charted(table, "statistic", 0, table.rows()), 0);
    }
    report("qcc 3.0 xbar.one with sample SD", files.size(), agreement);
}

BOOST_AUTO_TEST_CASE(random_series_agree_with_qcc) {
    const auto oracles = tests::oracles_folder();
    if (skipped(oracles)) return;
    const OracleTable input(oracles / "fuzz" / "input.csv");
    std::map<std::pair<std::string, std::string>, std::optional<double>> values;
    for (std::size_t row = 0; row < input.rows(); ++row)
        values[{input.text(row, "series"), input.text(row, "t")}] = input.number(row, "value");

    Agreement agreement;
    std::size_t count = 0;
    const OracleTable table(oracles / "fuzz" / "qcc.csv");
    const auto belongs = [&](std::size_t row, std::size_t first) {
        return row < table.rows() && table.text(row, "series") == table.text(first, "series") &&
               table.text(row, "sd_method") == table.text(first, "sd_method");
    };
    for (std::size_t first = 0; first < table.rows();) {
        std::size_t end = first;
        while (belongs(end, first)) ++end;
        if (table.text(first, "sd_method") == "sampleSD") {
            Charted series;
            for (std::size_t row = first; row < end; ++row) {
                if (row > first && table.text(row, "seg") != table.text(row - 1, "seg"))
                    series.starts.push_back(row - first);
                series.values.push_back(values.at({table.text(row, "series"), table.text(row, "t")}));
            }
            compare_with_qcc(agreement, "series " + table.text(first, "series"), table, series, first);
            ++count;
        }
        first = end;
    }
    report("qcc 3.0, random series", count, agreement);
}

// NHSRplotthedots marks all points of a trend of 7 and of a run of 7, as we mark a trend of 7 and a run of 8; a point
// has one label, the first of outside, trend, 2 in 3, shift. Its centre is the mean, as ours; its limits are others.
BOOST_AUTO_TEST_CASE(trends_and_runs_agree_with_plotthedots) {
    const auto oracles = tests::oracles_folder();
    if (skipped(oracles)) return;
    RuleSet rules;
    rules.shift_points = 7;
    Agreement agreement;
    const auto files = tests::csv_files(oracles / "expected" / "NHSRplotthedots" / "noscreen");
    for (const auto& file : files) {
        const OracleTable table(file);
        Charted series;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (row > 0 && table.text(row, "rebase_group") != table.text(row - 1, "rebase_group"))
                series.starts.push_back(row);
            series.values.push_back(table.number(row, "y"));
        }
        const ControlChart chart = chart_values(series.values, series.starts, {}, rules);
        for (std::size_t i = 0; i < table.rows(); ++i) {
            const ChartPoint& point = chart.points[i];
            const Segment& segment = chart.segments[point.segment];
            const std::string name = file.stem().string() + " " + std::to_string(i);
            const std::string& label = table.text(i, "special_cause_type");
            agreement.number(name + " mean", segment.centre, table.number(i, "mean_col"));
            if (segment.assessable == Assessable::no || table.number(i, "outside_limits") == 1.0) continue;
            agreement.flag(name + " trend", point.trend != Side::none, label.starts_with("7 Point Trend"));
            if (label.starts_with("7 Point Trend") || label.starts_with("2 in 3")) continue;
            agreement.flag(name + " run", point.shift != Side::none, label.starts_with("7 Points"));
        }
    }
    report("NHSRplotthedots, trends and runs", files.size(), agreement);
}

BOOST_AUTO_TEST_CASE(run_lengths_agree) {
    const auto oracles = tests::oracles_folder();
    if (skipped(oracles)) return;
    const OracleTable table(oracles / "comparisons" / "run_lengths.csv");
    Agreement agreement;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string name = table.text(row, "id") + " segment " + table.text(row, "seg");
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

        const auto same = [&](const char* column, std::size_t ours) {
            agreement.number(name + " " + column, static_cast<double>(ours), table.number(row, column));
        };
        same("n", values.size());
        same("current_run_break", chart.run_length);
        same("longest_above_break", longest_run[Side::above]);
        same("longest_below_break", longest_run[Side::below]);
        same("longest_increase", longest_stretch[Side::above]);
        same("longest_decrease", longest_stretch[Side::below]);
        agreement.number(name + " mean", chart.segments.front().centre, table.number(row, "mean"));
        // The table counts equal values as a stretch of their own; to us they are no change.
        const bool last_is_a_change = table.number(row, "last_change") != 0.0;
        if (last_is_a_change)
            same("successive_changes_same_way", chart.trend_length);
        else
            agreement.number(name + " no change", static_cast<double>(chart.trend_length), 0.0);
    }
    report("run lengths", table.rows(), agreement);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
