#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <stdexcept>

#include "panelbook/plan/schema.hpp"
#include "panelbook/spc/rule_set.hpp"
#include "panelbook/write/render.hpp"

#include "support/charted_dashboard.hpp"
#include "support/folder.hpp"
#include "support/office.hpp"
#include "support/recalculation.hpp"
#include "support/report_checks.hpp"
#include "support/sample_figures.hpp"

using namespace panelbook;
using namespace panelbook::report;

namespace {

const auto each_rule_set = boost::unit_test::data::make(plan::rule_sets);

/// The cell of a row of a table, by its first matching measure.
std::string cell(const Report& report, const char* table, const std::string& measure, const char* heading) {
    const Table& found = *tests::tables_of(report).at(table);
    std::size_t column = 0;
    std::size_t name = 0;
    for (std::size_t c = 0; c < found.columns.size(); ++c) {
        if (found.columns[c].heading == heading) column = c;
        if (found.columns[c].heading == "Measure") name = c;
    }
    for (const auto& row : found.rows)
        if (tests::text_of(report, row[name]) == measure) return tests::text_of(report, row[column]);
    return "no such row";
}

std::string class_cell(const Report& report, const std::string& id, const char* heading) {
    return cell(report, "Classes", "Figures of " + id, heading);
}

const KpiBlock& block_of(const Report& report, const std::string& name) {
    for (const Page& page : report.pages)
        for (const Block& block : page.blocks)
            if (const auto* kpi = std::get_if<KpiBlock>(&block); kpi && kpi->name == name) return *kpi;
    throw std::out_of_range(name);
}

/// The figures of a sample workspace, under another rule set.
Report sample_under(const tests::SampleFigures& sample, plan::Plan& plan) {
    const Period period = *plan.settings.period;
    std::vector<spc::ControlChart> charts;
    for (const plan::Measure& measure : plan.measures)
        if (const Series* series = find_series(sample.known.series, measure.id, plan.settings.area);
            series && measure.chart)
            charts.push_back(spc::chart_series(*series, measure, plan, period));
    return build({plan,
                  period,
                  *plan.settings.as_of,
                  sample.known,
                  compare::compare_all(sample.known.series, plan, period),
                  std::move(charts),
                  {}});
}

bool same_number(const std::string& one, const std::string& other) {
    std::size_t used = 0;
    std::size_t also = 0;
    try {
        const double a = std::stod(one, &used);
        const double b = std::stod(other, &also);
        return used == one.size() && also == other.size() &&
               std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(the_plan_knows_the_rule_sets_of_the_engine) {
    const auto names = spc::rule_set_names();
    BOOST_TEST(std::equal(names.begin(), names.end(), plan::rule_sets.begin(), plan::rule_sets.end()));
}

BOOST_DATA_TEST_CASE(every_kind_of_chart_recalculates_under_every_rule_set, each_rule_set, name) {
    const Report made = tests::charted_dashboard(std::string(name)).report();
    tests::check_sound(made);
    tests::check_recalculates(made);
}

BOOST_DATA_TEST_CASE(an_office_program_that_recalculates_every_formula_changes_nothing, each_rule_set, name) {
    const tests::Folder folder("recalculated");
    const auto workbook = folder.path() / "book.xlsx";
    write::render(tests::charted_dashboard(std::string(name)).report(), workbook);
    const auto as_written = tests::exact_cells(workbook, tests::Formulas::as_written);
    const auto worked_out = tests::exact_cells(workbook, tests::Formulas::worked_out_again);
    std::size_t numbers = 0;
    for (const auto& [sheet, rows] : as_written) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t column = 0; column < rows[row].size(); ++column) {
                const std::string& cached = rows[row][column];
                const std::string& again = worked_out.at(sheet).at(row).at(column);
                if (cached == again || same_number(cached, again)) {
                    numbers += cached.empty() ? 0U : 1U;
                    continue;
                }
                BOOST_ERROR(sheet << " row " << row + 1 << " column " << column + 1 << ": " << cached << " became "
                                  << again);
            }
        }
    }
    BOOST_TEST(numbers > 1000U);
}

BOOST_DATA_TEST_CASE(both_sample_workspaces_recalculate_under_every_rule_set, each_rule_set, name) {
    static const tests::SampleFigures samples[] = {tests::read_sample_figures("2014-15-q1"),
                                                   tests::read_sample_figures("2020-21-q1")};
    for (const tests::SampleFigures& sample : samples) {
        plan::Plan plan = sample.plan;
        plan.settings.rule_set = std::string(name);
        const Report made = sample_under(sample, plan);
        tests::check_sound(made);
        tests::check_recalculates(made);
    }
}

BOOST_DATA_TEST_CASE(no_sentence_says_mean_of_a_median_or_limit_of_a_chart_without, each_rule_set, name) {
    const Report made = tests::charted_dashboard(std::string(name)).report();
    for (const char* id : {"Figures of chart-run", "Figures of new"}) {
        const KpiBlock& block = block_of(made, id);
        if (block.chart->alt_text.find("Median") == std::string::npos) continue;  // drawn otherwise by this rule set
        BOOST_TEST(block.chart->alt_text.find("no limits") != std::string::npos);
        for (const ItemId item : block.sentences) {
            const std::string text = tests::text_of(made, item);
            BOOST_TEST((text.find("mean") == std::string::npos && text.find("limit") == std::string::npos), text);
        }
        for (const ChartSeries& series : block.chart->series) BOOST_TEST((series.role != ChartSeries::Role::limit));
    }
    BOOST_TEST(class_cell(made, "chart-run", "Centre line is the") == "median");
    BOOST_TEST(class_cell(made, "chart-run", "Limits") == "none");
    BOOST_TEST(class_cell(made, "chart-run", "Upper limit") == "");
}

BOOST_AUTO_TEST_CASE(what_is_chosen_depends_on_the_rule_set_and_the_figures) {
    const Report opcc = tests::charted_dashboard("opcc").report();
    const auto notes = [](const Report& report, const char* id) {
        const Table& table = *tests::tables_of(report).at("How each measure is charted");
        for (const auto& row : table.rows)
            if (tests::text_of(report, row[0]) == std::string("9 Figures of ") + id)
                return tests::text_of(report, row[1]);
        return std::string("no such row");
    };
    BOOST_TEST(notes(opcc, "chart-count") ==
               "Single values (i): months are drawn as the published reports of offices draw them.");
    BOOST_TEST(notes(opcc, "chart-share") ==
               "Single values (i): months are drawn as the published reports of offices draw them.");
    BOOST_TEST(notes(opcc, "rare") ==
               "Counts of rare events (c): there are few a month, and they vary as counts of rare events do.");
    BOOST_TEST(notes(opcc, "new") == "Run chart: median, no limits (run): fewer than 13 months have a figure.");
    BOOST_TEST(notes(opcc, "chart-p'") == "Percentages by their n, limits widened (p'): the plan asks for it.");

    const Report anhoej = tests::charted_dashboard("anhoej").report();
    BOOST_TEST(notes(anhoej, "chart-share") ==
               "Percentages by their n, limits widened (p'): percentages that come with their n, which differs from "
               "month to month.");
    BOOST_TEST(
        notes(anhoej, "chart-us") ==
        "Rates by their n, limits widened (u'): rates that come with their n, which differs from month to month.");
    const Report nhs = tests::charted_dashboard("nhs").report();
    BOOST_TEST(notes(nhs, "chart-share") ==
               "Single values, moving ranges (xmr): the rule set nhs draws every measure so.");
}

BOOST_DATA_TEST_CASE(every_class_is_counted_once_and_explained, each_rule_set, name) {
    tests::SmallDashboard dashboard = tests::charted_dashboard(std::string(name));
    auto& points = dashboard.series("chart-i").points;
    for (std::size_t i = points.size() - 12; i < points.size(); ++i)
        points[i].value = 47.0 + static_cast<double>(i % 2);
    const Report made = dashboard.report();
    const auto tables = tests::tables_of(made);
    int charts = 0;
    for (const auto& row : tables.at("In numbers")->rows)
        if (!tests::text_of(made, row[0]).empty()) charts += std::stoi(tests::text_of(made, row[1]));
    BOOST_TEST(charts == static_cast<int>(tables.at("Classes")->rows.size()));
    if (name == "anhoej") BOOST_TEST(class_cell(made, "chart-i", "Class") == "Unusual pattern");
    const std::string text = tests::all_text(made);
    BOOST_TEST(text.find("Near a limit: beyond ") != std::string::npos);
    BOOST_TEST(text.find(", near a limit.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(limits_of_their_own_are_drawn_as_steps) {
    const Report made = tests::charted_dashboard("opcc").report();
    const Chart& shares = *block_of(made, "Figures of chart-p'").chart;
    std::size_t steps = 0;
    for (const ChartSeries& series : shares.series) {
        BOOST_TEST((series.role != ChartSeries::Role::limit));
        if (series.role == ChartSeries::Role::point_limit) ++steps;
    }
    BOOST_TEST(steps == 4u);  // upper and lower, before the reset and after
}

BOOST_AUTO_TEST_CASE(icons_stand_where_there_is_a_target_or_the_set_is_nhs) {
    const auto icons = [](const Report& report, const char* id) {
        std::vector<std::string> words;
        for (const Status& icon : block_of(report, std::string("Figures of ") + id).icons) words.push_back(icon.words);
        return words;
    };
    const Report opcc = tests::charted_dashboard("opcc").report();
    BOOST_TEST(icons(opcc, "chart-i").empty());
    const std::vector<std::string> met = {"Variation: common cause", "Target: met every month"};
    BOOST_TEST(icons(opcc, "chart-p'") == met, boost::test_tools::per_element());
    const Report nhs = tests::charted_dashboard("nhs").report();
    BOOST_TEST(icons(nhs, "chart-i").size() == 1u);
    BOOST_TEST(icons(nhs, "chart-p'").size() == 2u);
    BOOST_TEST(icons(nhs, "chart-t").back() == "Target: met or missed by chance");
    BOOST_TEST(class_cell(nhs, "chart-p'", "Against the target") == "Target: met every month");
}

BOOST_AUTO_TEST_CASE(earlier_exceptions_and_runs_stand_on_the_spc_sheet) {
    tests::SmallDashboard dashboard = tests::charted_dashboard("opcc");
    auto& points = dashboard.series("chart-i").points;
    for (std::size_t i = points.size() - 9; i < points.size(); ++i) points[i].value = 47.0 + static_cast<double>(i % 2);
    const Report made = dashboard.report();
    BOOST_TEST(class_cell(made, "chart-i", "Earlier months beyond a limit") == "Oct-17 (above)");
    BOOST_TEST(class_cell(made, "chart-i", "Months in a row on one side") == "9");
    BOOST_TEST(class_cell(made, "chart-i", "Suggestion, never applied by itself") ==
               "9 months in a row lie above the mean: consider new limits from October 2019 once the reason is "
               "understood.");
    BOOST_TEST(class_cell(made, "same", "Limits") == "none");
}

BOOST_AUTO_TEST_SUITE_END()
