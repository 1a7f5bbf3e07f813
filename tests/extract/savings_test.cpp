#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::spec_of;
using tests::TableCase;

namespace {

plan::TableSpec savings(double scale = 1.0, std::string periods = {}, std::string values = {}) {
    plan::TableSpec spec = spec_of(plan::Layout::savings, "", "", std::move(periods), std::move(values));
    spec.scale = scale;
    return spec;
}

const std::vector<TableCase> cases = {
    {"one amount a row",
     savings(),
     {},
     "Savings\n\nScheme | Owner | Status | Recurring or one-off | Year | Amount\nEstates | Finance | Realised | "
     "Recurring | 2014/15 "
     "| 1234.56\nFleet | Finance | nearing completion | one-off | 2014 | 1000",
     {"Estates, realised, recurring, 2014/15: 1234.56", "Fleet, nearing completion, one-off, 2014/15: 1000"},
     {}},
    {"an amount that is not known, and one left empty",
     savings(),
     {},
     "Scheme | Status | Year | Amount\nEstates | realised | 2014/15 | tbc\nFleet | planned | 2014/15 |\nStores | "
     "planned "
     "| 2014/15 | 5",
     {"Stores, planned, , 2014/15: 5"},
     {"error amount-missing D2", "error amount-missing D3"}},
    {"years across in thousands, with totals both ways",
     savings(1000),
     {},
     "Scheme | Status | 2014/15 | 2015/16 | Total\nEstates | planned | 1.5 | 2 | 3.5\nFleet | idea | | 1 | 1\nTotal | "
     "| 1.5 | 3 | 4.5",
     {"Estates, planned, , 2014/15: 1500", "Estates, planned, , 2015/16: 2000", "Fleet, idea, , 2015/16: 1000"},
     {},
     6},
    {"a total that does not foot",
     savings(1.0, "= 2014/15"),
     {},
     "Scheme | Status | Amount\nEstates | planned | 1500\nFleet | idea | 700\nTotal | | 2300",
     {"Estates, planned, , 2014/15: 1500", "Fleet, idea, , 2014/15: 700"},
     {"error total-differs C4"},
     1},
    {"statuses given once for a block, one period for all",
     savings(1e6, "= 2013-04 to 2017-03"),
     {},
     "Status | Scheme | Amount\nRealised | Estates | 3\n | Fleet | 0.24\nIdentified | Stores | 1.84",
     {"Estates, realised, , 2013-04 to 2017-03: 3000000", "Fleet, realised, , 2013-04 to 2017-03: 240000",
      "Stores, identified, , 2013-04 to 2017-03: 1840000"},
     {}},
    {"the scheme is its own status",
     savings(1.0, "= 2014/15"),
     {},
     "Scheme | Amount\nRequired | 2300",
     {"Required, required, , 2014/15: 2300"},
     {}},
    {"a status that is none",
     savings(1.0, "= 2014/15"),
     {},
     "Scheme | Status | Amount\nEstates | realized | 5\nFleet | planned | 7",
     {"Fleet, planned, , 2014/15: 7"},
     {"error unknown-status B2"}},
    {"words for an amount, and none",
     savings(1.0, "= 2014/15"),
     {},
     "Scheme | Status | Amount\nEstates | planned | lots\nFleet | planned | ..",
     {},
     {"error not-a-number C2", "error amount-missing C3"}},
    {"a year that is nowhere",
     savings(),
     {},
     "Scheme | Status | Amount\nEstates | planned | 5",
     {},
     {"error period-not-understood C2"}},
    {"no headings", savings(), {}, "Estates | 5", {}, {"error header-not-found", "error table-not-found"}},
    {"no amounts",
     savings(),
     {},
     "Scheme | Status\nEstates | planned",
     {},
     {"error column-not-found", "error table-not-found"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(savings_layout)

BOOST_DATA_TEST_CASE(one_scheme_a_row, data::make(cases), one) {
    tests::check_table(one);
}

BOOST_AUTO_TEST_CASE(amounts_carry_what_the_plan_says_of_them) {
    plan::TableSpec spec = savings(1.0, "= 2014/15");
    spec.scope = "1 April 2013 to 31 March 2017";
    spec.estimate = "latest";
    spec.as_at = Date(2014, 6, 30);
    const auto read = tests::read_table("Scheme | Owner | Status | Amount\nEstates | Finance | planned | 5.005", spec);
    BOOST_REQUIRE(read.value.savings.size() == 1);
    const SavingsAmount& amount = read.value.savings.front();
    BOOST_TEST(amount.owner == "Finance");
    BOOST_TEST(amount.scope == spec.scope);
    BOOST_TEST(amount.estimate == "latest");
    BOOST_TEST((amount.as_at == spec.as_at));
    BOOST_TEST(amount.amount.count == 501);
    BOOST_TEST(to_a1(amount.where.cell) == "D2");
    BOOST_TEST(amount.where.hash == std::string(64, 'a'));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
