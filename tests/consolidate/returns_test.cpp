#include "panelbook/consolidate/returns.hpp"

#include <boost/test/unit_test.hpp>

#include "consolidate/office.hpp"

using namespace panelbook;
using namespace panelbook::consolidate;

namespace {

const Date july{2014, 7, 31};
const Date as_of{2014, 9, 29};
const Period q1 = Period::quarter(2014, 1);

Checked<std::vector<ReturnStatus>> returns(const tests::Office& office, Date day = as_of) {
    return returns_of(office.observations, office.savings, office.files, gate_files(office.files, office.plan, day),
                      office.plan, q1, day);
}

std::string words(const ReturnStatus& status) {
    const char* state = status.state == ReturnState::received  ? "received"
                        : status.state == ReturnState::missing ? "missing"
                                                               : "withheld";
    return fmt::format("{} {} {}: {}", state, status.file, status.received_on ? to_iso(*status.received_on) : "-",
                       status.reason);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(consolidate)

BOOST_AUTO_TEST_CASE(every_source_of_the_plan_has_a_state) {
    tests::Office office;
    office.release("2014/15 Q1", std::nullopt, Date(2014, 10, 12));
    office.send("police", "Old.xlsx", Date(2014, 7, 1), {{"burglary", "City", "2014-06", 1.0}});
    office.send("police", "New.xlsx", july, {{"burglary", "City", "2014-05", 1.0}});
    office.send("youth", "Youth.xlsx", july, {{"entrants", "City", "2014/15 Q1", 1.0}});
    const auto found = returns(office);
    BOOST_TEST_REQUIRE(found.value.size() == 3U);
    BOOST_TEST(words(found.value[0]) == "received New.xlsx 2014-07-31: ");
    BOOST_TEST(words(found.value[1]) == "missing  -: The return of the Council has not been received");
    BOOST_TEST(words(found.value[2]) ==
               "withheld Youth.xlsx 2014-07-31: Not yet presented to the Youth Board (expected on 12 October 2014)");
    BOOST_TEST(found.value[2].board == "Youth Board");
    BOOST_TEST((found.value[2].expected_on == Date(2014, 10, 12)));
    BOOST_TEST(found.findings.empty(), "what is not required is not asked for");
}

BOOST_AUTO_TEST_CASE(what_counts_as_the_return_of_the_period) {
    struct Row {
        std::string name;
        Date known_on;
        std::vector<tests::Figure> figures;
        bool received;
    };
    const Date april{2014, 4, 20};
    for (const Row& row : std::vector<Row>{
             {"a month of it", july, {{"burglary", "City", "2014-04", 1.0}}, true},
             {"the quarter", july, {{"burglary", "City", "2014/15 Q1", 1.0}}, true},
             {"twelve months to its end", july, {{"burglary", "City", "2013-07 to 2014-06", 1.0}}, true},
             {"the month before", july, {{"burglary", "City", "2014-03", 1.0}}, false},
             {"the year around it", july, {{"burglary", "City", "2014/15", 1.0}}, false},
             {"only markers", july, {{"burglary", "City", "2014-06", {}, {}, Marker::not_supplied}}, true},
             {"last quarter's grid with months to come",
              april,
              {{"burglary", "City", "2014-03", 1.0}, {"burglary", "City", "2014-06", {}, {}, Marker::not_supplied}},
              false},
             {"last year of a yearly measure", july, {{"entrants", "City", "2013/14", 1.0}}, true},
             {"nothing", july, {}, false}}) {
        tests::Office office;
        office.plan.measures[1].frequency = plan::Frequency::year;
        office.send("police", "Police.xlsx", row.known_on, row.figures);
        BOOST_TEST_CONTEXT(row.name) {
            BOOST_TEST((returns(office).value.front().state == ReturnState::received) == row.received);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_sign_off_for_the_period_is_a_return) {
    tests::Office office;
    office.send("police", "Police.xlsx", july, {}).sign_off = SignOff{"", "", q1, {}, "", {}, ""};
    BOOST_TEST((returns(office).value.front().state == ReturnState::received));
}

BOOST_AUTO_TEST_CASE(savings_count_from_the_eve_of_the_period) {
    for (const auto& [as_at, received] :
         {std::pair{Date(2014, 3, 31), true}, std::pair{Date(2014, 3, 30), false}, std::pair{Date(2014, 9, 1), true}}) {
        tests::Office office;
        const history::FileRecord file = office.send("police", "Savings.xlsx", july, {});
        SavingsAmount amount;
        amount.as_at = as_at;
        amount.source = {"police"};
        amount.where.hash = file.hash;
        office.savings.push_back({amount, july});
        BOOST_TEST((returns(office).value.front().state == ReturnState::received) == received);
    }
}

BOOST_AUTO_TEST_CASE(a_refused_file_is_named) {
    tests::Office office;
    office.send("police", "Damaged.xlsx", july, {}).state = history::FileState::rejected;
    BOOST_TEST(words(returns(office).value.front()) ==
               "missing Damaged.xlsx 2014-07-31: Damaged.xlsx was received but nothing could be read from it");
}

BOOST_AUTO_TEST_CASE(a_required_return_is_asked_for_and_overdue_only_after_its_day) {
    struct Row {
        Date as_of;
        std::optional<int> due_day;
        std::string findings;
        std::string message;
    };
    const std::string missing = "The return of the Police has not been received (Quarter 1 2014/15).";
    for (const Row& row :
         std::vector<Row>{{Date(2014, 7, 21), 21, "note return-awaited plan.xlsx: Sources!A5\n",
                           missing + " It is due on 21 July 2014."},
                          {Date(2014, 7, 22), 21, "error return-overdue plan.xlsx: Sources!A5\n",
                           missing + " It was due on 21 July 2014."},
                          {as_of, std::nullopt, "note return-awaited plan.xlsx: Sources!A5\n", missing}}) {
        tests::Office office;
        office.source("police").required = true;
        office.source("police").due_day = row.due_day;
        office.source("police").plan_cell = {4, 0};
        const auto found = returns(office, row.as_of);
        BOOST_TEST(tests::Office::text(found.findings) == row.findings);
        BOOST_TEST(found.findings.front().message == row.message);
    }
}

BOOST_AUTO_TEST_CASE(a_withheld_return_is_not_overdue) {
    tests::Office office;
    office.source("youth").required = true;
    office.source("youth").due_day = 1;
    office.send("youth", "Youth.xlsx", july, {{"entrants", "City", "2014/15 Q1", 1.0}});
    BOOST_TEST(returns(office).findings.empty());
}

BOOST_AUTO_TEST_CASE(the_periods_that_are_asked_for) {
    struct Row {
        plan::Frequency frequency;
        Period period;
        std::string expected;
    };
    using plan::Frequency;
    for (const Row& row :
         {Row{Frequency::month, q1, "2014-04 2014-05 2014-06 "}, Row{Frequency::quarter, q1, "2014/15 Q1 "},
          Row{Frequency::year, q1, "2013/14 "}, Row{Frequency::year, Period::quarter(2014, 4), "2014/15 "},
          Row{Frequency::quarter, Period::month(2014, 5), "2013/14 Q4 "},
          Row{Frequency::quarter, Period::financial_year(2014), "2014/15 Q1 2014/15 Q2 2014/15 Q3 2014/15 Q4 "}}) {
        std::string keys;
        for (const Period each : needed_periods(row.frequency, row.period)) keys += each.key() + " ";
        BOOST_TEST(keys == row.expected);
    }
}

BOOST_AUTO_TEST_SUITE_END()
