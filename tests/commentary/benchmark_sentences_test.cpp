#include "panelbook/commentary/benchmark_sentences.hpp"

#include <boost/test/unit_test.hpp>

namespace panelbook::commentary {

namespace {

using benchmark::Benchmark;
using benchmark::Place;

Benchmark crime() {
    Benchmark one;
    one.per = 1000.0;
    for (const double rate : {7.0, 6.0, 5.4, 5.0, 4.0}) {
        benchmark::Standing standing;
        standing.rate = rate;
        standing.rank = rate > 6.5 ? 5 : rate > 5.5 ? 4 : rate > 5.2 ? 3 : rate > 4.5 ? 2 : 1;
        one.areas.push_back(standing);
    }
    one.own = 2;
    one.group_mean = 5.48;
    one.range_95 = benchmark::Interval{2.283, 12.695};
    one.place = Place::within;
    return one;
}

plan::Measure burglary() {
    plan::Measure measure;
    measure.name = "Burglary";
    measure.noun = "offences";
    measure.good = plan::Good::down;
    return measure;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(commentary)

BOOST_AUTO_TEST_CASE(an_area_within_its_group_is_not_praised_for_its_rank) {
    const auto said = benchmark_sentences(crime(), burglary(), "Northshire");
    BOOST_TEST_REQUIRE(said.size() == 2u);
    BOOST_TEST(said[0] ==
               "Northshire has 5.4 offences per 1,000 people, 3rd of 5 (1st is best); the mean of the group is 5.5.");
    BOOST_TEST(said[1] ==
               "That is within the range of 2.3 to 12.7 in which 19 of 20 areas like the others would lie, so "
               "the rank says little.");
}

BOOST_AUTO_TEST_CASE(what_is_out_of_the_ordinary_or_missing_is_said) {
    Benchmark one = crime();
    one.place = Place::far_outside;
    one.small_numbers = true;
    one.absent = {"Westshire: not supplied"};
    one.national = benchmark::Standing{};
    one.national->rate = 6.04;
    const auto said = benchmark_sentences(one, burglary(), "Northshire");
    BOOST_TEST_REQUIRE(said.size() == 5u);
    BOOST_TEST(said[1].starts_with("That is far outside the range"), said[1]);
    BOOST_TEST(said[2] == "The numbers are small, so read the difference with care.");
    BOOST_TEST(said[3] == "The national figure is 6.0.");
    BOOST_TEST(said[4] == "Not in the group for want of figures: Westshire: not supplied.");
}

BOOST_AUTO_TEST_CASE(without_a_range_the_reason_is_said) {
    Benchmark one = crime();
    one.range_95.reset();
    one.why = "fewer than three other areas have a figure, which gives no range";
    BOOST_TEST(benchmark_sentences(one, burglary(), "Northshire")[1] ==
               "Whether that is out of the ordinary cannot be said: fewer than three other areas have a figure, which "
               "gives no range.");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::commentary
