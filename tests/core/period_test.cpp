#include "panelbook/core/period.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <stdexcept>
#include <vector>

using panelbook::parse_period;
using panelbook::Period;
using panelbook::to_iso;

namespace {

struct Written {
    const char* name;
    const char* key;  // empty: not a period
};

std::ostream& operator<<(std::ostream& out, const Written& written) {
    return out << '"' << written.name << '"';
}

const std::vector<Written> writings = {
    {"2014-06", "2014-06"},
    {"2014/15 Q1", "2014/15 Q1"},
    {"Q1 2014/15", "2014/15 Q1"},
    {"Q1 13/14", "2013/14 Q1"},
    {"Quarter 4 2013-14", "2013/14 Q4"},
    {"2014/15", "2014/15"},
    {"2017-18 \n", "2017/18"},
    {" FY 2019/20", "2019/20"},
    {"Jun-14", "2014-06"},
    {"June 2014", "2014-06"},
    {"Sept. 2014", "2014-09"},
    {"Apr '16", "2016-04"},
    {"06/2014", "2014-06"},
    {"2014/06", ""},
    {"Apr-Jun 2014", "2014/15 Q1"},
    {"April to June 2014", "2014/15 Q1"},
    {"Nov to Jan 2015", "2014-11 to 2015-01"},
    {"Apr-14 to May-14", "2014-04 to 2014-05"},
    {"12 months to June 2014", "2013-07 to 2014-06"},
    {"Jun-14 (p)", "2014-06"},
    {"Jun-14 [2]", "2014-06"},
    {"Jun-99", "1999-06"},
    {"2013-07 to 2014-06", "2013-07 to 2014-06"},
    {"2013/15", ""},
    {"2014", ""},
    {"2014-13", ""},
    {"June", ""},
    {"Total", ""},
    {"", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(core)

BOOST_DATA_TEST_CASE(periods_are_read_as_people_write_them, writings, writing) {
    const auto period = parse_period(writing.name);
    BOOST_TEST((period ? period->key() : "") == writing.key);
}

BOOST_AUTO_TEST_CASE(every_key_reads_back_as_the_same_period) {
    const std::vector<Period> periods = {Period::month(2020, 2),
                                         Period::quarter(2020, 1),
                                         Period::quarter(2019, 4),
                                         Period::financial_year(2013),
                                         Period::ending(Period::month(2014, 6), 12),
                                         Period::span(Period::month(2013, 11), Period::month(2014, 1))};
    for (const Period period : periods) {
        BOOST_REQUIRE_MESSAGE(parse_period(period.key()).has_value(), period.key());
        BOOST_TEST((parse_period(period.key()) == period), period.key());
    }
}

BOOST_AUTO_TEST_CASE(a_financial_year_begins_in_april) {
    BOOST_TEST(Period::month(2014, 3).containing_financial_year().key() == "2013/14");
    BOOST_TEST(Period::month(2014, 4).containing_financial_year().key() == "2014/15");
    BOOST_TEST(Period::quarter(2014, 4).key() == "2014/15 Q4");
    BOOST_TEST(to_iso(Period::quarter(2014, 4).first_day()) == "2015-01-01");
    BOOST_TEST(to_iso(Period::quarter(2014, 4).last_day()) == "2015-03-31");
    BOOST_TEST(to_iso(Period::month(2016, 2).last_day()) == "2016-02-29");
    BOOST_TEST(Period::quarter(2014, 2).year_to_date().key() == "2014-04 to 2014-09");
    BOOST_TEST(Period::quarter(2014, 1).shifted(-12).key() == "2013/14 Q1");
}

BOOST_AUTO_TEST_CASE(a_period_has_words_for_a_sentence_and_a_label_for_an_axis) {
    BOOST_TEST(Period::month(2014, 6).words() == "June 2014");
    BOOST_TEST(Period::month(2014, 6).label() == "Jun-14");
    BOOST_TEST(Period::quarter(2014, 1).words() == "Quarter 1 2014/15");
    BOOST_TEST(Period::ending(Period::month(2014, 6), 12).words() == "the 12 months to June 2014");
    BOOST_TEST(Period::ending(Period::month(2014, 5), 2).words() == "April to May 2014");
}

BOOST_AUTO_TEST_CASE(what_is_no_period_is_refused) {
    BOOST_CHECK_THROW(Period::month(2014, 13), std::invalid_argument);
    BOOST_CHECK_THROW(Period::quarter(2014, 0), std::invalid_argument);
    BOOST_CHECK_THROW(Period::month(1066, 1), std::invalid_argument);
    BOOST_CHECK_THROW(Period::span(Period::month(2014, 6), Period::month(2014, 5)), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
