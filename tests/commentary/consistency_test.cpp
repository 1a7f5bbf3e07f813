#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "commentary/said.hpp"

namespace panelbook::tests {

namespace {

/// A chart of any shape: level, noise, steps, slopes, gaps, resets, all from one seed.
struct Drawn {
    Series series;
    plan::Plan plan;
};

Drawn drawn(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned bound) { return static_cast<int>(random() % bound); };
    const int level = below(4) * 40;
    const int noise = 1 + below(12);
    const int slope = below(5) - 2;
    const std::size_t steps_at = random() % 60;
    const std::size_t sloped = random() % 12;
    const int step = below(80) - 40;
    Values values;
    for (std::size_t i = 0; i < 45; ++i) {
        int value = level + below(static_cast<unsigned>(noise));
        if (i >= steps_at) value += step;
        if (i + sloped >= 45) value += slope * static_cast<int>(i + sloped - 44) * noise / 4;
        if (i == 44 && below(3) == 0) value += below(120) - 60;
        const bool missing = below(40) == 0;
        values.emplace_back(missing ? std::nullopt : std::optional<double>(std::max(0, value)));
    }
    Drawn result{monthly_series(october_2016, values), {}};
    if (below(2) == 0) result.plan = with_events();
    if (below(3) == 0)
        result.plan.resets.push_back(
            {MeasureId{"measure"}, std::nullopt, october_2016.shifted(below(45)), "the definition changed"});
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(commentary)

BOOST_AUTO_TEST_CASE(nothing_said_of_a_month_contradicts_its_class) {
    std::map<spc::Class, int> seen;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        const Drawn one = drawn(seed);
        const plan::Measure measure = offences();
        const spc::ControlChart chart = spc::chart_series(one.series, measure, one.plan, quarter);
        const std::vector<std::string> said = said_of(one.series, measure, one.plan);
        const std::string text = joined(said, " ");
        BOOST_TEST_CONTEXT("seed " << seed << ": " << text) {
            ++seen[chart.latest];
            const bool beyond =
                has(text, "June 2020 was above the upper limit") || has(text, "June 2020 was below the lower limit");
            const bool near = has(text, "within the limits but near");
            const bool stable = has(text, "Stable:");
            const bool lasting = has(text, "suggests a lasting change");
            const bool trend = has(text, "successive months of");
            BOOST_TEST(beyond == (chart.latest == spc::Class::exception));
            BOOST_TEST(near == (chart.latest == spc::Class::near_limit));
            BOOST_TEST(stable == (chart.latest == spc::Class::stable || chart.latest == spc::Class::near_limit));
            BOOST_TEST(lasting == (chart.latest == spc::Class::step_shift));
            BOOST_TEST(trend == (chart.latest == spc::Class::trend));
            BOOST_TEST(beyond == (has(text, "Find the cause") || has(text, "Check whether")));
            BOOST_TEST(!has(text, "June 2020 (above"));
            BOOST_TEST(!has(text, "June 2020 (below"));
            BOOST_TEST(!(has(text, "months were all above the mean") && has(text, "months were all below the mean")));
            BOOST_TEST(!(has(text, "highest month") && has(text, "lowest month")));
            if (has(text, "Stable: every month")) BOOST_TEST(chart.earlier_exceptions.empty());
            if (chart.latest == spc::Class::step_shift) BOOST_TEST(has(said.back(), "reset the limits"));
            for (const std::string& sentence : said) {
                BOOST_TEST(sentence.ends_with('.'));
                BOOST_TEST(!has(sentence, ".."));
                BOOST_TEST((sentence.front() >= 'A' && sentence.front() <= 'Z'));
            }
            for (const char* unwanted : {"SPC", "standard deviation", "special cause", "{", "  ", "nan", "(-", " -"})
                BOOST_TEST(!has(text, unwanted));
        }
    }
    for (const auto latest : {spc::Class::exception, spc::Class::step_shift, spc::Class::trend, spc::Class::near_limit,
                              spc::Class::stable, spc::Class::not_assessed})
        BOOST_TEST(seen[latest] >= 20);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::tests
