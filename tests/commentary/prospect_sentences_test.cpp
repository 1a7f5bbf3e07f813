#include "panelbook/commentary/prospect_sentences.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace panelbook::commentary {

namespace {

struct ChanceCase {
    double chance;
    const char* words;
};
std::ostream& operator<<(std::ostream& out, const ChanceCase& one) {
    return out << one.chance;
}

const ChanceCase chance_cases[] = {
    {1.0, "almost certain"},         {0.98, "almost certain"},   {0.96, "about 95% likely"},
    {0.74, "about 75% likely"},      {0.55, "about 55% likely"}, {0.52, "about as likely as not"},
    {0.5, "about as likely as not"}, {0.3, "about 30% likely"},  {0.04, "about 5% likely"},
    {0.02, "very unlikely"},         {0.0, "very unlikely"},
};

plan::Measure offences() {
    plan::Measure measure;
    measure.name = "Burglary";
    measure.noun = "offences";
    return measure;
}

forecast::Prospect prospect_of(forecast::Outlook outlook) {
    forecast::Prospect prospect;
    prospect.year_end.year = Period::financial_year(2014);
    prospect.year_end.outlook = outlook;
    return prospect;
}

std::string first_of(const forecast::Prospect& prospect, const plan::Measure& measure) {
    const auto said = prospect_sentences(prospect, measure);
    return said.empty() ? "" : said.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(commentary)

BOOST_DATA_TEST_CASE(a_chance_is_said_as_people_say_it, boost::unit_test::data::make(chance_cases), one) {
    BOOST_TEST(chance_words(one.chance) == one.words);
}

BOOST_AUTO_TEST_CASE(the_year_is_said_with_its_interval_and_no_more_digits_than_are_known) {
    BOOST_TEST(first_of(prospect_of({16234.4, 15123.0, 17345.0}), offences()) ==
               "If it goes on as before, 2014/15 will come to about 16,200 offences (19 times in 20 between 15,100 and "
               "17,300).");
    BOOST_TEST(
        first_of(prospect_of({162.4, 151.0, 173.6}), offences()) ==
        "If it goes on as before, 2014/15 will come to about 162 offences (19 times in 20 between 151 and 174).");
    plan::Measure share;
    share.unit = plan::Unit::percent;
    share.decimals = 1;
    BOOST_TEST(first_of(prospect_of({88.24, 85.02, 91.0}), share) ==
               "If it goes on as before, 2014/15 will come to about 88.2% (19 times in 20 between 85.0% and 91.0%).");
}

BOOST_AUTO_TEST_CASE(an_interval_that_was_often_missed_is_no_95_per_cent_one) {
    forecast::Prospect prospect = prospect_of({162.4, 151.0, 173.6});
    prospect.year_end.forecast.record = forecast::TrackRecord{12, 40, 0.8, 1.1, 72.0};
    BOOST_TEST(first_of(prospect, offences()) ==
               "If it goes on as before, 2014/15 will come to about 162 offences (probably between 151 and 174).");
}

BOOST_AUTO_TEST_CASE(a_target_is_said_with_its_chance) {
    plan::Measure measure = offences();
    measure.target = 160.0;
    forecast::Prospect prospect = prospect_of({162.4, 151.0, 173.6});
    prospect.year_end.chance_of_target = 0.33;
    BOOST_TEST(first_of(prospect, measure) ==
               "If it goes on as before, 2014/15 will come to about 162 offences (19 times in 20 between 151 and 174); "
               "meeting the target of 160 is about 35% likely.");
}

BOOST_AUTO_TEST_CASE(nothing_is_said_where_nothing_is_known) {
    forecast::Prospect prospect;
    prospect.year_end.why = "there are only 5 months, and a forecast needs 12";
    BOOST_TEST(prospect_sentences(prospect, offences()).empty());
}

BOOST_AUTO_TEST_CASE(a_weak_forecast_and_a_plain_season_are_said) {
    forecast::Prospect prospect = prospect_of({162.4, 151.0, 173.6});
    prospect.year_end.forecast.record = forecast::TrackRecord{12, 40, 1.2, 1.1, 95.0};
    prospect.season = forecast::Seasonality{40.0, 11, 0.001, 3, 10};
    prospect.highest_month = 7;
    prospect.lowest_month = 2;
    const auto said = prospect_sentences(prospect, offences());
    BOOST_TEST_REQUIRE(said.size() == 3u);
    BOOST_TEST(said[1] ==
               "On past months such a forecast did no better than taking last year's figure, so read it with care.");
    BOOST_TEST(said[2] == "The time of year shows: July tends to be highest and February lowest.");
    prospect.season->p_value = 0.02;
    BOOST_TEST(prospect_sentences(prospect, offences()).size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::commentary
