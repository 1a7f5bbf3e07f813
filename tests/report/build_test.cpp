#include "panelbook/report/build.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>

#include "support/recalculation.hpp"
#include "support/small_dashboard.hpp"

using namespace panelbook;
using namespace panelbook::report;

namespace {

std::vector<std::string> names_of(const Report& report) {
    std::vector<std::string> names;
    for (const Page& page : report.pages) names.push_back(page.name);
    return names;
}

void check_near(const ItemValue& cached, const ItemValue& worked_out) {
    const auto* number = std::get_if<double>(&cached);
    const auto* other = std::get_if<double>(&worked_out);
    if (number && other) {
        BOOST_TEST(std::abs(*number - *other) <= 1e-9 * std::max(1.0, std::abs(*other)));
        return;
    }
    BOOST_TEST((cached == worked_out));
}

void check_recalculates(const Report& report) {
    tests::Recalculation recalculation(report);
    std::size_t formulas = 0;
    for (std::uint32_t i = 0; i < report.items.size(); ++i) {
        const Item& item = report.items[i];
        if (!item.formula || !recalculation.shown({i})) continue;
        ++formulas;
        BOOST_TEST_CONTEXT(item.formula->text) check_near(item.value, recalculation.value({i}));
        if (item.formula->text != "{0}") continue;
        const ItemId of = std::get<ItemId>(item.formula->references.front());
        BOOST_TEST(!std::holds_alternative<std::monostate>(report[of].value));  // it would be shown as 0
    }
    BOOST_TEST(formulas > 0U);
}

void check_sound(const Report& report) {
    const tests::Recalculation recalculation(report);
    std::set<std::string> names;
    for (const Page& page : report.pages) {
        BOOST_TEST(names.insert(page.name).second);
        BOOST_TEST(page.name.size() <= 31U);
        BOOST_TEST(page.name.find_first_of("[]:*?/\\") == std::string::npos);
        BOOST_TEST(!page.blocks.empty());
    }
    for (std::uint32_t i = 0; i < report.items.size(); ++i) {
        const Item& item = report.items[i];
        if (!recalculation.shown({i})) continue;
        if (item.link) BOOST_TEST(recalculation.shown(*item.link));
        if (const auto* number = std::get_if<double>(&item.value)) BOOST_TEST(std::isfinite(*number));
    }
    for (const auto& [name, table] : tests::tables_of(report))
        for (const auto& row : table->rows) BOOST_TEST(row.size() == table->columns.size(), name);
}

std::string all_text(const Report& report) {
    std::string text;
    for (std::uint32_t i = 0; i < report.items.size(); ++i) text += tests::text_of(report, {i}) + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(pages_stand_in_the_order_of_the_tabs) {
    const std::vector<std::string> expected = {
        "Summary",      "Dashboard", "Exceptions",  "3 Crime",   "4 Outcomes victims witnesses",
        "5 Prevention", "Savings",   "Comparisons", "Forecasts", "SPC",
        "Data",         "Findings",  "Returns",     "Notes",     "Chart data"};
    const Report report = tests::small_dashboard().report();
    BOOST_TEST(names_of(report) == expected, boost::test_tools::per_element());
    for (const Page& page : report.pages)
        BOOST_TEST(page.internal == (page.name == "Findings" || page.name == "Returns"), page.name);
}

BOOST_AUTO_TEST_CASE(every_formula_gives_the_value_that_is_shown) {
    check_recalculates(tests::small_dashboard().report());
}

BOOST_AUTO_TEST_CASE(benchmarks_are_formulas_over_the_figures_of_every_area) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    dashboard.add_peers("crime");
    const Report report = dashboard.report();
    const auto names = names_of(report);
    BOOST_TEST((std::find(names.begin(), names.end(), "Benchmarks") != names.end()));
    BOOST_TEST((std::find(names.begin(), names.end(), "Benchmark figures") != names.end()));
    check_sound(report);
    check_recalculates(report);
}

BOOST_AUTO_TEST_CASE(references_and_links_lead_to_what_is_shown) {
    check_sound(tests::small_dashboard().report());
}

BOOST_AUTO_TEST_CASE(a_plan_with_nothing_to_show_makes_a_sound_report) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    dashboard.consolidated = {};
    dashboard.findings.clear();
    dashboard.plan.events.clear();
    check_sound(dashboard.report());

    dashboard.plan.measures.clear();
    dashboard.plan.priorities.clear();
    check_sound(dashboard.report());
}

BOOST_AUTO_TEST_CASE(a_report_without_tiles_lists_every_measure_on_the_dashboard) {
    tests::SmallDashboard dashboard = tests::small_dashboard();
    for (plan::Priority& priority : dashboard.plan.priorities) priority.on_dashboard = false;
    const Report report = dashboard.report();
    check_sound(report);
    check_recalculates(report);
    std::size_t rows = 0;
    for (const Block& block : report.pages.at(1).blocks) rows += std::get<Table>(block).rows.size();
    BOOST_TEST(rows == dashboard.plan.measures.size());
}

BOOST_AUTO_TEST_CASE(the_same_figures_make_the_same_report) {
    BOOST_TEST(all_text(tests::small_dashboard().report()) == all_text(tests::small_dashboard().report()));
}

BOOST_AUTO_TEST_SUITE_END()
