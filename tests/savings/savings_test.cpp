#include "panelbook/savings/savings.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <ostream>

using namespace panelbook;
using namespace panelbook::savings;

namespace {

const Period span = Period::span(Period::month(2013, 4), Period::month(2017, 3));
const Date march{2014, 3, 31};

struct Row {
    std::string scheme;
    std::string status;
    std::int64_t pence;
    Period year = span;
    std::string estimate = "";
    std::optional<Date> as_at = march;
    std::string scope = "";
};

std::vector<SavingsAmount> amounts(const std::vector<Row>& rows) {
    std::vector<SavingsAmount> result;
    for (const Row& row : rows) {
        SavingsAmount amount;
        amount.scheme = row.scheme;
        amount.status = row.status;
        amount.amount = {row.pence};
        amount.year = row.year;
        amount.estimate = row.estimate;
        amount.as_at = row.as_at;
        amount.scope = row.scope;
        amount.where = {"Savings.xlsx", "hash", "MTFP", {static_cast<std::uint32_t>(result.size() + 1), 3}};
        result.push_back(amount);
    }
    return result;
}

constexpr std::int64_t million = 100'000'000;

std::string words(const Totals& totals) {
    const auto pounds = [](std::optional<Pence> amount) {
        return amount ? fmt::format("{:.2f}", static_cast<double>(amount->count) / static_cast<double>(million)) : "-";
    };
    return fmt::format("{} = {} + {} + {}", pounds(totals.required), pounds(totals.realised), pounds(totals.identified),
                       pounds(totals.still_to_find));
}

struct Case {
    std::string name;
    std::vector<Row> rows;
    std::string expected;  ///< £m: required = realised + identified + still to find
    std::string found;     ///< the cells of what does not foot

    friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

const std::vector<Case> cases{
    {"the published tile",
     {{"Gap", "required", 23 * million}, {"Done", "realised", 324'000'000}, {"To come", "identified", 184'000'000}},
     "23.00 = 3.24 + 1.84 + 17.92",
     ""},
    {"with the row that states what is still to find",
     {{"Gap", "required", 23 * million},
      {"Done", "realised", 324'000'000},
      {"To come", "identified", 184'000'000},
      {"Further required", "further required", 1'792'000'000}},
     "23.00 = 3.24 + 1.84 + 17.92",
     ""},
    {"which rounding may put out",
     {{"Gap", "required", 23 * million},
      {"Done", "realised", 324'000'000},
      {"To come", "identified", 184'000'000},
      {"Further required", "still to find", 1'794'000'000}},
     "23.00 = 3.24 + 1.84 + 17.92",
     ""},
    {"but a mistake may not",
     {{"Gap", "required", 23 * million},
      {"Done", "realised", 324'000'000},
      {"To come", "identified", 184'000'000},
      {"Further required", "still to find", 1'795'000'000}},
     "23.00 = 3.24 + 1.84 + 17.92",
     "D5 "},
    {"identified are planned and nearing completion too",
     {{"Gap", "required", 10 * million},
      {"A", "Identified", million},
      {"B", "planned", 2 * million},
      {"C", "nearing completion", 3 * million},
      {"D", "idea", 5 * million},
      {"E", "unachievable", 6 * million}},
     "10.00 = 0.00 + 6.00 + 4.00",
     ""},
    {"more than is required is a surplus",
     {{"Gap", "required", 23 * million}, {"Done", "realised", 2'380'000'000}},
     "23.00 = 23.80 + 0.00 + -0.80",
     ""},
    {"nobody said what is required", {{"Done", "realised", million}}, "- = 1.00 + 0.00 + -", ""},
    {"a total beside its parts is checked and not taken",
     {{"Gap", "required", 10 * million},
      {"A", "realised", million},
      {"B", "realised", 2 * million},
      {"Total realised", "realised", 3 * million}},
     "10.00 = 3.00 + 0.00 + 7.00",
     ""},
    {"and found where it is not their sum",
     {{"Gap", "required", 10 * million},
      {"A", "realised", million},
      {"B", "realised", 2 * million},
      {"Total realised", "realised", 4 * million}},
     "10.00 = 3.00 + 0.00 + 7.00",
     "D5 "},
    {"a total without parts is the amount",
     {{"Total required", "required", 10 * million}},
     "10.00 = 0.00 + 0.00 + 10.00",
     ""},
    {"a span beside its years is a total",
     {{"Gap", "required", 10 * million, span},
      {"Gap", "required", 4 * million, Period::financial_year(2013)},
      {"Gap", "required", 5 * million, Period::financial_year(2014)}},
     "9.00 = 0.00 + 0.00 + 9.00",
     "D2 "},
    {"sheets in whole pence are held to the penny",
     {{"Gap", "required", 1001}, {"A", "realised", 500}, {"Further required", "still to find", 504}},
     "0.00 = 0.00 + 0.00 + 0.00",
     "D4 "},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(savings)

BOOST_DATA_TEST_CASE(savings_foot_to_the_penny, boost::unit_test::data::make(cases), each) {
    const auto result = savings_of(amounts(each.rows));
    BOOST_TEST_REQUIRE(result.value.positions.size() == 1U);
    BOOST_TEST(words(result.value.positions.front().total) == each.expected);
    std::string cells;
    for (const Finding& finding : result.findings) {
        BOOST_TEST(finding.rule == "savings-do-not-foot");
        cells += to_a1(*finding.where.cell) + " ";
    }
    BOOST_TEST(cells == each.found);
}

BOOST_AUTO_TEST_CASE(every_year_has_its_own_totals) {
    const Period first = Period::financial_year(2015), second = Period::financial_year(2016);
    const auto result = savings_of(amounts({{"Gap", "required", 170'000'000, first},
                                            {"Gap", "required", 610'000'000, second},
                                            {"Fleet", "planned", 210'000'000, second},
                                            {"Further", "still to find", 410'000'000, second}}));
    const Position& position = result.value.positions.front();
    BOOST_TEST_REQUIRE(position.years.size() == 2U);
    BOOST_TEST((position.years[0].year == first));
    BOOST_TEST(words(position.years[0].totals) == "1.70 = 0.00 + 0.00 + 1.70");
    BOOST_TEST(words(position.years[1].totals) == "6.10 = 0.00 + 2.10 + 4.00");
    BOOST_TEST(words(position.total) == "7.80 = 0.00 + 2.10 + 5.70");
    BOOST_TEST(position.amounts.size() == 3U);
    BOOST_TEST_REQUIRE(result.findings.empty(), "4.1 against 4.0 is within the rounding of three parts to 0.1");
}

BOOST_AUTO_TEST_CASE(positions_are_not_added_to_each_other) {
    const Date june{2014, 6, 30};
    const auto result = savings_of(amounts({{"Gap", "required", 23 * million, span, "original", march, "MTFP"},
                                            {"Done", "realised", 3 * million, span, "original", march, "MTFP"},
                                            {"Gap", "required", 30 * million, span, "original", june, "MTFP"},
                                            {"Done", "realised", 17 * million, span, "original", june, "MTFP"},
                                            {"Gap", "required", 1 * million, span, "original", march, "Region"}}));
    BOOST_TEST_REQUIRE(result.value.positions.size() == 3U);
    BOOST_TEST(words(result.value.positions[0].total) == "30.00 = 17.00 + 0.00 + 13.00");
    BOOST_TEST(words(result.value.positions[1].total) == "23.00 = 3.00 + 0.00 + 20.00");
    BOOST_TEST(words(result.value.positions[2].total) == "1.00 = 0.00 + 0.00 + 1.00");
    BOOST_TEST(
        result.value.note ==
        "Shown is the original estimate as at 30 June 2014 for MTFP. Also known, and not added to it: the original "
        "estimate as at 31 March 2014 for MTFP; the original estimate as at 31 March 2014 for Region.");
}

BOOST_AUTO_TEST_CASE(schemes_without_an_estimate_belong_to_every_estimate_of_the_gap) {
    const auto result = savings_of(amounts({{"Gap", "required", 2300 * million / 100, span, "original"},
                                            {"Gap", "required", 2780 * million / 100, span, "latest"},
                                            {"Done", "realised", 2380 * million / 100, span}}));
    BOOST_TEST_REQUIRE(result.value.positions.size() == 2U);
    BOOST_TEST(result.value.positions[0].estimate == "latest");
    BOOST_TEST(words(result.value.positions[0].total) == "27.80 = 23.80 + 0.00 + 4.00");
    BOOST_TEST(words(result.value.positions[1].total) == "23.00 = 23.80 + 0.00 + -0.80");
}

BOOST_AUTO_TEST_CASE(what_does_not_foot_is_said_in_pounds) {
    const auto result = savings_of(amounts({{"Gap", "required", 123'456'789},
                                            {"Done", "realised", 23'456'789},
                                            {"Further required", "still to find", -100}}));
    BOOST_TEST_REQUIRE(result.findings.size() == 1U);
    BOOST_TEST(result.findings.front().message ==
               "\"Further required\" for April 2013 to March 2017 is \u2212£1 here, but what is required less what is "
               "realised and identified comes to £1,000,000. Rounding does not explain the difference.");
    BOOST_TEST(result.findings.front().where.text() == "Savings.xlsx: MTFP!D4");
}

BOOST_AUTO_TEST_CASE(no_amounts_are_no_positions) {
    const auto result = savings_of({});
    BOOST_TEST(result.value.positions.empty());
    BOOST_TEST(result.value.note == "");
}

BOOST_AUTO_TEST_SUITE_END()
