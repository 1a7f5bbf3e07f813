#include "panelbook/consolidate/latest_savings.hpp"

#include <boost/test/unit_test.hpp>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date june{2014, 6, 30};
const Date july{2014, 7, 31};
const Date march{2014, 3, 31};

void send(tests::Office& office, const std::string& source, const std::string& name, Date known_on, Date as_at,
          const std::vector<std::pair<std::string, std::int64_t>>& schemes) {
    const history::FileRecord file = office.send(source, name, known_on, {});
    std::uint32_t row = 1;
    for (const auto& [scheme, pence] : schemes) {
        SavingsAmount amount;
        amount.scheme = scheme;
        amount.status = "realised";
        amount.year = Period::financial_year(2014);
        amount.amount = {pence};
        amount.as_at = as_at;
        amount.source = {source};
        amount.where = {name, file.hash, "Savings", {row++, 3}};
        office.savings.push_back({amount, known_on});
    }
}

std::string held(const tests::Office& office, Findings* findings = nullptr) {
    const GatedFiles files = gate_files(office.files, office.plan, Date(2014, 9, 29));
    const auto result = latest_savings(office.savings, files, office.plan);
    std::string text;
    for (const SavingsAmount& each : result.amounts)
        text += fmt::format("{} {} {}\n", to_iso(*each.as_at), each.scheme, each.amount.count);
    if (findings) *findings = result.findings;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(a_later_sheet_replaces_the_whole_of_an_earlier_one) {
    tests::Office office;
    send(office, "police", "A.xlsx", june, march, {{"Fleet", 10}, {"Estate", 20}});
    send(office, "police", "B.xlsx", july, march, {{"Fleet", 15}});
    send(office, "police", "C.xlsx", july, june, {{"Fleet", 30}});
    BOOST_TEST(held(office) == "2014-03-31 Fleet 15\n2014-06-30 Fleet 30\n");
}

BOOST_AUTO_TEST_CASE(two_sheets_of_one_run_that_differ_are_in_conflict) {
    tests::Office office;
    send(office, "police", "A.xlsx", july, march, {{"Fleet", 10}, {"Estate", 20}});
    send(office, "police", "B.xlsx", july, march, {{"Fleet", 10}, {"Estate", 21}});
    Findings findings;
    BOOST_TEST(held(office, &findings) == "");
    BOOST_TEST(tests::Office::text(findings) == "error conflicting-figures B.xlsx: Savings!D3\n");
    BOOST_TEST(
        findings.front().message ==
        "The savings as at 31 March 2014 are given twice, and the two differ: “Estate” is £0.21 at B.xlsx: Savings!D3 "
        "and £0.20 at A.xlsx: Savings!D3. Neither is published.");
}

BOOST_AUTO_TEST_CASE(a_conflict_names_rows_that_stand_in_one_sheet_only_and_counts_what_it_does_not_name) {
    tests::Office office;
    send(office, "police", "A.xlsx", july, march, {{"Fleet", 10}, {"Estate", 20}, {"Energy", 1}, {"Printing", 2}});
    send(office, "police", "B.xlsx", july, march, {{"Fleet", 11}, {"Estate", 21}, {"Custody", 5}});
    Findings findings;
    BOOST_TEST(held(office, &findings) == "");
    BOOST_TEST(findings.front().message ==
               "The savings as at 31 March 2014 are given twice, and the two differ: “Fleet” is £0.11 at B.xlsx: "
               "Savings!D2 and £0.10 at A.xlsx: Savings!D2; “Estate” is £0.21 at B.xlsx: Savings!D3 and £0.20 at "
               "A.xlsx: Savings!D3; “Custody” stands only at B.xlsx: Savings!D4; and 2 more rows differ. Neither is "
               "published.");
}

BOOST_AUTO_TEST_CASE(a_row_given_twice_counts_once) {
    tests::Office office;
    send(office, "police", "A.xlsx", july, march, {{"Fleet", 10}, {"Estate", 20}, {"fleet ", 10}});
    Findings findings;
    BOOST_TEST(held(office, &findings) == "2014-03-31 Fleet 10\n2014-03-31 Estate 20\n");
    BOOST_TEST(tests::Office::text(findings) == "warning savings-row-twice A.xlsx: Savings!D4\n");
    BOOST_TEST(findings.front().message ==
               "“fleet ” (realised, 2014/15) is already at A.xlsx: Savings!D2. It was counted once.");
}

BOOST_AUTO_TEST_CASE(a_row_given_twice_with_two_amounts_counts_as_neither) {
    tests::Office office;
    send(office, "police", "A.xlsx", july, march, {{"Fleet", 10}, {"Estate", 20}, {"Fleet", 15}});
    Findings findings;
    BOOST_TEST(held(office, &findings) == "2014-03-31 Estate 20\n");
    BOOST_TEST(tests::Office::text(findings) == "error savings-row-twice A.xlsx: Savings!D4\n");
    BOOST_TEST(findings.front().message ==
               "“Fleet” (realised, 2014/15) is £0.15 here and £0.10 at A.xlsx: Savings!D2. Neither is counted.");
}

BOOST_AUTO_TEST_CASE(two_sheets_that_say_the_same_in_another_order_are_not) {
    tests::Office office;
    send(office, "police", "A.xlsx", july, march, {{"Fleet", 10}, {"Estate", 20}});
    send(office, "police", "B.xlsx", july, march, {{"Estate", 20}, {"Fleet", 10}});
    BOOST_TEST(held(office) == "2014-03-31 Fleet 10\n2014-03-31 Estate 20\n");
}

BOOST_AUTO_TEST_CASE(unreleased_savings_are_left_out) {
    tests::Office office;
    send(office, "youth", "A.xlsx", july, march, {{"Fleet", 10}});
    BOOST_TEST(held(office) == "");
}

BOOST_AUTO_TEST_SUITE_END()
