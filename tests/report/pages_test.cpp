#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "panelbook/report/build.hpp"

#include "support/recalculation.hpp"
#include "support/small_dashboard.hpp"

using namespace panelbook;
using panelbook::report::Block;
using panelbook::report::Chart;
using panelbook::report::ChartSeries;
using panelbook::report::Column;
using panelbook::report::ExceptionBlock;
using panelbook::report::ItemId;
using panelbook::report::KpiBlock;
using panelbook::report::Page;
using panelbook::report::Paragraphs;
using panelbook::report::Report;
using panelbook::report::Status;
using panelbook::report::Table;
using tests::text_of;

namespace {

const Page& page(const Report& made, const std::string& name) {
    for (const Page& one : made.pages)
        if (one.name == name) return one;
    throw std::out_of_range(name);
}

const KpiBlock& kpi(const Report& made, const std::string& sheet, const std::string& name) {
    for (const Block& block : page(made, sheet).blocks)
        if (const auto* one = std::get_if<KpiBlock>(&block); one && one->name == name) return *one;
    throw std::out_of_range(name);
}

std::vector<std::string> sentences(const Report& made, const KpiBlock& block) {
    std::vector<std::string> texts;
    for (const ItemId item : block.sentences) texts.push_back(text_of(made, item));
    return texts;
}

bool says(const std::vector<std::string>& texts, const std::string& words) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.find(words) != std::string::npos; });
}

std::string line(const Report& made, const KpiBlock& block, const std::string& label) {
    for (const auto& [words, item] : block.lines)
        if (words == label) return text_of(made, item);
    return "no such line";
}

std::size_t present(const Report& made, const ChartSeries& series) {
    const auto items = tests::Recalculation(made).items(series.values);
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](ItemId item) {
        return !std::holds_alternative<std::monostate>(made[item].value);
    }));
}

std::vector<ChartSeries> series_of(const Chart& chart, ChartSeries::Role role) {
    std::vector<ChartSeries> found;
    for (const ChartSeries& one : chart.series)
        if (one.role == role) found.push_back(one);
    return found;
}

std::vector<std::string> column(const Report& made, const std::string& table, const std::string& heading) {
    const Table& found = *tests::tables_of(made).at(table);
    const auto at = std::find_if(found.columns.begin(), found.columns.end(),
                                 [&](const Column& one) { return one.heading == heading; });
    std::vector<std::string> texts;
    for (const auto& row : found.rows)
        texts.push_back(text_of(made, row.at(static_cast<std::size_t>(at - found.columns.begin()))));
    return texts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(a_block_gives_class_change_numbers_limits_and_words) {
    const Report made = tests::small_dashboard().report();
    const KpiBlock& violence = kpi(made, "3 Crime", "Violence with injury");
    BOOST_TEST(violence.number == "3.3");
    BOOST_TEST(violence.status.words == "Above the upper limit (worse)");
    BOOST_TEST((violence.status.tone == Status::Tone::worse));
    BOOST_TEST((violence.status.shape == Status::Shape::up));
    BOOST_TEST(violence.status_caption == "latest month, June 2020");
    BOOST_TEST(line(made, violence, "Q1 2020/21") == "398");
    BOOST_TEST(line(made, violence, "Q1 2019/20") == "292");
    BOOST_TEST(line(made, violence, "Change in number") == "106");
    const auto texts = sentences(made, violence);
    BOOST_TEST(says(texts, "June 2020 was above the upper limit"));
    BOOST_TEST(texts.back() == "Analyst: A change of classification.");
}

BOOST_AUTO_TEST_CASE(a_measure_without_a_figure_says_why_once) {
    const Report made = tests::small_dashboard().report();
    const KpiBlock& entrants = kpi(made, "3 Crime", "First-time entrants");
    BOOST_TEST(entrants.number == "1");
    BOOST_TEST(entrants.status.words == "NA");
    BOOST_TEST(!entrants.chart.has_value());
    BOOST_TEST(entrants.no_chart.empty());
    BOOST_TEST(!entrants.headline.has_value());
    BOOST_TEST(says(sentences(made, entrants), "not yet presented to the Youth Offending Management Board"));
}

BOOST_AUTO_TEST_CASE(a_section_without_charts_is_one_table) {
    const Report made = tests::small_dashboard().report();
    const auto& table = std::get<Table>(page(made, "4 Outcomes victims witnesses").blocks.at(0));
    BOOST_TEST_REQUIRE(table.rows.size() == 2U);
    BOOST_TEST(text_of(made, table.rows[0].at(1)) == "Victim-focused outcome");
    BOOST_TEST(text_of(made, table.rows[0].at(3)) == "NA");
    BOOST_TEST(text_of(made, table.rows[0].back()) == "Measure in development.");
    BOOST_TEST(text_of(made, table.rows[1].at(3)) == "81.8");
    BOOST_TEST(text_of(made, table.rows[1].back()) == "The figure for Quarter 1 2020/21 is 81.8%.");
    BOOST_TEST(table.statuses.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_length_of_time_says_its_unit) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    dashboard.measure("violence").unit = plan::Unit::seconds;
    dashboard.measure("violence").over_time = plan::RollUp::mean;
    const Report made = dashboard.report();
    const KpiBlock& block = kpi(made, "3 Crime", "Violence with injury");
    BOOST_TEST(line(made, block, "Q1 2020/21 (seconds)") != "no such line");
}

BOOST_AUTO_TEST_CASE(limits_break_where_they_begin_anew) {
    const Report made = tests::small_dashboard().report();
    const Chart& crime = *kpi(made, "3 Crime", "All crime").chart;
    const auto means = series_of(crime, ChartSeries::Role::centre);
    BOOST_TEST_REQUIRE(means.size() == 2U);
    BOOST_TEST(present(made, means[0]) == 24U);
    BOOST_TEST(present(made, means[1]) == 21U);
    BOOST_TEST(means[0].end_label.empty());
    BOOST_TEST(means[1].end_label == "Mean 697");
    const auto events = series_of(crime, ChartSeries::Role::event);
    BOOST_TEST_REQUIRE(events.size() == 1U);
    const std::vector<std::string> labels = {"Reset: a new recording system", "COVID-19"};
    BOOST_TEST(events[0].point_labels == labels, boost::test_tools::per_element());
    BOOST_TEST(present(made, events[0]) == labels.size());
}

BOOST_AUTO_TEST_CASE(a_month_without_a_figure_is_drawn_as_nothing) {
    const Report made = tests::small_dashboard().report();
    const Chart& violence = *kpi(made, "3 Crime", "Violence with injury").chart;
    BOOST_TEST(present(made, series_of(violence, ChartSeries::Role::values).at(0)) == 44U);
    BOOST_TEST(present(made, series_of(violence, ChartSeries::Role::worse_exception).at(0)) == 1U);
    BOOST_TEST(series_of(violence, ChartSeries::Role::better_exception).empty());
    for (const ChartSeries& one : violence.series)
        for (const ItemId item : tests::Recalculation(made).items(one.values))
            if (std::holds_alternative<std::monostate>(made[item].value)) BOOST_TEST(!made[item].formula.has_value());
}

BOOST_AUTO_TEST_CASE(a_chart_begins_with_the_first_figure) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    auto& points = dashboard.series("violence").points;
    points.erase(points.begin(), points.begin() + 30);
    const Report made = dashboard.report();
    const Chart& violence = *kpi(made, "3 Crime", "Violence with injury").chart;
    BOOST_TEST(tests::Recalculation(made).items(violence.categories).size() == 15U);
}

BOOST_AUTO_TEST_CASE(exceptions_come_first_and_say_what_next) {
    const Report made = tests::small_dashboard().report();
    const auto& block = std::get<ExceptionBlock>(page(made, "Exceptions").blocks.at(0));
    BOOST_TEST(block.kpi.name == "Violence with injury");
    BOOST_TEST(!block.next_step.empty());
    BOOST_TEST(!says(sentences(made, block.kpi), block.next_step));
    BOOST_TEST_REQUIRE(block.comparator.has_value());
    BOOST_TEST(block.comparator->series.size() == 4U);
    BOOST_TEST(block.comparator->series.at(0).name == "2020/21");
    BOOST_TEST(block.comparator->axis_minimum.value() == 0.0);
}

BOOST_AUTO_TEST_CASE(exceptions_are_ordered_by_why_they_are_listed) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    auto& crime = dashboard.series("crime", "city").points;
    auto& whole = dashboard.series("crime").points;
    for (std::size_t i = whole.size() - 9; i < whole.size(); ++i) {
        crime[i].value = 520.0;
        whole[i].value = 820.0 + static_cast<double>(i % 2);
        dashboard.series("crime", "county").points[i].value = 300.0 + static_cast<double>(i % 2);
    }
    const Report made = dashboard.report();
    const auto& blocks = page(made, "Exceptions").blocks;
    BOOST_TEST_REQUIRE(blocks.size() == 2U);
    BOOST_TEST(std::get<ExceptionBlock>(blocks[0]).kpi.name == "Violence with injury");
    BOOST_TEST(std::get<ExceptionBlock>(blocks[1]).kpi.name == "All crime");
    BOOST_TEST(std::get<ExceptionBlock>(blocks[1]).kpi.status.words == "Long run above the mean");
}

BOOST_AUTO_TEST_CASE(near_a_limit_a_large_change_of_the_quarter_is_an_exception) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    auto& points = dashboard.series("violence").points;
    for (std::size_t i = points.size() - 3; i < points.size(); ++i) points[i].value = 135.0;
    const Report made = dashboard.report();
    const auto& block = std::get<ExceptionBlock>(page(made, "Exceptions").blocks.at(0));
    BOOST_TEST(block.kpi.status.words == "Stable, near the upper limit");
    BOOST_TEST(says(sentences(made, block.kpi), "It is +39% against the same quarter of last year"));

    dashboard.plan.settings.large_change = 40.0;
    const Report calmer = dashboard.report();
    BOOST_TEST(std::holds_alternative<Paragraphs>(page(calmer, "Exceptions").blocks.at(0)));
}

BOOST_AUTO_TEST_CASE(a_rise_that_goes_on_is_an_exception) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    auto& points = dashboard.series("violence").points;
    const double rise[] = {90, 94, 97, 99, 103, 104, 107};
    for (std::size_t i = 0; i < std::size(rise); ++i) points[points.size() - std::size(rise) + i].value = rise[i];
    const Report made = dashboard.report();
    const auto& block = std::get<ExceptionBlock>(page(made, "Exceptions").blocks.at(0));
    BOOST_TEST(block.kpi.status.words == "Rising (worse)");
    BOOST_TEST(text_of(made, block.kpi.sentences.at(0)) == "A prolonged rise.");
}

BOOST_AUTO_TEST_CASE(without_exceptions_the_page_says_so) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    dashboard.series("violence").points.back().value = 101.0;
    const Report made = dashboard.report();
    const auto& words = std::get<Paragraphs>(page(made, "Exceptions").blocks.at(0));
    BOOST_TEST(text_of(made, words.items.at(0)).substr(0, 32) == "No exceptions: none of the 2 cha");
}

BOOST_AUTO_TEST_CASE(data_names_the_cell_of_every_figure) {
    const Report made = tests::small_dashboard().report();
    const auto files = column(made, "Data", "File");
    const auto sheets = column(made, "Data", "Sheet");
    const auto cells = column(made, "Data", "Cell");
    const auto values = column(made, "Data", "Value");
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool rolled_up = sheets[i] == "the rows of its areas";
        BOOST_TEST((rolled_up || (!files[i].empty() && !cells[i].empty())));
    }
    BOOST_TEST(column(made, "Data", "File hash").at(45) == "aaaaaaaa");
    BOOST_TEST(std::count(values.begin(), values.end(), "") == 2);
}

BOOST_AUTO_TEST_CASE(a_figure_that_is_absent_has_a_reason_on_data) {
    const Report made = tests::small_dashboard().report();
    const auto values = column(made, "Data", "Value");
    const auto reasons = column(made, "Data", "Reason");
    for (std::size_t i = 0; i < values.size(); ++i) BOOST_TEST(values[i].empty() == !reasons[i].empty());
}

BOOST_AUTO_TEST_CASE(the_summary_counts_and_links_every_sheet) {
    const Report made = tests::small_dashboard().report();
    const Page& summary = made.pages.front();
    const auto& attention = std::get<Paragraphs>(summary.blocks.at(0));
    BOOST_TEST(text_of(made, attention.items.at(0)) ==
               "3.3 Violence with injury: above the upper limit (worse), June 2020; +36% against the same quarter of "
               "last year.");
    BOOST_TEST(made[attention.items.at(0)].link.has_value());
    std::size_t linked = 0;
    for (const auto& row : std::get<Table>(summary.blocks.at(2)).rows)
        for (const ItemId item : row)
            if (!text_of(made, item).empty() && made[item].link) ++linked;
    BOOST_TEST(linked == made.pages.size() - 1);
    const auto& counts = std::get<Table>(summary.blocks.at(1));
    BOOST_TEST(text_of(made, counts.rows.at(0).at(0)) == "Single point exception");
    BOOST_TEST(text_of(made, counts.rows.at(0).at(1)) == "1");
    BOOST_TEST(text_of(made, counts.rows.at(4).at(2)) == "NA");
    BOOST_TEST(text_of(made, counts.rows.at(4).at(3)) == "2");
}

BOOST_AUTO_TEST_CASE(totals_of_savings_are_sums_over_their_schemes) {
    const Report made = tests::small_dashboard().report();
    const Table& totals = *tests::tables_of(made).at("1 April 2013 to 31 March 2017, as at 31 March 2014");
    tests::Recalculation recalculation(made);
    const double expected[] = {23'500'000, 3'244'900, 1'844'900, 18'410'200};
    for (std::size_t row = 0; row < 4; ++row)
        BOOST_TEST(std::get<double>(recalculation.value(totals.rows.at(row).at(2))) == expected[row]);
}

BOOST_AUTO_TEST_CASE(notes_say_how_many_false_alarms_to_expect) {
    const Report made = tests::small_dashboard().report();
    std::vector<std::string> texts;
    for (const Block& block : page(made, "Notes").blocks)
        if (const auto* words = std::get_if<Paragraphs>(&block))
            for (const ItemId item : words->items) texts.push_back(text_of(made, item));
    BOOST_TEST(
        says(texts,
             "If nothing at all had changed, fewer than one of the 2 charts here would be expected to show a signal"));
    std::string counted;
    for (const Block& block : page(made, "Comparisons").blocks)
        if (const auto* words = std::get_if<Paragraphs>(&block))
            for (const ItemId item : words->items)
                if (const std::string text = text_of(made, item);
                    text.find(" tested; had nothing") != std::string::npos)
                    counted = text.substr(0, text.find(" tested"));
    BOOST_TEST(counted == "10 comparisons were");
    BOOST_TEST(says(texts, counted + " tested where one direction is better and the numbers are not small."));
    BOOST_TEST(column(made, "Limits that begin anew", "From when, and why").at(0) == "Oct-18: A new recording system.");
    BOOST_TEST(column(made, "Figures that are not there", "When, and why").at(0) ==
               "All periods: Measure in development.");
}

BOOST_AUTO_TEST_SUITE_END()
