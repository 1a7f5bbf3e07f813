#include "panelbook/spc/series_sheet.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/workbook/read.hpp"

namespace panelbook::spc {

namespace {

Checked<SeriesSheet> read(const std::string& csv) {
    const auto book = workbook::read_workbook_bytes(csv, "series.csv", workbook::Limits::normal());
    return read_series(book.value.sheets.front(), "series.csv");
}

/// "error B3 The value ..." of every finding.
std::string said(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings)
        text +=
            std::string(to_word(finding.severity)) + ' ' + to_a1(*finding.where.cell) + ' ' + finding.message + '\n';
    return text;
}

struct WrongSeries {
    const char* name;
    const char* csv;
    const char* said;
};
std::ostream& operator<<(std::ostream& out, const WrongSeries& one) {
    return out << one.name;
}

const WrongSeries wrong[] = {
    {"no headings", "2016-10-01,5\n2016-11-01,6\n", "error A1 There is no row with the headings period and value.\n"},
    {"headings only", "period,value\n", "error A1 There is no row under the headings.\n"},
    {"not a number", "period,value\n1,5\n2,abc\n", "error B3 \"abc\" is not a number.\n"},
    {"infinity", "period,value\n1,5\n2,inf\n", "error B3 \"inf\" is not a number.\n"},
    {"too large", "period,value\n1,5\n2,1e+999\n", "error B3 \"1e+999\" is not a number.\n"},
    {"a period twice", "period,value\n2016-10,5\n2016-10-01,6\n", "error A3 The period 2016-10-01 is there twice.\n"},
    {"a name twice", "period,value\nfirst,5\nsecond,5\nfirst,6\n", "error A4 The period first is there twice.\n"},
    {"out of order", "period,value\n2016-11,5\n2016-10,6\n", "error A3 The period 2016-10 comes after 2016-11.\n"},
    {"no period", "period,value\n1,5\n,6\n", "error A3 The row has no period.\n"},
    {"no denominator", "period,value,denominator\n1,5,10\n2,5,\n", "error C3 There is a value, but no denominator.\n"},
    {"denominator below 0", "period,value,denominator\n1,5,-10\n", "error C2 The denominator -10 is below 0.\n"},
    {"denominator of 0", "period,value,denominator\n1,0,0\n",
     "warning C2 The denominator is 0, so the point has no figure.\n"},
    {"not a rebase", "period,value,rebase\n1,5,yes\n", "error C2 \"yes\" does not say whether a new segment begins.\n"},
    {"a heading twice", "period,value,value\n1,5,6\n", "error C1 The heading value stands there twice.\n"},
    {"thousands with a comma", "period,value\n1,1,234\n2,999\n", "error C2 \"234\" has no heading above it.\n"},
    {"delimiters at the end", "period,value\n1,5,,\n2,6, ,\n", ""},
    {"a column more", "period,value,comment\n1,5,good\n", "warning C1 The column \"comment\" is not used.\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(what_is_wrong_with_a_series_is_said_with_its_place, boost::unit_test::data::make(wrong), one) {
    BOOST_TEST(said(read(one.csv).findings) == one.said);
}

BOOST_AUTO_TEST_CASE(every_row_is_a_point_and_what_is_no_figure_is_a_missing_one) {
    const auto series = read(
        "Value,Period,Rebase,Target,Denominator\n5,2016-10-01,0,3,10\n,2016-11-01,,,\nNA,2016-12-01,1,4,\n"
        "NaN,2017-01-01,FALSE,,12\n");
    BOOST_TEST(said(series.findings) == "");
    BOOST_TEST(series.value.periods.size() == 4u);
    BOOST_TEST(series.value.periods[2] == "2016-12-01");
    BOOST_TEST(series.value.values[0].value() == 5.0);
    for (const std::size_t missing : {1u, 2u, 3u}) BOOST_TEST(!series.value.values[missing].has_value());
    BOOST_TEST(series.value.denominators[3].value() == 12.0);
    BOOST_TEST(series.value.rebases == std::vector<std::size_t>{2}, boost::test_tools::per_element());
    BOOST_TEST(series.value.target.value() == 4.0);
}

BOOST_AUTO_TEST_CASE(headings_may_stand_below_a_title) {
    const auto series = read("Burglary,\n,\nperiod,value\n1,5\n,\n2,6\n");
    BOOST_TEST(said(series.findings) == "");
    BOOST_TEST(series.value.periods.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_period_is_found_however_it_is_written) {
    const auto series = read("period,value\n2016-10-01,5\n2016-11-01,6\n").value;
    BOOST_TEST(find_period(series, "2016-11").value() == 1u);
    BOOST_TEST(find_period(series, "Nov-16").value() == 1u);
    BOOST_TEST(find_period(series, "2016-10-01").value() == 0u);
    BOOST_TEST(!find_period(series, "2016-12").has_value());
}

BOOST_AUTO_TEST_CASE(a_chart_refuses_what_it_cannot_hold) {
    const struct {
        const char* csv;
        ChartType type;
        const char* said;
    } rows[] = {
        {"period,value\n1,5\n", ChartType::p, "error B2 A p chart needs a column denominator.\n"},
        {"period,value,denominator\n1,11,10\n", ChartType::p_prime,
         "error B2 The value 11 is more than its denominator 10, so it is no share.\n"},
        {"period,value,denominator\n1,11,10\n", ChartType::u, ""},
        {"period,value\n1,-1\n", ChartType::c, "error B2 A c chart cannot hold -1, which is below 0.\n"},
        {"period,value\n1,0\n", ChartType::t, "error B2 A t chart cannot hold 0: a time between events is above 0.\n"},
        {"period,value\n1,0\n", ChartType::g, ""},
        {"period,value\n1,-1\n", ChartType::individuals, ""},
    };
    for (const auto& row : rows)
        BOOST_TEST(said(chart_faults(read(row.csv).value, row.type, {"series.csv", "series", {}})) == row.said);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc
