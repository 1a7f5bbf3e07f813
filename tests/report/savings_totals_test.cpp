#include "panelbook/report/savings_totals.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <ostream>

using namespace panelbook;
using namespace panelbook::report;

namespace {

struct MillionsCase {
    const char* name;
    std::int64_t whole_pounds;
    std::vector<std::int64_t> parts_pounds;
    std::int64_t whole;
    std::vector<std::int64_t> parts;
};

std::ostream& operator<<(std::ostream& out, const MillionsCase& one) {
    return out << one.name;
}

const std::vector<MillionsCase> millions = {
    {"the published quarter", 23'000'000, {3'240'000, 1'840'000, 17'920'000}, 2300, {324, 184, 1792}},
    {"three halves of a penny's worth", 30'015'000, {10'005'000, 10'005'000, 10'005'000}, 3002, {1001, 1001, 1000}},
    {"two that both round down", 23'500'000, {3'244'900, 1'844'900, 18'410'200}, 2350, {325, 184, 1841}},
    {"a surplus", 23'000'000, {23'800'000, 0, -800'000}, 2300, {2380, 0, -80}},
    {"a surplus that is cut", 23'000'000, {23'804'000, 0, -804'000}, 2300, {2380, 0, -80}},
};

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

BOOST_DATA_TEST_CASE(shown_parts_add_up_to_the_shown_whole, boost::unit_test::data::make(millions)) {
    std::vector<Pence> parts;
    for (const std::int64_t pounds : sample.parts_pounds) parts.push_back(Pence{pounds * 100});
    const ShownMillions shown = shown_millions(Pence{sample.whole_pounds * 100}, parts);
    BOOST_TEST(shown.whole == sample.whole);
    BOOST_TEST(shown.parts == sample.parts, boost::test_tools::per_element());
    BOOST_TEST(std::accumulate(shown.parts.begin(), shown.parts.end(), std::int64_t{0}) == shown.whole);
}

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

BOOST_AUTO_TEST_SUITE_END()
