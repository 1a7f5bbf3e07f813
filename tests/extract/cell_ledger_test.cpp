#include "panelbook/extract/cell_ledger.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/cell_accounts.hpp"
#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::spec_of;

namespace {

struct Roles {
    const char* name;
    plan::TableSpec spec;
    std::vector<std::string> labels;
    const char* sheet;
    const char* roles;
};

std::ostream& operator<<(std::ostream& out, const Roles& one) {
    return out << one.name;
}

const std::vector<Roles> tables = {
    {"wide: a total row, a total column, a marker, a wrong cell, a column beside",
     spec_of(plan::Layout::wide, "= burglary", "A"),
     {},
     "Burglary\n\nArea | Apr-14 | May-14 | Total | Note\nCity | 5 | .. | 5 | late\nCounty | 7 | about 8 | 7 | \nTotal "
     "| "
     "12 | 8 | 20 |",
     ".....\n.....\nHHHHH\nLFMT-\nLFEU.\nLTUE.\n"},
    {"wide: labels that are not known and not wanted",
     spec_of(plan::Layout::wide),
     {"Other=ignore"},
     "Offence | Apr-14 | May-14\nBurglary | 5 | 6\nBurglry | 1 | 2\nOther | 3 | 4",
     "HHH\nLFF\nEKK\nLWW\n"},
    {"tall: n, and a row whose period cannot be read",
     spec_of(plan::Layout::tall, "", "", "A", "B", "C"),
     {},
     "Month | Satisfaction | Asked\nApr-14 | 81% | 100\nMai-14 | 82% | 90\nJun-14 | 83% | 80",
     "HHH\nLFN\nEP-\nLFN\n"},
    {"list: a total, a figure without a label's row, words",
     spec_of(plan::Layout::list),
     {},
     "Measure | Area | Period | Value | Note\nBurglary | City | Apr-14 | 5 | a\nBurglary | County | Apr-14 | 1 | \n"
     "Burglary | Total | Apr-14 | 6 | \nTheft of sheep | City | Apr-14 | 9 |",
     "HHHHH\nLLLF-\nLLLF.\nLLLT.\nELLK.\n"},
    {"savings: a status that is not known, a total, a scheme without an amount",
     spec_of(plan::Layout::savings, "", "", "= 2014/15"),
     {},
     "Scheme | Owner | Status | Amount\nFleet | Finance | realised | 10\nEstate | Finance | plannd | 20\nTotal | | | "
     "30",
     "HHHH\nLLLF\nLLEK\nL..T\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)

BOOST_DATA_TEST_CASE(every_filled_cell_of_a_table_is_read_as_one_thing, data::make(tables), one) {
    const auto read = tests::read_table(one.sheet, one.spec, one.labels);
    BOOST_TEST(tests::roles_text(read.value, tests::sheet_of(one.sheet)) == one.roles);
}

BOOST_AUTO_TEST_CASE(a_cell_that_is_claimed_twice_has_the_role_that_says_more) {
    panelbook::extract::CellLedger ledger;
    for (const std::uint32_t row : {1U, 2U, 3U}) ledger.claim("Return", {row, 0}, CellRole::not_read);
    ledger.claim("Return", {2, 0}, CellRole::figure);
    ledger.claim("Return", {2, 0}, CellRole::label);
    const std::vector<CellRun> expected = {{"Return", 0, 1, 1, CellRole::not_read},
                                           {"Return", 0, 2, 2, CellRole::figure},
                                           {"Return", 0, 3, 3, CellRole::not_read}};
    BOOST_TEST((ledger.runs() == expected));
}

BOOST_AUTO_TEST_SUITE_END()
