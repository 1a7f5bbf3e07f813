#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::spec_of;
using tests::TableCase;

namespace {

constexpr plan::Layout cells = plan::Layout::cells;

const std::vector<TableCase> cases = {
    {"a figure, its n and a fixed period",
     spec_of(cells, "= satisfaction", "= city", "= 2014/15 Q1", "B2", "C2"),
     {},
     "What | Share | Out of\nSatisfied | 81.5% | 65",
     {"satisfaction city 2014/15 Q1 81.5 of 65"},
     {}},
    {"the period in a cell",
     spec_of(cells, "= burglary", "", "B1", "B2"),
     {},
     "Period | Q1 2014/15\nBurglary | 5",
     {"burglary force 2014/15 Q1 5"},
     {}},
    {"the label beside the figure is checked",
     spec_of(cells, "A", "", "= 2014-06", "B2"),
     {},
     "What | Figure\nRobbery | 5",
     {"robbery force 2014-06 5"},
     {}},
    {"a label that has moved",
     spec_of(cells, "A2", "", "= 2014-06", "B2"),
     {},
     "What | Figure\nRobberies from cars | 5",
     {},
     {"error unknown-label A2"}},
    {"a blank cell",
     spec_of(cells, "= burglary", "", "= 2014-06", "B2"),
     {},
     "What | Figure\nBurglary |",
     {"burglary force 2014-06 not supplied"},
     {"warning blank-cell B2"}},
    {"words in the cell",
     spec_of(cells, "= burglary", "", "= 2014-06", "B2"),
     {},
     "What | Figure\nBurglary | several",
     {"burglary force 2014-06 in error"},
     {"error not-a-number B2"}},
    {"a period that cannot be read",
     spec_of(cells, "= burglary", "", "B1", "B2"),
     {},
     "Period | soon\nBurglary | 5",
     {},
     {"error period-not-understood B1", "error table-not-found"}},
    {"a place that is no cell",
     spec_of(cells, "= burglary", "", "= 2014-06", "Burglary"),
     {},
     "Burglary | 5",
     {},
     {"error cell-not-understood A1", "error table-not-found"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(cells_layout)

BOOST_DATA_TEST_CASE(single_cells, data::make(cases), one) {
    tests::check_table(one);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
