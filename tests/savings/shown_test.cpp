#include "panelbook/savings/shown.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <ostream>

using namespace panelbook;
using namespace panelbook::savings;

namespace {

struct Case {
    std::string name;
    std::vector<Pence> parts;
    std::vector<std::int64_t> shown;

    friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

const std::vector<Case> cases{
    {"nothing", {}, {}},
    {"exact amounts stay", {{300}, {-200}, {0}}, {3, -2, 0}},
    {"three thirds", {{133}, {133}, {134}}, {1, 1, 2}},
    {"of equal remainders the larger amount", {{150}, {250}}, {1, 3}},
    {"of equal amounts the first", {{150}, {150}}, {2, 1}},
    {"negative amounts", {{-150}, {-150}}, {-1, -2}},
    {"both signs", {{1740}, {-790}, {-150}}, {17, -8, -1}},
    {"the sum is rounded away from zero", {{-25}, {-25}}, {0, -1}},
    {"halves", {{50}, {50}, {50}}, {1, 1, 0}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(savings)

BOOST_DATA_TEST_CASE(what_is_printed_adds_up, boost::unit_test::data::make(cases), each) {
    const Pence unit{100};
    const std::vector<std::int64_t> shown = shown_parts(each.parts, unit);
    BOOST_TEST(shown == each.shown, boost::test_tools::per_element());
    const Pence sum = std::accumulate(each.parts.begin(), each.parts.end(), Pence{});
    BOOST_TEST(std::accumulate(shown.begin(), shown.end(), std::int64_t{0}) == rounded_to(sum, unit));
}

BOOST_AUTO_TEST_CASE(rounding_goes_away_from_zero_at_halves) {
    struct Row {
        std::int64_t pence, expected;
    };
    for (const Row& row :
         {Row{149, 1}, Row{150, 2}, Row{-149, -1}, Row{-150, -2}, Row{-151, -2}, Row{0, 0}, Row{-50, -1}})
        BOOST_TEST(rounded_to({row.pence}, {100}) == row.expected);
}

BOOST_AUTO_TEST_CASE(the_lines_of_the_tile_add_up_in_print) {
    const Totals published{Pence{2'300'000'000}, {324'000'000}, {184'000'000}, Pence{1'792'000'000}};
    const ShownTotals millions = shown(published, hundredth_of_a_million);
    BOOST_TEST(millions.required.value() == 2300);
    BOOST_TEST(millions.realised == 324);
    BOOST_TEST(millions.identified == 184);
    BOOST_TEST(millions.still_to_find.value() == 1792);

    // 10.004 = 3.334 + 3.335 + 3.335: each rounded by itself would print 3.33 + 3.34 + 3.34 = 10.01 against 10.00.
    const Totals awkward{Pence{1'000'400'000}, {333'400'000}, {333'500'000}, Pence{333'500'000}};
    const ShownTotals printed = shown(awkward, hundredth_of_a_million);
    BOOST_TEST(printed.required.value() == 1000);
    BOOST_TEST(printed.realised + printed.identified + printed.still_to_find.value() == 1000);
    const ShownTotals thousands = shown(awkward, thousand_pounds);
    BOOST_TEST(thousands.required.value() == 10004);
}

BOOST_AUTO_TEST_CASE(without_what_is_required_nothing_is_still_to_find) {
    const ShownTotals printed = shown({std::nullopt, {149'999}, {150'000}, std::nullopt}, thousand_pounds);
    BOOST_TEST(!printed.required.has_value());
    BOOST_TEST(!printed.still_to_find.has_value());
    BOOST_TEST(printed.realised == 1);
    BOOST_TEST(printed.identified == 2);
}

BOOST_AUTO_TEST_SUITE_END()
