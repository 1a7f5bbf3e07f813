#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::spec_of;
using tests::TableCase;

namespace {

constexpr plan::Layout list = plan::Layout::list;

const std::vector<TableCase> cases = {
    {"the usual headings",
     spec_of(list),
     {},
     "Crime\n\nMeasure | Area | Period | Value\nBurglary | City | Apr-14 | 5\nRobbery | County | 2014/15 Q1 | 7\n\nA "
     "note.",
     {"burglary city 2014-04 5", "robbery county 2014/15 Q1 7"},
     {}},
    {"headings that the plan names, and n",
     spec_of(list, "Survey", "", "Month", "% satisfied", "Base"),
     {"All users=satisfaction"},
     "Month | Survey | % satisfied | Base\n2014-04-01 | All users | 81.5% | 65\n2014-05-01 | All users | 80% |",
     {"satisfaction force 2014-04 81.5 of 65", "satisfaction force 2014-05 80"},
     {}},
    {"columns by letter, one period for all",
     spec_of(list, "A", "", "= 2014/15 Q1", "C"),
     {},
     "What | Unit | How many\nBurglary | offences | 5\nRobbery | offences | ..",
     {"burglary force 2014/15 Q1 5", "robbery force 2014/15 Q1 not supplied"},
     {}},
    {"year and month in two columns, given once for a block",
     spec_of(list),
     {},
     "Year | Month | Measure | Value\n2014 | Apr | Burglary | 5\n | | Robbery | 1\n | May | Burglary | 6\n | | Robbery "
     "| 2",
     {"burglary force 2014-04 5", "robbery force 2014-04 1", "burglary force 2014-05 6", "robbery force 2014-05 2"},
     {}},
    {"totals over areas are checked and not taken",
     spec_of(list),
     {},
     "Measure | Area | Period | Value\nBurglary | City | Apr-14 | 5\nBurglary | County | Apr-14 | 1\nBurglary | Total "
     "| Apr-14 | "
     "6\nBurglary | City | May-14 | 5\nBurglary | County | May-14 | 1\nBurglary | Total | May-14 | 16",
     {"burglary city 2014-04 5", "burglary county 2014-04 1", "burglary city 2014-05 5", "burglary county 2014-05 1"},
     {"error total-differs D7"},
     2},
    {"an unlabelled sum below",
     spec_of(list),
     {},
     "Measure | Period | Value\nBurglary | Apr-14 | 5\nRobbery | Apr-14 | 1\n | | 6",
     {"burglary force 2014-04 5", "robbery force 2014-04 1"},
     {},
     1},
    {"a label used in many rows is one error",
     spec_of(list),
     {},
     "Measure | Period | Value\nBurglry | Apr-14 | 5\nBurglry | May-14 | 6\nRobbery | Apr-14 | 1",
     {"robbery force 2014-04 1"},
     {"error unknown-label A2"}},
    {"a period that cannot be read",
     spec_of(list),
     {},
     "Measure | Period | Value\nBurglary | soon | 5\nRobbery | Apr-14 | 1",
     {"robbery force 2014-04 1"},
     {"error period-not-understood B2"}},
    {"a number as text among numbers",
     spec_of(list),
     {},
     "Measure | Period | Value\nBurglary | Apr-14 | '5\nRobbery | Apr-14 | 1",
     {"burglary force 2014-04 5", "robbery force 2014-04 1"},
     {"warning text-number C2"}},
    {"a filtered row",
     spec_of(list),
     {},
     "@hide row 2\nMeasure | Period | Value\nBurglary | Apr-14 | 5\nRobbery | Apr-14 | 1",
     {"burglary force 2014-04 5", "robbery force 2014-04 1"},
     {"warning hidden-row C2"}},
    {"no headings",
     spec_of(list),
     {},
     "Burglary | Apr-14 | 5",
     {},
     {"error header-not-found", "error table-not-found"}},
    {"no column of periods",
     spec_of(list),
     {},
     "Measure | Value\nBurglary | 5",
     {},
     {"error column-not-found", "error table-not-found"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(list_layout)

BOOST_DATA_TEST_CASE(one_observation_a_row, data::make(cases), one) {
    tests::check_table(one);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
