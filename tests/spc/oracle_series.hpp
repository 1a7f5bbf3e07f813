#pragma once

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "panelbook/spc/chart.hpp"

#include "support/oracles.hpp"

namespace panelbook::spc {

/// One series that the packages were given.
struct OracleSeries {
    std::string name;
    std::vector<std::string> periods;
    std::vector<std::optional<double>> values;
    std::vector<std::optional<double>> denominators;  ///< empty: none
    std::vector<std::size_t> starts;

    ChartInput input(std::size_t baseline = 0) const { return {values, denominators, starts, {baseline, {}}}; }
};

/// The series of oracles/input.
inline OracleSeries oracle_series(const std::filesystem::path& oracles, const std::string& id) {
    const tests::OracleTable table(oracles / "input" / (id + ".csv"));
    OracleSeries series;
    series.name = id;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        series.periods.push_back(table.text(row, "period"));
        series.values.push_back(table.number(row, "value"));
        if (table.has("denominator")) series.denominators.push_back(table.number(row, "denominator"));
        if (table.has("rebase") && table.text(row, "rebase") == "1") series.starts.push_back(row);
    }
    return series;
}

/// The series of a table that holds many, one after the other, by the column that tells them apart.
inline std::map<std::string, OracleSeries> oracle_series_of(const std::filesystem::path& path,
                                                            const std::string& column) {
    const tests::OracleTable table(path);
    std::map<std::string, OracleSeries> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        OracleSeries& series = all[table.text(row, column)];
        series.name = column + " " + table.text(row, column);
        if (table.has("rebase") && table.text(row, "rebase") == "1") series.starts.push_back(series.values.size());
        series.periods.push_back(table.text(row, "t"));
        series.values.push_back(table.number(row, "value"));
    }
    return all;
}

/// The set as its package has it: without our guard, which takes limits without width for not assessable.
inline RuleSet unguarded(RuleSet rules) {
    rules.keeps_flags = true;
    return rules;
}

/// What a package printed of one chart type, against what we work out.
class OracleComparison {
public:
    explicit OracleComparison(std::string chart) : m_chart(std::move(chart)) {}
    OracleComparison(const OracleComparison&) = delete;
    OracleComparison& operator=(const OracleComparison&) = delete;

    void begin_series(const std::string& name) {
        m_series = name;
        ++m_count;
    }
    void begin_point(std::size_t index) {
        m_point = index;
        ++m_points;
    }
    void number(const char* what, std::optional<double> ours, std::optional<double> theirs) {
        m_agreement.number(place(what), ours, theirs);
    }
    void flag(const char* what, bool ours, bool theirs) { m_agreement.flag(place(what), ours, theirs); }
    /// What is not compared, and why.
    void leave_out(const std::string& why) { ++m_left_out[why]; }

    /// Says what was compared and demands that nothing differed.
    ~OracleComparison() {
        BOOST_TEST_MESSAGE(m_chart << ": " << m_count << " series, " << m_points << " points compared, "
                                   << m_agreement.different << " differences");
        for (const auto& [why, times] : m_left_out)
            BOOST_TEST_MESSAGE("  not compared: " << why << " (" << times << " times)");
        BOOST_TEST(m_points > 0u);
        BOOST_TEST(m_agreement.different == 0u, m_agreement.first_difference);
    }

private:
    std::string place(const char* what) const { return m_series + " " + std::to_string(m_point) + " " + what; }

    std::string m_chart;
    std::string m_series;
    std::size_t m_point = 0;
    std::size_t m_count = 0;
    std::size_t m_points = 0;
    tests::Agreement m_agreement;
    std::map<std::string, std::size_t> m_left_out;
};

/// The oracles' folder; says that the test was skipped where it is absent.
inline std::filesystem::path oracles_or_skipped() {
    auto oracles = tests::oracles_folder();
    if (oracles.empty()) BOOST_TEST_MESSAGE("skipped: the oracles are not beside the checkout");
    return oracles;
}

/// The centre line of a point's segment; nothing where the segment has no value at all.
inline std::optional<double> centre_of(const ControlChart& chart, const ChartPoint& point) {
    const Segment& segment = chart.segments[point.segment];
    return segment.rests_on > 0 ? std::optional(segment.centre) : std::nullopt;
}

}  // namespace panelbook::spc
