#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::spec_of;
using tests::TableCase;

namespace {

constexpr plan::Layout tall = plan::Layout::tall;

const std::vector<TableCase> cases = {
    {"months down as dates",
     spec_of(tall),
     {},
     "Incidents\n\nMonth | Burglary | Robbery\n2014-04-01 | 5 | 1\n2014-05-01 | 6 | 2\n\nSource: force",
     {"burglary force 2014-04 5", "burglary force 2014-05 6", "robbery force 2014-04 1", "robbery force 2014-05 2"},
     {}},
    {"a year given once for its months, and a total row",
     spec_of(tall, "", "", "A+B"),
     {},
     "Year | Month | Burglary\n2013/14 | Feb | 5\n | Mar | 6\n | Total | 11\n2014/15 | Apr | 7\n | May | 8\n | Total | "
     "16",
     {"burglary force 2014-02 5", "burglary force 2014-03 6", "burglary force 2014-04 7", "burglary force 2014-05 8"},
     {"warning total-rounding C7"},
     2},
    {"the same, with the columns found",
     spec_of(tall),
     {},
     "Year | Month | Burglary\n2013/14 | Feb | 5\n | Mar | 6\n2014/15 | Apr | 7",
     {"burglary force 2014-02 5", "burglary force 2014-03 6", "burglary force 2014-04 7"},
     {}},
    {"a measure over its areas, merged",
     spec_of(tall),
     {},
     "@merge B1:C1\n | Burglary | | Robbery\nMonth | City | County | City\nApr-14 | 5 | 1 | 2\nMay-14 | 6 | 2 | 0",
     {"burglary city 2014-04 5", "burglary city 2014-05 6", "burglary county 2014-04 1", "burglary county 2014-05 2",
      "robbery city 2014-04 2", "robbery city 2014-05 0"},
     {}},
    {"areas across for one measure, with their total",
     spec_of(tall, "= burglary"),
     {},
     "Month | City | County | Total\nApr-14 | 5 | 1 | 6\nMay-14 | 6 | 2 | 12",
     {"burglary city 2014-04 5", "burglary city 2014-05 6", "burglary county 2014-04 1", "burglary county 2014-05 2"},
     {"error total-differs D3"},
     2},
    {"a misspelt area is not taken for the force",
     spec_of(tall, "= burglary"),
     {},
     "Month | City | Conty\nApr-14 | 5 | 1\nMay-14 | 6 | 2",
     {"burglary city 2014-04 5", "burglary city 2014-05 6"},
     {"error unknown-label C1"}},
    {"the only column of one measure may be called anything",
     spec_of(tall, "= burglary"),
     {},
     "Month | Number\nApr-14 | 5\nMay-14 | 6",
     {"burglary force 2014-04 5", "burglary force 2014-05 6"},
     {}},
    {"an ignored heading over known ones",
     spec_of(tall),
     {"Offences by month=ignore"},
     "@merge B1:C1\n | Offences by month\nMonth | Burglary | Robbery\nApr-14 | 5 | 1\nMay-14 | 6 | 2",
     {"burglary force 2014-04 5", "burglary force 2014-05 6", "robbery force 2014-04 1", "robbery force 2014-05 2"},
     {}},
    {"shares with n beside them",
     spec_of(tall, "", "", "", "B", "Base"),
     {},
     "Month | Satisfaction | Base\nApr-14 | 81.5% | 65\nMay-14 | 80% | many",
     {"satisfaction force 2014-04 81.5 of 65", "satisfaction force 2014-05 80"},
     {"error not-a-number C3"}},
    {"a period that cannot be read",
     spec_of(tall),
     {},
     "Month | Burglary\nApr-14 | 5\nMya-14 | 6\nJun-14 | 7",
     {"burglary force 2014-04 5", "burglary force 2014-06 7"},
     {"error period-not-understood A3"}},
    {"the source's word for no figure",
     [] {
         plan::TableSpec spec = spec_of(tall);
         spec.missing = {"not comparable"};
         return spec;
     }(),
     {},
     "Month | Burglary\nMar-14 | not comparable\nApr-14 | 5",
     {"burglary force 2014-03 not supplied", "burglary force 2014-04 5"},
     {}},
    {"an average time, and times",
     spec_of(tall),
     {},
     "Month | Time to answer\nApr-14 | 0:01:02\nMay-14 | 58",
     {"answer-time force 2014-04 62", "answer-time force 2014-05 58"},
     {}},
    {"two tables, one under the other",
     tests::titled(spec_of(tall), "Burglary table"),
     {},
     "Burglary table\nMonth | Burglary\nApr-14 | 5\nMay-14 | 6\n\nRobbery table\nMonth | Robbery\nApr-14 | 1",
     {"burglary force 2014-04 5", "burglary force 2014-05 6"},
     {}},
    {"no periods",
     spec_of(tall),
     {},
     "Thing | Burglary\nx | 5",
     {},
     {"error header-not-found", "error table-not-found"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(tall_layout)

BOOST_DATA_TEST_CASE(periods_down, data::make(cases), one) {
    tests::check_table(one);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
