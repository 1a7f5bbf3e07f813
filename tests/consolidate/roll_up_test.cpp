#include "panelbook/consolidate/roll_up.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Period q1 = Period::quarter(2014, 1);

SeriesPoint value(Amount amount, std::optional<double> denominator = {}, Marker marker = Marker::none) {
    SeriesPoint point;
    point.period = q1;
    point.value = amount;
    point.denominator = denominator;
    point.marker = marker;
    return point;
}

SeriesPoint absent(Marker marker, std::string reason) {
    SeriesPoint point;
    point.period = q1;
    point.marker = marker;
    point.reason = std::move(reason);
    return point;
}

struct Case {
    std::string name;
    plan::RollUp rule;
    std::vector<SeriesPoint> parts;  ///< City, County, Rutland
    std::string expected;

    friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

const Amount pence_1{Pence{1}}, pence_2{Pence{2}}, pence_big{Pence{900'000'000'000'001}};

const std::vector<Case> cases{
    {"sum", plan::RollUp::sum, {value(10.0), value(20.0), value(0.0)}, "30 from 3 parts"},
    {"sum with denominators",
     plan::RollUp::sum,
     {value(634.0, 1000.0), value(0.0, 883.0), value(1.0, 0.0)},
     "635 of 1883 from 3 parts"},
    {"sum with one denominator missing",
     plan::RollUp::sum,
     {value(1.0, 10.0), value(2.0), value(3.0, 10.0)},
     "6 from 3 parts"},
    {"pence are added exactly",
     plan::RollUp::sum,
     {value(pence_big), value(pence_1), value(pence_1)},
     "£9000000000000.03 from 3 parts"},
    {"mean", plan::RollUp::mean, {value(1.0), value(2.0), value(6.0)}, "3 from 3 parts"},
    {"mean of pence to the nearest penny",
     plan::RollUp::mean,
     {value(pence_1), value(pence_2), value(pence_2)},
     "£0.02 from 3 parts"},
    {"ratio is pooled, not the mean of percentages",
     plan::RollUp::ratio,
     {value(50.0, 10.0), value(100.0, 90.0), value(0.0, 0.0)},
     "95 of 100 from 3 parts"},
    {"ratio without a denominator",
     plan::RollUp::ratio,
     {value(50.0, 10.0), value(100.0), value(40.0, 5.0)},
     "not supplied: County: it was not said how many the figure is out of"},
    {"ratio of nobody",
     plan::RollUp::ratio,
     {value(50.0, 0.0), value(100.0, 0.0), value(40.0, 0.0)},
     "not applicable: There is nothing to take a share of"},
    {"last", plan::RollUp::last, {value(1.0), value(2.0), value(3.0)}, "3 from 3 parts"},
    {"a part is missing",
     plan::RollUp::sum,
     {value(1.0), value(2.0), absent(Marker::not_supplied, "Not received")},
     "not supplied: Rutland: Not received"},
    {"two parts are missing for one reason",
     plan::RollUp::sum,
     {absent(Marker::not_supplied, "Not received"), value(2.0), absent(Marker::not_supplied, "Not received")},
     "not supplied: City and Rutland: Not received"},
    {"two parts are missing for two reasons",
     plan::RollUp::sum,
     {absent(Marker::not_supplied, "Not received"), value(2.0), absent(Marker::not_released, "Not presented")},
     "not released: City: Not received; Rutland: Not presented"},
    {"all are missing for one reason",
     plan::RollUp::sum,
     {absent(Marker::not_released, "Not presented"), absent(Marker::not_released, "Not presented"),
      absent(Marker::not_released, "Not presented")},
     "not released: Not presented"},
    {"a part that does not apply does not count",
     plan::RollUp::sum,
     {value(1.0), value(2.0), absent(Marker::not_applicable, "Part of County")},
     "3 from 2 parts"},
    {"nor is it named where others are missing",
     plan::RollUp::sum,
     {absent(Marker::suppressed, "Suppressed"), value(2.0), absent(Marker::not_applicable, "Part of County")},
     "suppressed: City: Suppressed"},
    {"no part applies",
     plan::RollUp::sum,
     {absent(Marker::not_applicable, "No such offence"), absent(Marker::not_applicable, "No such offence"),
      absent(Marker::not_applicable, "No such offence")},
     "not applicable: No such offence"},
    {"provisional parts make a provisional whole",
     plan::RollUp::sum,
     {value(1.0), value(2.0, {}, Marker::provisional), value(3.0, {}, Marker::revised)},
     "6 (provisional) from 3 parts"},
};

std::string words(const SeriesPoint& point) {
    if (!point.value) return std::string(to_word(point.marker)) + ": " + point.reason;
    const Pence* pence = std::get_if<Pence>(&*point.value);
    std::string text = pence ? fmt::format("£{}.{:02}", pence->count / 100, pence->count % 100)
                             : fmt::format("{}", to_number(*point.value));
    if (point.denominator) text += fmt::format(" of {}", *point.denominator);
    if (point.marker != Marker::none) text += fmt::format(" ({})", to_word(point.marker));
    return text + fmt::format(" from {} parts", point.parts.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_DATA_TEST_CASE(parts_become_a_whole, boost::unit_test::data::make(cases), each) {
    const tests::Office office;
    plan::Measure measure = office.plan.measures.front();
    measure.over_areas = each.rule;
    std::vector<Series> series;
    for (const SeriesPoint& point : each.parts) series.push_back({measure.id, {}, {point}});
    std::vector<AreaPart> parts;
    for (std::size_t i = 0; i < series.size(); ++i) parts.push_back({&office.plan.areas[i + 1], &series[i], {}});
    const std::vector<SeriesPoint> whole = roll_up(measure, parts);
    BOOST_TEST_REQUIRE(whole.size() == 1U);
    BOOST_TEST((whole.front().period == q1));
    BOOST_TEST(whole.front().where.empty());
    BOOST_TEST(words(whole.front()) == each.expected);
}

BOOST_AUTO_TEST_CASE(a_part_without_the_period_is_asked_why) {
    const tests::Office office;
    const plan::Measure& measure = office.plan.measures.front();
    const Series city{measure.id, {"City"}, {value(1.0)}}, county{measure.id, {"County"}, {}};
    const std::vector<AreaPart> parts{{&office.plan.areas[1], &city, {}},
                                      {&office.plan.areas[2], &county, [](Period period) {
                                           BOOST_TEST((period == q1));
                                           return absent(Marker::not_supplied, "Never recorded");
                                       }}};
    BOOST_TEST(words(roll_up(measure, parts).front()) == "not supplied: County: Never recorded");
}

BOOST_AUTO_TEST_CASE(what_was_sent_for_the_whole_wins_and_differences_beyond_rounding_are_found) {
    struct Row {
        std::string name;
        plan::Unit unit;
        plan::RollUp rule;
        int decimals;
        SeriesPoint sent;
        SeriesPoint rolled;
        std::string expected;
        bool found;
    };
    SeriesPoint of_three = value(30.0);
    of_three.parts = {{"City"}, {"County"}, {"Rutland"}};
    const auto rolled = [&](Amount amount) {
        SeriesPoint point = of_three;
        point.value = amount;
        return point;
    };
    using plan::RollUp, plan::Unit;
    for (const Row& row : std::vector<Row>{
             {"equal", Unit::count, RollUp::sum, 0, value(30.0), of_three, "30 from 0 parts", false},
             {"counts are not rounded", Unit::count, RollUp::sum, 0, value(31.0), of_three, "31 from 0 parts", true},
             {"rounding of three parts", Unit::hours, RollUp::sum, 0, value(32.0), of_three, "32 from 0 parts", false},
             {"beyond it", Unit::hours, RollUp::sum, 0, value(32.1), of_three, "32.1 from 0 parts", true},
             {"a share to one decimal", Unit::percent, RollUp::ratio, 1, value(30.1), of_three, "30.1 from 0 parts",
              false},
             {"beyond it", Unit::percent, RollUp::ratio, 1, value(30.2), of_three, "30.2 from 0 parts", true},
             {"money shown in pounds", Unit::gbp, RollUp::sum, 0, value(Pence{300'200}), rolled(Pence{300'000}),
              "£3002.00 from 0 parts", false},
             {"beyond it", Unit::gbp, RollUp::sum, 0, value(Pence{300'201}), rolled(Pence{300'000}),
              "£3002.01 from 0 parts", true},
             {"not supplied", Unit::count, RollUp::sum, 0, absent(Marker::not_supplied, "x"), of_three,
              "30 from 3 parts", false},
             {"in error", Unit::count, RollUp::sum, 0, absent(Marker::in_error, "x"), of_three, "30 from 3 parts",
              false},
             {"not released", Unit::count, RollUp::sum, 0, absent(Marker::not_released, "x"), of_three,
              "not released: x", false},
             {"suppressed", Unit::count, RollUp::sum, 0, absent(Marker::suppressed, "x"), of_three, "suppressed: x",
              false},
             {"parts are missing", Unit::count, RollUp::sum, 0, value(30.0), absent(Marker::not_supplied, "y"),
              "30 from 0 parts", false},
             {"both are missing", Unit::count, RollUp::sum, 0, absent(Marker::not_supplied, "x"),
              absent(Marker::not_supplied, "y"), "not supplied: x", false}}) {
        BOOST_TEST_CONTEXT(row.name << " " << words(row.sent)) {
            plan::Measure measure = tests::Office::measure("burglary", row.unit, row.rule);
            measure.decimals = row.decimals;
            SeriesPoint sent = row.sent;
            sent.where = {{"Force.xlsx", "hash", "Return", {4, 2}}};
            const auto result = sent_or_rolled({sent}, {row.rolled}, measure, tests::Office::area("Force", ""));
            BOOST_TEST_REQUIRE(result.value.size() == 1U);
            BOOST_TEST(words(result.value.front()) == row.expected);
            BOOST_TEST(tests::Office::text(result.findings) ==
                       (row.found ? "warning roll-up-differs Force.xlsx: Return!C5\n" : ""));
        }
    }
}

BOOST_AUTO_TEST_CASE(periods_of_both_are_put_in_order) {
    const auto at = [](int month, double amount) {
        SeriesPoint point = value(amount);
        point.period = Period::month(2014, month);
        point.where = {{}};
        return point;
    };
    const plan::Measure measure = tests::Office::measure("burglary", plan::Unit::count, plan::RollUp::sum);
    const auto result = sent_or_rolled({at(5, 5.0), at(7, 7.0)}, {at(4, 4.0), at(5, 5.0), at(6, 6.0), at(8, 8.0)},
                                       measure, tests::Office::area("Force", ""));
    BOOST_TEST_REQUIRE(result.value.size() == 5U);
    for (std::size_t i = 0; i < 5; ++i) BOOST_TEST(to_number(*result.value[i].value) == 4.0 + static_cast<double>(i));
}

BOOST_AUTO_TEST_SUITE_END()
