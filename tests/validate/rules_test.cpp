// Each rule that looks beyond one figure, with the smallest sheet that breaks it and the nearest that does not.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "panelbook/validate/validate.hpp"
#include "panelbook/workbook/sums.hpp"

#include "support/table_cases.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::lines;
using tests::spec_of;

namespace {

constexpr plan::Layout wide = plan::Layout::wide;
constexpr plan::Layout tall = plan::Layout::tall;
constexpr plan::Layout list = plan::Layout::list;
constexpr plan::Layout savings = plan::Layout::savings;

struct RuleCase {
    const char* name;
    plan::TableSpec spec;
    const char* sheet;
    std::vector<std::string> found;
    std::size_t withheld = 0;
    const char* earlier = nullptr;  // the sheet that the source sent last time
    const char* today = nullptr;
};

std::ostream& operator<<(std::ostream& out, const RuleCase& one) {
    return out << one.name;
}

const std::vector<RuleCase> cases = {
    {"months as dates, all of the first",
     spec_of(wide),
     "Offence | 2014-04-01 | 2014-05-01 | 2014-06-01 | 2014-07-01\nBurglary | 12 | 14 | 13 | 15",
     {}},
    {"1 May typed as 5 January",
     spec_of(wide),
     "Offence | 2014-04-01 | 2014-01-05 | 2014-06-01 | 2014-07-01\nBurglary | 12 | 14 | 13 | 15",
     {"error day-month-swap C1", "warning missing-period E2"},
     1},
    {"the same down a column",
     spec_of(tall),
     "Month | Burglary | Robbery\n2014-03-01 | 12 | 3\n2014-04-01 | 14 | 2\n2014-01-05 | 13 | 1\n2014-06-01 | 15 | 2",
     {"error day-month-swap A4", "warning missing-period B5", "warning missing-period C5"},
     2},
    {"15 January, which is no date the other way round",
     spec_of(wide),
     "Offence | 2013-11-01 | 2013-12-01 | 2014-01-15 | 2014-02-01\nBurglary | 12 | 14 | 13 | 15",
     {}},
    {"a month as text among dates",
     spec_of(wide),
     "Offence | 2014-04-01 | May-14 | 2014-06-01 | 2014-07-01\nBurglary | 12 | 14 | 13 | 15",
     {"warning date-as-text C1"}},
    {"months that are all text",
     spec_of(wide),
     "Offence | Apr-14 | May-14 | Jun-14 | Jul-14\nBurglary | 12 | 14 | 13 | 15",
     {}},
    {"0.82 among 82s",
     spec_of(list),
     "Measure | Period | Value\nSatisfaction | Apr-14 | 82\nSatisfaction | May-14 | 83.5\nSatisfaction | Jun-14 | "
     "0.82\nSatisfaction | Jul-14 | 81",
     {"error unit-flipped C4"},
     1},
    {"4 shown as 400% among 4%",
     spec_of(list),
     "Measure | Period | Value\nSatisfaction | Apr-14 | 4%\nSatisfaction | May-14 | 3.5%\nSatisfaction | Jun-14 | "
     "400%\nSatisfaction | Jul-14 | 5%",
     {"error unit-flipped C4"},
     1},
    {"4% stored as 0.04",
     spec_of(list),
     "Measure | Period | Value\nSatisfaction | Apr-14 | 4\nSatisfaction | May-14 | 3.5\nSatisfaction | Jun-14 | "
     "0.04\nSatisfaction | Jul-14 | 5",
     {"error unit-flipped C4"},
     1},
    {"a percentage that is small in earnest",
     spec_of(list),
     "Measure | Period | Value\nSatisfaction | Apr-14 | 82\nSatisfaction | May-14 | 83.5\nSatisfaction | Jun-14 | "
     "40\nSatisfaction | Jul-14 | 81",
     {}},
    {"minutes among seconds",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14\nTime to answer | 120 | 140 | 2.2 | 150",
     {"error unit-flipped D2"},
     1},
    {"counts in thousands among counts",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14\nBurglary | 1243 | 1250 | 1.3 | 1311",
     {"error unit-flipped D2"},
     1},
    {"one among tens is no flipped unit",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14\nBurglary | 40 | 30 | 1 | 0",
     {}},
    {"pounds among thousands of pounds",
     spec_of(savings),
     "Scheme | Status | 2014/15\nEstates | planned | 120\nFleet | idea | 87890\nStores | idea | 85.5\nTravel | idea | "
     "12",
     {"warning unit-flipped C3"}},
    {"a column in pounds among columns in thousands",
     spec_of(savings),
     "Scheme | Status | 2014/15 | 2015/16 | 2016/17\nEstates | planned | 120 | 130000 | 140\nFleet | idea | 87 | "
     "90000 | 91\nStores | idea | 85.5 | 86000 | 87",
     {"error unit-flipped D2"}},
    {"a large scheme among small ones",
     spec_of(savings),
     "Scheme | Status | 2014/15\nEstates | planned | 9500000\nFleet | idea | 87890\nStores | idea | 85000\nTravel | "
     "idea | 12000",
     {}},
    {"a figure far outside all that its series was",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14 | Aug-14 | Sep-14 | Oct-14\nBurglary | 50 | 55 | 48 | 52 | 51 | 57 | "
     "155",
     {"warning sudden-change H2"}},
    {"the same far outside it but not new",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14 | Aug-14 | Sep-14 | Oct-14\nBurglary | 50 | 55 | 48 | 52 | 51 | 57 | "
     "155",
     {},
     0,
     "What | Apr-14 | May-14 | Jun-14 | Jul-14 | Aug-14 | Sep-14 | Oct-14\nBurglary | 50 | 55 | 48 | 52 | 51 | 57 | "
     "155"},
    {"a change that the earlier files show",
     spec_of(list),
     "Measure | Period | Value\nBurglary | Oct-14 | 5",
     {"warning sudden-change C2"},
     0,
     "What | Measure | Period | Value\n | Burglary | Apr-14 | 50\n | Burglary | May-14 | 55\n | Burglary | Jun-14 | "
     "48\n "
     "| Burglary | Jul-14 | 52\n | Burglary | Aug-14 | 51\n | Burglary | Sep-14 | 57"},
    {"a rise that months like it have had",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14 | Aug-14 | Sep-14 | Oct-14\nBurglary | 50 | 95 | 48 | 52 | 51 | 57 | "
     "120",
     {}},
    {"labels exchanged while the figures stayed",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14\nRobbery | 50 | 55 | 48 | 52\nBurglary | 5 | 4 | 3 | 6\nASB | 9 | 9 | 8 "
     "| 9",
     {"error label-moved B2", "error label-moved B3"},
     8,
     "What | Apr-14 | May-14 | Jun-14\nBurglary | 50 | 55 | 48\nRobbery | 5 | 4 | 3\nASB | 9 | 9 | 8"},
    {"rows in another order with their labels",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14 | Jul-14\nRobbery | 5 | 4 | 3 | 6\nBurglary | 50 | 55 | 48 | 52\nASB | 9 | 9 | 8 "
     "| 9",
     {},
     0,
     "What | Apr-14 | May-14 | Jun-14\nBurglary | 50 | 55 | 48\nRobbery | 5 | 4 | 3\nASB | 9 | 9 | 8"},
    {"a series that was given last time",
     spec_of(wide),
     "What | Jul-14\nBurglary | 50\nASB | 9",
     {"warning series-missing"},
     0,
     "What | Jun-14\nBurglary | 50\nRobbery | 5\nASB | 9"},
    {"last quarter's figures as this quarter's",
     spec_of(list),
     "Measure | Area | Period | Value\nBurglary | City | 2014/15 Q2 | 50\nBurglary | County | 2014/15 Q2 | 31\nRobbery "
     "| "
     "City | 2014/15 Q2 | 5\nRobbery | County | 2014/15 Q2 | 4",
     {"error sent-as-another-period D2"},
     4,
     "Measure | Area | Period | Value\nBurglary | City | 2014/15 Q1 | 50\nBurglary | County | 2014/15 Q1 | 31\nRobbery "
     "| "
     "City | 2014/15 Q1 | 5\nRobbery | County | 2014/15 Q1 | 4"},
    {"a month pasted from the one before",
     spec_of(wide, "B", "A"),
     "Area | What | Apr-14 | May-14\nCity | Burglary | 50 | 50\nCounty | Burglary | 31 | 31\nCity | Robbery | 5 | "
     "5\nCounty | Robbery | 4 | 4",
     {"error sent-as-another-period D2"},
     4},
    {"one figure that is another",
     spec_of(wide, "B", "A"),
     "Area | What | Apr-14 | May-14\nCity | Burglary | 50 | 50\nCounty | Burglary | 31 | 31\nCity | Robbery | 5 | "
     "5\nCounty | Robbery | 4 | 3",
     {}},
    {"earlier figures restated",
     spec_of(wide),
     "What | Apr-14 | May-14 | Jun-14\nBurglary | 50 | 56 | 48",
     {"note figures-restated C2"},
     0,
     "What | Apr-14 | May-14\nBurglary | 50 | 55"},
    {"a return after its due day",
     spec_of(wide),
     "What | Apr-14\nBurglary | 50",
     {"note return-late"},
     0,
     nullptr,
     "2014-06-01"},
    {"a return on its due day", spec_of(wide), "What | Apr-14\nBurglary | 50", {}, 0, nullptr, "2014-05-20"},
    {"a late return that corrects one in time",
     spec_of(wide),
     "What | Apr-14\nBurglary | 50",
     {},
     0,
     "What | Apr-14\nBurglary | 50",
     "2014-06-01"},
};

struct Validated {
    std::vector<std::string> found;
    std::size_t withheld = 0;
};

Validated validated(const RuleCase& one) {
    plan::Plan plan = tests::office_plan();
    plan.sources.front().tables = {one.spec};
    plan.sources.front().due_day = 20;
    const plan::Source& source = plan.sources.front();
    const extract::SentFile file{"crime.xlsx", std::string(64, 'a')};
    validate::Known known;
    if (one.earlier != nullptr) {
        known.last_file = tests::read_table(one.earlier, one.spec).value.observations;
        for (const Observation& each : known.last_file) {
            if (each.value) known.figures.push_back(each);
        }
        known.files = 1;
    }
    const workbook::Workbook book = tests::book_of(one.sheet);
    auto extract = extract::extract(book, source, plan, file);
    validate::Sent sent{book, source, plan, file, extract.value, {}, one.earlier != nullptr ? &known : nullptr};
    if (one.today != nullptr) sent.today = parse_iso_date(one.today);
    Findings findings = std::move(extract.findings);
    for (Finding& finding : validate::validate(sent)) findings.push_back(std::move(finding));
    Validated result;
    result.found = tests::found(findings);
    for (const Observation& each : extract.value.observations) result.withheld += each.marker == Marker::in_error;
    for (const Finding& finding : findings) {
        BOOST_TEST(!finding.message.empty());
        BOOST_TEST(!finding.remedy.empty());
    }
    return result;
}

struct SumCase {
    const char* name;
    const char* formula;
    std::size_t addends;
};

std::ostream& operator<<(std::ostream& out, const SumCase& one) {
    return out << one.name;
}

const SumCase sums[] = {
    {"one range", "SUM(B2:B4)", 1},
    {"cells and ranges", "SUM(B2:B4,B6, $C$1)", 3},
    {"plus and minus", "B2+B3-B4", 3},
    {"a sum beside a cell", "SUM(B2:B4)-B7", 2},
    {"small letters", "sum(b2:b4)", 1},
    {"another sheet", "SUM(Sheet2!B2:B4)", 0},
    {"another function", "SUMIF(B2:B4,1)", 0},
    {"a name", "Total_Q1", 0},
    {"a constant", "B2+1", 0},
    {"a product", "B2*B3", 0},
    {"a column", "SUM(B:B)", 0},
    {"a function that looks like a cell", "LOG10(B2)", 0},
    {"not closed", "SUM(B2:B4", 0},
    {"a range that is no sum", "B2:B4", 0},
    {"nothing", "", 0},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(validate)

BOOST_DATA_TEST_CASE(each_rule_finds_its_smallest_bad_sheet, data::make(cases), one) {
    const Validated result = validated(one);
    BOOST_TEST(lines(result.found) == lines(one.found));
    BOOST_TEST(result.withheld == one.withheld);
}

BOOST_DATA_TEST_CASE(a_formula_is_a_sum_or_it_is_not, data::make(sums), one) {
    BOOST_TEST(workbook::parse_sum(one.formula, {9, 1}, {9, 1}).size() == one.addends);
}

BOOST_AUTO_TEST_CASE(a_shared_sum_moves_with_its_cell) {
    const auto moved = workbook::parse_sum("SUM(B2:B4,$C$1,D$3)", {9, 1}, {10, 3});
    BOOST_REQUIRE(moved.size() == 3u);
    BOOST_TEST((moved[0].range == CellRange{{2, 3}, {4, 3}}));
    BOOST_TEST((moved[1].range == CellRange{{0, 2}, {0, 2}}));
    BOOST_TEST((moved[2].range == CellRange{{2, 5}, {2, 5}}));
    BOOST_TEST(workbook::parse_sum("B2+B3", {9, 1}, {2, 1}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
