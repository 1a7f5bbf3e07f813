// Every point that NHSRplotthedots 0.2.2 charted, against the rule set nhs.

#include <boost/test/data/test_case.hpp>
#include <ostream>

#include "panelbook/spc/icons.hpp"
#include "panelbook/spc/point_class.hpp"

#include "oracle_series.hpp"

namespace panelbook::spc {

namespace {

using tests::OracleTable;

struct Variant {
    const char* folder;
    bool screen;
    std::size_t baseline;
};
std::ostream& operator<<(std::ostream& out, const Variant& one) {
    return out << one.folder;
}
const Variant variants[] = {{"screen", true, 0}, {"noscreen", false, 0}, {"fix12", true, 12}};

RuleSet rules_of(const Variant& variant) {
    RuleSet rules = nhs();
    rules.screen = variant.screen;
    return rules;
}

int sign_about(const std::optional<double>& value, double centre) {
    return value && *value != centre ? (*value > centre ? 1 : -1) : 0;
}

/// The label the package gives a point.
std::string label_of(const ChartPoint& point, const RuleSet& rules) {
    const PointSignal signal = signal_of(point, rules);
    if (!signal.rule) return "Common Cause";
    const bool up = signal.side == Side::above;
    switch (*signal.rule) {
        case Rule::beyond_limits:
            return up ? "Above UCL" : "Below LCL";
        case Rule::trend:
            return up ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
        case Rule::two_of_three:
            return up ? "2 in 3 Above CL" : "2 in 3 Below CL";
        default:
            return up ? "7 Points Above CL" : "7 Points Below CL";
    }
}

std::string point_type(const ChartPoint& point, const RuleSet& rules, plan::Good good) {
    switch (class_of(point, rules, good)) {
        case PointClass::improvement:
            return "special_cause_improvement";
        case PointClass::concern:
            return "special_cause_concern";
        case PointClass::neutral:
            return signal_of(point, rules).side == Side::above ? "special_cause_neutral_high"
                                                               : "special_cause_neutral_low";
        case PointClass::common:
            break;
    }
    return "common_cause";
}

void compare_point(OracleComparison& comparison, const ControlChart& chart, std::size_t index, const OracleTable& table,
                   std::size_t row) {
    const ChartPoint& point = chart.points[index];
    comparison.begin_point(index);
    comparison.number("mean_col", centre_of(chart, point), table.number(row, "mean_col"));
    comparison.number("lpl", point.limits.lower, table.number(row, "lpl"));
    comparison.number("upl", point.limits.upper, table.number(row, "upl"));
    comparison.flag("outside_limits", point.outside != Side::none, table.number(row, "outside_limits") == 1.0);
    comparison.number("relative_to_mean", sign_about(point.value, chart.segments[point.segment].centre),
                      table.number(row, "relative_to_mean").value_or(0.0));
    if (table.has("close_to_limits"))
        comparison.flag("close_to_limits", point.near != Side::none, table.number(row, "close_to_limits") == 1.0);
    const std::string& label = table.text(row, "special_cause_type");
    comparison.flag(("label " + label).c_str(), label_of(point, chart.rules) == label, true);
    const std::pair<const char*, plan::Good> types[] = {{"point_type_increase", plan::Good::up},
                                                        {"point_type_decrease", plan::Good::down},
                                                        {"point_type_neutral", plan::Good::none}};
    for (const auto& [column, good] : types)
        if (table.has(column))
            comparison.flag(column, point_type(point, chart.rules, good) == table.text(row, column), true);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(every_point_agrees_with_plotthedots, boost::unit_test::data::make(variants), variant) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    OracleComparison comparison(std::string("NHSRplotthedots ") + variant.folder);
    for (const auto& file : tests::csv_files(oracles / "expected" / "NHSRplotthedots" / variant.folder)) {
        const OracleTable table(file);
        const OracleSeries series = oracle_series(oracles, file.stem().string());
        const ControlChart chart =
            chart_points(series.input(variant.baseline), ChartType::individuals, {}, rules_of(variant));
        BOOST_REQUIRE_EQUAL(table.rows(), chart.points.size());
        comparison.begin_series(series.name);
        for (std::size_t i = 0; i < table.rows(); ++i) {
            compare_point(comparison, chart, i, table, i);
            const bool warned = chart.segments[chart.points[i].segment].count < 13;
            comparison.flag("short_group_warning", warned, table.number(i, "short_group_warning") == 1.0);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_random_point_agrees_with_plotthedots) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const auto all = oracle_series_of(oracles / "fuzz" / "input.csv", "series");
    const OracleTable table(oracles / "fuzz" / "NHSRplotthedots.csv");
    OracleComparison comparison("NHSRplotthedots fuzz");
    for (std::size_t row = 0; row < table.rows();) {
        const OracleSeries& series = all.at(table.text(row, "series"));
        RuleSet rules = nhs();
        rules.screen = table.text(row, "screen") == "1";
        const ControlChart chart = chart_points(series.input(), ChartType::individuals, {}, rules);
        comparison.begin_series(series.name);
        for (std::size_t i = 0; i < chart.points.size(); ++i, ++row) compare_point(comparison, chart, i, table, row);
    }
}

BOOST_AUTO_TEST_CASE(missing_points_agree_with_plotthedots) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const OracleTable table(oracles / "missing" / "NHSRplotthedots.csv");
    OracleComparison comparison("NHSRplotthedots missing");
    const auto all = oracle_series_of(oracles / "missing" / "input.csv", "case");
    for (std::size_t row = 0; row < table.rows();) {
        const OracleSeries& series = all.at(table.text(row, "case"));
        const ControlChart chart = chart_points(series.input(), ChartType::individuals, {}, nhs());
        comparison.begin_series(series.name);
        for (std::size_t i = 0; i < chart.points.size(); ++i, ++row) compare_point(comparison, chart, i, table, row);
    }
}

BOOST_AUTO_TEST_CASE(icons_agree_with_plotthedots) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const std::map<std::string, plan::Good> goods{
        {"increase", plan::Good::up}, {"decrease", plan::Good::down}, {"neutral", plan::Good::none}};
    const OracleTable table(oracles / "expected" / "NHSRplotthedots" / "icons.csv");
    OracleComparison comparison("NHSRplotthedots icons");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const OracleSeries series = oracle_series(oracles, table.text(row, "id"));
        const std::string& folder = table.text(row, "variant");
        const auto* variant = std::find_if(std::begin(variants), std::end(variants),
                                           [&](const Variant& one) { return folder == one.folder; });
        BOOST_REQUIRE(variant != std::end(variants));
        const ControlChart chart =
            chart_points(series.input(variant->baseline), ChartType::individuals, {}, rules_of(*variant));
        const plan::Good good = goods.at(table.text(row, "direction"));
        comparison.begin_series(series.name + " " + folder + " " + table.text(row, "direction"));
        comparison.begin_point(chart.points.size() - 1);
        comparison.flag("variation_icon", id_of(variation_icon(chart, good)) == table.text(row, "variation_icon"),
                        true);
        const auto assurance = assurance_icon(chart, good, table.number(row, "target"));
        comparison.flag("assurance_icon", (assurance ? id_of(*assurance) : "") == table.text(row, "assurance_icon"),
                        true);
        comparison.number("lpl_last", chart.points.back().limits.lower, table.number(row, "lpl_last"));
        comparison.number("upl_last", chart.points.back().limits.upper, table.number(row, "upl_last"));
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
