#include "panelbook/report/savings_totals.hpp"

#include <boost/test/unit_test.hpp>

using namespace panelbook;
using namespace panelbook::report;

namespace {

SavingsAmount amount(const char* status, std::int64_t pounds, const char* estimate, const char* scope, Date as_at) {
    SavingsAmount made;
    made.status = status;
    made.amount = Pence{pounds * 100};
    made.estimate = estimate;
    made.scope = scope;
    made.as_at = as_at;
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(only_amounts_of_one_scope_and_date_are_added_up) {
    const Date march(2014, 3, 31);
    const Date june(2014, 6, 30);
    const std::vector<SavingsAmount> amounts = {
        amount("required", 23, "original", "to 2017", march),
        amount("required", 28, "latest", "to 2017", march),
        amount("realised", 3, "", "to 2017", march),
        amount("nearing completion", 2, "", "to 2017", march),
        amount("idea", 9, "", "to 2017", march),
        amount("unachievable", 1, "", "to 2017", march),
        amount("required", 23, "", "to 2017", june),
    };
    const auto sets = savings_sets(amounts);
    BOOST_TEST_REQUIRE(sets.size() == 2U);
    BOOST_TEST(sets[0].words() == "to 2017, as at 30 June 2014");
    BOOST_TEST(bridge_of(sets[0]).still_to_find().count == 2300);
    const SavingsBridge bridge = bridge_of(sets[1]);
    BOOST_TEST(sets[1].estimates_differ);
    BOOST_TEST(bridge.required.count == 2800);
    BOOST_TEST(bridge.realised.count == 300);
    BOOST_TEST(bridge.identified.count == 200);
    BOOST_TEST(bridge.still_to_find().count == 2300);
}

BOOST_AUTO_TEST_CASE(without_a_required_amount_nothing_is_still_to_find) {
    const std::vector<SavingsAmount> amounts = {amount("realised", 3, "", "", Date(2014, 3, 31))};
    const auto sets = savings_sets(amounts);
    BOOST_TEST(!sets.at(0).has_required());
    BOOST_TEST(sets.at(0).words() == "as at 31 March 2014");
}

BOOST_AUTO_TEST_CASE(totals_say_which_rows_beside_them_are_in_error) {
    std::vector<SavingsAmount> amounts = {amount("realised", 3, "", "", Date(2014, 3, 31))};
    amounts.front().where = {"Savings.xlsx", "", "Schemes", {3, 4}};
    const auto set = savings_sets(amounts).at(0);
    const auto found = [](Severity severity, const char* rule, const char* sheet, std::uint32_t row) {
        return Finding{severity, rule, {"Savings.xlsx", sheet, CellRef{row, 4}}, "", "", "", ""};
    };
    Findings findings = {found(Severity::warning, "text-number", "Schemes", 5),
                         found(Severity::error, "total-differs", "Schemes", 9),
                         found(Severity::error, "not-a-number", "Other", 6)};
    BOOST_TEST(savings_caution(set, findings) == "");
    findings.push_back(found(Severity::error, "not-a-number", "Schemes", 6));
    BOOST_TEST(savings_caution(set, findings) ==
               "1 row of these savings is in error and in no total: Savings.xlsx: Schemes!E7.");
    findings.push_back(found(Severity::error, "amount-missing", "Schemes", 7));
    BOOST_TEST(savings_caution(set, findings) ==
               "2 rows of these savings are in error and in no total: Savings.xlsx: "
               "Schemes!E7; Savings.xlsx: Schemes!E8.");
}

BOOST_AUTO_TEST_SUITE_END()
