#include "panelbook/extract/labels.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;

namespace {

struct TotalCase {
    const char* label;
    bool total;
};
std::ostream& operator<<(std::ostream& out, const TotalCase& one) {
    return out << '"' << one.label << '"';
}
const TotalCase totals[] = {
    {"Total", true},           {"TOTAL:", true},      {"Sum:", true},      {"All", true},
    {"All areas", true},       {"Grand total", true}, {"Sub-total", true}, {"Total (1)", true},
    {"Total 43 forces", true}, {"All crime", false},  {"Totals", true},    {"Totalling", false},
    {"Summary", false},        {"", false},
};

plan::Label label(std::optional<SourceId> source, std::string theirs, std::string measure) {
    plan::Label row;
    row.source = std::move(source);
    row.theirs = std::move(theirs);
    row.measure = MeasureId{std::move(measure)};
    return row;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(labels)

BOOST_DATA_TEST_CASE(words_for_totals, data::make(totals), one) {
    BOOST_TEST(is_total_label(one.label) == one.total);
}

BOOST_AUTO_TEST_CASE(the_sources_own_rows_win_and_exact_wins_over_folded) {
    plan::Plan plan = tests::office_plan();
    plan.labels = {label(std::nullopt, "Theft", "asb"), label(SourceId{"crime"}, "Theft", "burglary"),
                   label(SourceId{"crime"}, "THEFT", "robbery"), label(SourceId{"other"}, "Fraud", "asb")};
    const LabelBook book(plan, {"crime"});
    BOOST_TEST(book.measure("Theft").measure->text == "burglary");
    BOOST_TEST(book.measure("THEFT").measure->text == "robbery");
    BOOST_TEST(book.measure(" theft* ").measure->text == "burglary");
    BOOST_TEST(!book.measure("Fraud").known());
    BOOST_TEST(LabelBook(plan, {"third"}).measure("theft").measure->text == "asb");
}

BOOST_AUTO_TEST_CASE(ids_and_names_of_the_plan_need_no_rows) {
    const LabelBook book(tests::office_plan(), {"crime"});
    BOOST_TEST(book.measure("answer-time").measure->text == "answer-time");
    BOOST_TEST(book.measure("anti-social behaviour (2)").measure->text == "asb");
    BOOST_TEST(!book.measure("City").known());
    const std::vector<std::string> city = {"City"};
    BOOST_TEST(book.area(city).area->text == "city");
}

BOOST_AUTO_TEST_CASE(a_path_tells_areas_of_one_name_apart) {
    plan::Plan plan = tests::office_plan();
    plan.areas.push_back({{"city-city"}, "City", "district", AreaId{"city"}, {}});
    const LabelBook book(plan, {"crime"});
    const std::vector<std::string> inner = {"City", "City"};
    const std::vector<std::string> marked = {"city*", "City (1)"};
    const std::vector<std::string> outer = {"City"};
    const std::vector<std::string> nowhere = {"County", "City"};
    BOOST_TEST(book.area(inner).area->text == "city-city");
    BOOST_TEST(book.area(marked).area->text == "city-city");
    BOOST_TEST(book.area(outer).area->text == "city");
    BOOST_TEST(!book.area(nowhere).known());
}

BOOST_AUTO_TEST_CASE(the_nearest_name_is_offered) {
    const LabelBook book(tests::office_plan(), {"crime"});
    BOOST_TEST(book.nearest_measure("Burglarly") == "Burglary");
    BOOST_TEST(book.nearest_area("Conty") == "County");
    BOOST_TEST(book.nearest_measure("Quarterly newsletter") == "");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
