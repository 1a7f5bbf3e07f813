#include "panelbook/validate/validate.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <vector>

using namespace panelbook;

namespace {

plan::Plan two_measures() {
    plan::Plan plan;
    plan::Measure burglary;
    burglary.id = {"burglary"};
    burglary.name = "Burglary";
    plan::Measure survey;
    survey.id = {"survey"};
    survey.name = "Satisfaction";
    survey.unit = plan::Unit::percent;
    plan.measures = {burglary, survey};
    plan.areas = {{{"city"}, "City", "city", {}, {}}};
    return plan;
}

Observation observed(const char* measure, int month, double value, std::optional<double> n = {}) {
    Observation observation;
    observation.measure = {measure};
    observation.area = {"city"};
    observation.period = Period::month(2014, month);
    observation.value = value;
    observation.denominator = n;
    observation.where = {"Return.xlsx", "hash", "Return", {static_cast<std::uint32_t>(month), 2}};
    return observation;
}

/// The smallest file that breaks a rule, or just does not.
struct Case {
    const char* name;
    std::vector<Observation> observations;
    const char* rule;  // empty: nothing is found
    Severity severity = Severity::error;
    std::size_t withheld = 0;
    const char* words = "";
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

const Case cases[] = {
    {"good months", {observed("burglary", 4, 50), observed("burglary", 5, 0)}, ""},
    {"negative count",
     {observed("burglary", 4, -1)},
     "out-of-range",
     Severity::error,
     1,
     "Burglary, City, Apr-14: -1 is below 0"},
    {"182.7 per cent", {observed("survey", 4, 182.7)}, "out-of-range", Severity::error, 1, "182.7 is above 100"},
    {"100 per cent", {observed("survey", 4, 100.0)}, ""},
    {"half a burglary", {observed("burglary", 4, 50.5)}, "not-whole", Severity::warning, 0, "50.5 is a count"},
    {"37.5% of 65",
     {observed("survey", 4, 37.5, 65.0)},
     "impossible-percentage",
     Severity::warning,
     0,
     "24 of 65 is 36.9%, 25 of 65 is 38.5%"},
    {"37.5% of 64", {observed("survey", 4, 37.5, 64.0)}, ""},
    {"91.4% of 105", {observed("survey", 4, 91.4, 105.0)}, ""},
    {"90.5% of 148", {observed("survey", 4, 90.5, 148.0)}, ""},
    {"97% of 86", {observed("survey", 4, 97.0, 86.0)}, ""},
    {"96% of 86 is none: 83 are 97%",
     {observed("survey", 4, 96.0, 86.0)},
     "impossible-percentage",
     Severity::warning,
     0,
     "82 of 86 is 95.3%, 83 of 86 is 96.5%"},
    {"the same figure twice",
     {observed("burglary", 4, 50), observed("burglary", 4, 50)},
     "duplicate-observation",
     Severity::warning,
     0,
     "Burglary, City, Apr-14 is already at Return!C5."},
    {"two figures for one month",
     {observed("burglary", 4, 50), observed("burglary", 4, 51)},
     "duplicate-observation",
     Severity::error,
     2,
     "with another figure; neither is used"},
    {"a month left out",
     {observed("burglary", 4, 50), observed("burglary", 5, 51), observed("burglary", 7, 52)},
     "missing-period",
     Severity::warning,
     0,
     "there is no figure for Jun-14"},
};

Findings validated(std::vector<Observation>& observations) {
    const plan::Plan plan = two_measures();
    const extract::SentFile file{"Return.xlsx", "hash"};
    extract::Extract extract;
    extract.observations = observations;
    const workbook::Workbook book;
    const plan::Source source;
    validate::Sent sent{book, source, plan, file, extract};
    Findings findings = validate::validate(sent);
    observations = extract.observations;
    return findings;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(validate)

BOOST_DATA_TEST_CASE(each_rule_finds_its_smallest_bad_file, boost::unit_test::data::make(cases), one) {
    auto observations = one.observations;
    const Findings findings = validated(observations);
    std::size_t withheld = 0;
    for (const Observation& observation : observations) withheld += observation.marker == Marker::in_error ? 1 : 0;
    BOOST_TEST(withheld == one.withheld);
    if (*one.rule == '\0') {
        BOOST_TEST(findings.empty(), (findings.empty() ? "" : findings[0].message));
        return;
    }
    BOOST_REQUIRE(findings.size() == 1);
    BOOST_TEST(findings[0].rule == one.rule);
    BOOST_TEST((findings[0].severity == one.severity));
    BOOST_TEST(findings[0].message.find(one.words) != std::string::npos, findings[0].message);
    BOOST_TEST(findings[0].where.text().starts_with("Return.xlsx: Return!C"));
}

BOOST_AUTO_TEST_CASE(a_third_figure_is_told_of_the_first) {
    std::vector<Observation> three = {observed("burglary", 4, 50), observed("burglary", 4, 51),
                                      observed("burglary", 4, 50)};
    const Findings findings = validated(three);
    BOOST_TEST(findings.size() == 2u);
    for (const Observation& one : three) BOOST_TEST(!one.value.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
