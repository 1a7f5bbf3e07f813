#include "panelbook/spc/chart_choice.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <vector>

namespace panelbook::spc {

namespace {

using Values = std::vector<std::optional<double>>;

Values times(std::size_t months, std::initializer_list<double> values) {
    Values all;
    while (all.size() < months)
        for (const double value : values) all.emplace_back(value);
    all.resize(months);
    return all;
}

Values half_of(std::size_t months, double n) {
    Values all(months);
    for (std::size_t i = 0; i < months; i += 2) all[i] = n;
    return all;
}

struct Choice {
    const char* name;
    RuleSet rules;
    plan::Unit unit;
    std::optional<ChartType> planned;
    Values values;
    Values denominators;
    ChartType type;
    const char* reason;
};

std::ostream& operator<<(std::ostream& out, const Choice& choice) {
    return out << choice.name;
}

const Choice choices[] = {
    {"a share without n",
     opcc(),
     plan::Unit::percent,
     ChartType::p_prime,
     times(24, {40, 50}),
     {},
     ChartType::individuals,
     "the plan asks for a p' chart, but no figure came with its n"},
    {"a share that has its n at times", opcc(), plan::Unit::percent, ChartType::p, times(24, {40, 50}),
     half_of(24, 300), ChartType::p, "the plan asks for it; 12 months without n are left out"},
    {"shares under anhoej without all of their n",
     anhoej(),
     plan::Unit::percent,
     {},
     times(24, {40, 50}),
     half_of(24, 300),
     ChartType::individuals,
     "one figure a month"},
    {"shares under anhoej",
     anhoej(),
     plan::Unit::percent,
     {},
     times(24, {40, 50}),
     times(24, {300, 310}),
     ChartType::p_prime,
     "percentages that come with their n, which differs from month to month"},
    {"twelve months",
     anhoej(),
     plan::Unit::count,
     {},
     times(12, {3, 5}),
     {},
     ChartType::run,
     "fewer than 13 months have a figure"},
    {"thirteen months",
     anhoej(),
     plan::Unit::count,
     {},
     times(13, {3, 5}),
     {},
     ChartType::individuals,
     "one figure a month"},
    {"twelve months under weco",
     weco(),
     plan::Unit::count,
     {},
     times(12, {3, 5}),
     {},
     ChartType::individuals,
     "the rule set weco draws every measure so"},
    {"few, as rare events are",
     opcc(),
     plan::Unit::count,
     {},
     times(24, {0, 1, 2, 0, 3, 1}),
     {},
     ChartType::c,
     "there are few a month, and they vary as counts of rare events do"},
    {"few, in heaps",
     opcc(),
     plan::Unit::count,
     {},
     times(24, {0, 0, 0, 0, 0, 9}),
     {},
     ChartType::individuals,
     "there are few a month, and they vary other than counts of rare events do"},
    {"few, and always the same",
     opcc(),
     plan::Unit::count,
     {},
     times(24, {1}),
     {},
     ChartType::individuals,
     "there are few a month, and they vary other than counts of rare events do"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(the_chart_is_chosen_by_plan_rule_set_and_figures, boost::unit_test::data::make(choices), choice) {
    plan::Measure measure;
    measure.unit = choice.unit;
    measure.chart_type = choice.planned;
    const ChartChoice chosen = choose_chart(choice.values, choice.denominators, measure, choice.rules);
    BOOST_TEST(to_word(chosen.type) == to_word(choice.type));
    BOOST_TEST(chosen.reason == choice.reason);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
