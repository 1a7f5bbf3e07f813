#include "panelbook/benchmark/benchmarks.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "support/series_builder.hpp"

namespace panelbook::benchmark {

namespace {

using compare::Verdict;

constexpr const char* quarter = "2014/15 Q1";

plan::Plan office(std::size_t peers) {
    plan::Plan plan;
    plan.settings.area = {"force"};
    plan.areas.push_back({{"force"}, "Force", "force", std::nullopt, 1'000'000.0});
    for (std::size_t i = 1; i <= peers; ++i)
        plan.areas.push_back(
            {{"peer" + std::to_string(i)}, "Peer " + std::to_string(i), "peer", std::nullopt, 500'000.0});
    plan::Measure measure;
    measure.id = {"burglary"};
    measure.good = plan::Good::down;
    measure.comparisons = {plan::Basis::similar_group, plan::Basis::national};
    plan.measures.push_back(measure);
    return plan;
}

void send(std::vector<Series>& series, const char* area, double value, std::optional<double> n = std::nullopt) {
    series.push_back(tests::series_of({{quarter, value, n}}));
    series.back().measure = {"burglary"};
    series.back().area = {area};
}

/// Rates per 1,000 of the peers: 4, 5, 6 and 7.
std::vector<Series> figures(double own) {
    std::vector<Series> series;
    send(series, "force", own);
    send(series, "peer1", 2000.0);
    send(series, "peer2", 2500.0);
    send(series, "peer3", 3000.0);
    send(series, "peer4", 3500.0);
    return series;
}

struct PlaceCase {
    const char* name;
    double own;  ///< of 1,000,000 people
    plan::Good good;
    Place place;
    Verdict verdict;
    std::size_t rank;
};
std::ostream& operator<<(std::ostream& out, const PlaceCase& one) {
    return out << one.name;
}

const PlaceCase place_cases[] = {
    {"in the middle", 5400.0, plan::Good::down, Place::within, Verdict::no_significant_change, 3},
    {"highest, yet within", 7500.0, plan::Good::down, Place::within, Verdict::no_significant_change, 5},
    {"above the others", 15000.0, plan::Good::down, Place::outside, Verdict::worse, 5},
    {"far above them", 90000.0, plan::Good::down, Place::far_outside, Verdict::worse, 5},
    {"above them where more is better", 15000.0, plan::Good::up, Place::outside, Verdict::better, 1},
    {"below them", 2000.0, plan::Good::down, Place::outside, Verdict::better, 1},
    {"below them where neither is better", 2000.0, plan::Good::none, Place::outside, Verdict::not_assessed, 5},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(benchmark)

BOOST_DATA_TEST_CASE(the_range_of_the_others_decides, boost::unit_test::data::make(place_cases), one) {
    plan::Plan plan = office(4);
    plan.measures.front().good = one.good;
    const auto all = benchmarks(figures(one.own), plan, Period::quarter(2014, 1));
    BOOST_TEST_REQUIRE(all.size() == 1u);
    const Benchmark& found = all.front();
    BOOST_TEST((found.place == one.place));
    BOOST_TEST((found.verdict == one.verdict));
    BOOST_TEST(found.areas[found.own].rank == one.rank);
    BOOST_TEST(found.areas[found.own].area.text == "force");
    BOOST_TEST(std::abs(found.others_mean - 5.5) < 1e-9);
    BOOST_TEST(std::abs(found.group_mean - (22.0 + one.own / 1000.0) / 5.0) < 1e-9);
    BOOST_TEST(found.period.key() == quarter);
}

BOOST_AUTO_TEST_CASE(the_range_is_the_t_prediction_interval_on_logarithms) {
    // ln 4, 5, 6, 7: mean 1.683350, s 0.241106; t(3) at 97.5% is 3.182446; times s sqrt(5/4) is 0.857866.
    const double rates[] = {4.0, 5.0, 6.0, 7.0};
    const auto range = range_of_group(rates, 95.0);
    BOOST_TEST_REQUIRE(range.has_value());
    BOOST_TEST(std::abs(range->lower - std::exp(1.683350 - 0.857866)) < 1e-3);
    BOOST_TEST(std::abs(range->upper - std::exp(1.683350 + 0.857866)) < 1e-3);
    BOOST_TEST(range_of_group(rates, 99.8)->upper > 2.0 * range->upper);
}

BOOST_AUTO_TEST_CASE(what_gives_no_range_is_said) {
    const double two[] = {4.0, 5.0};
    const double with_none[] = {4.0, 5.0, 0.0};
    const double alike[] = {4.0, 4.0, 4.0};
    BOOST_TEST(!range_of_group(two, 95.0).has_value());
    BOOST_TEST(!range_of_group(with_none, 95.0).has_value());
    BOOST_TEST(!range_of_group(alike, 95.0).has_value());

    std::vector<Series> series = figures(5000.0);
    series.resize(3);
    const auto few = benchmarks(series, office(4), Period::quarter(2014, 1));
    BOOST_TEST_REQUIRE(few.size() == 1u);
    BOOST_TEST((few.front().place == Place::not_assessed));
    BOOST_TEST(few.front().why == "fewer than three other areas have a figure, which gives no range");
    const std::vector<std::string> absent{"Peer 3: no figures are sent", "Peer 4: no figures are sent"};
    BOOST_TEST(few.front().absent == absent, boost::test_tools::per_element());

    plan::Plan plan = office(4);
    plan.areas[2].population.reset();
    const auto without_people = benchmarks(figures(5000.0), plan, Period::quarter(2014, 1));
    BOOST_TEST(without_people.front().absent.front() == "Peer 2: the plan gives no population");
    BOOST_TEST(benchmarks(figures(5000.0), office(0), Period::quarter(2014, 1)).empty());
}

BOOST_AUTO_TEST_CASE(the_comparison_is_in_the_units_of_the_measure) {
    plan::Plan plan = office(4);
    plan.areas.push_back({{"england"}, "England", "national", std::nullopt, 50'000'000.0});
    std::vector<Series> series = figures(15000.0);
    send(series, "england", 300'000.0);
    const Period period = Period::quarter(2014, 1);
    const auto all = benchmarks(series, plan, period);
    BOOST_TEST(std::abs(all.front().national.value().rate - 6.0) < 1e-9);
    const auto comparisons = comparisons_with_areas(all, series, plan, period);
    BOOST_TEST_REQUIRE(comparisons.size() == 2u);
    // The mean of 15, 4, 5, 6 and 7 per 1,000 is 7.4: 7,400 of a million.
    BOOST_TEST(std::abs(comparisons[0].reference.value.value() - 7400.0) < 1e-6);
    BOOST_TEST(comparisons[0].current.value.value() == 15000.0);
    BOOST_TEST((comparisons[0].verdict == Verdict::worse));
    BOOST_TEST(comparisons[0].interval.value().lower > 0.0);
    BOOST_TEST(comparisons[0].test == "range of the group");
    // Of the 12 months, which nobody has sent.
    BOOST_TEST((comparisons[1].verdict == Verdict::not_assessed));
    BOOST_TEST(comparisons[1].why == "there is no figure for the 12 months to June 2014");
}

BOOST_AUTO_TEST_CASE(a_national_figure_is_what_the_area_would_have_at_its_rate) {
    plan::Plan plan = office(0);
    plan.areas.push_back({{"england"}, "England", "national", std::nullopt, 50'000'000.0});
    std::vector<Series> series;
    for (const auto& [area, value] : {std::pair{"force", 5000.0}, std::pair{"england", 300'000.0}}) {
        series.push_back(tests::series_of({{"2013-07 to 2014-06", value}}));
        series.back().measure = {"burglary"};
        series.back().area = {area};
    }
    const auto comparisons = comparisons_with_areas({}, series, plan, Period::quarter(2014, 1));
    BOOST_TEST(comparisons[0].why == "no area of the most similar group has a figure");
    BOOST_TEST(std::abs(comparisons[1].reference.value.value() - 6000.0) < 1e-9);
    BOOST_TEST((comparisons[1].verdict == Verdict::better));
    BOOST_TEST(comparisons[1].test == "exact Poisson");
}

BOOST_AUTO_TEST_CASE(shares_keep_their_unit_and_their_wilson_interval) {
    plan::Plan plan = office(3);
    plan.measures.front().unit = plan::Unit::percent;
    plan.measures.front().over_time = plan::RollUp::ratio;
    plan.measures.front().good = plan::Good::up;
    std::vector<Series> series;
    send(series, "force", 80.0, 400.0);
    send(series, "peer1", 78.0, 300.0);
    send(series, "peer2", 82.0);
    send(series, "peer3", 79.0, 500.0);
    const auto all = benchmarks(series, plan, Period::quarter(2014, 1));
    BOOST_TEST(all.front().per == 0.0);
    BOOST_TEST(std::abs(all.front().group_mean - 79.75) < 1e-9);
    BOOST_TEST(all.front().areas.front().interval.has_value() == false);
    const Interval own = all.front().areas[all.front().own].interval.value();
    BOOST_TEST(own.lower > 75.0);
    BOOST_TEST(own.upper < 84.0);
}

BOOST_AUTO_TEST_CASE(twenty_parts_make_a_funnel) {
    plan::Plan plan = office(0);
    std::vector<Series> series;
    for (std::size_t i = 0; i < 21; ++i) {
        const AreaId part{"beat" + std::to_string(i)};
        plan.areas.push_back({part, part.text, "district", AreaId{"force"}, 10'000.0 + 100.0 * static_cast<double>(i)});
        series.push_back(
            tests::series_of({{"2013-07 to 2014-06", i == 20 ? 900.0 : 100.0 + static_cast<double>(i % 4)}}));
        series.back().measure = {"burglary"};
        series.back().area = part;
    }
    const auto all = funnels(series, plan, Period::quarter(2014, 1));
    BOOST_TEST_REQUIRE(all.size() == 1u);
    BOOST_TEST(all.front().areas.size() == 21u);
    BOOST_TEST(all.front().rates.back() > all.front().range_998.back().upper);
    for (std::size_t i = 0; i < 20; ++i) {
        BOOST_TEST(all.front().rates[i] > all.front().range_998[i].lower);
        BOOST_TEST(all.front().rates[i] < all.front().range_998[i].upper);
    }
    plan.areas.resize(plan.areas.size() - 2);
    BOOST_TEST(funnels(series, plan, Period::quarter(2014, 1)).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::benchmark
