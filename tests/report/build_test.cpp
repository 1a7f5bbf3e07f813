#include "panelbook/report/build.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "support/report_checks.hpp"
#include "support/small_dashboard.hpp"

using namespace panelbook;
using namespace panelbook::report;
using tests::all_text;
using tests::check_recalculates;
using tests::check_sound;

namespace {

std::vector<std::string> names_of(const Report& report) {
    std::vector<std::string> names;
    for (const Page& page : report.pages) names.push_back(page.name);
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(pages_stand_in_the_order_of_the_tabs) {
    const std::vector<std::string> expected = {
        "Summary",      "Dashboard", "Exceptions",  "3 Crime",   "4 Outcomes victims witnesses",
        "5 Prevention", "Savings",   "Comparisons", "Forecasts", "SPC",
        "Data",         "Findings",  "Returns",     "Changes",   "Notes",
        "Chart data"};
    const Report report = tests::small_dashboard().report();
    BOOST_TEST(names_of(report) == expected, boost::test_tools::per_element());
    for (const Page& page : report.pages)
        BOOST_TEST(page.internal == (page.name == "Findings" || page.name == "Returns" || page.name == "Changes"),
                   page.name);
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
