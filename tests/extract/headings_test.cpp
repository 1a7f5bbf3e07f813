#include "panelbook/extract/headings.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/tables.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;

namespace {

struct HeadingCase {
    const char* name;
    const char* rows;  // header rows, as tests/support/tables.hpp writes sheets
    const char* periods;
    std::optional<Period> context = std::nullopt;
};
std::ostream& operator<<(std::ostream& out, const HeadingCase& one) {
    return out << one.name;
}

const HeadingCase cases[] = {
    {"months as text", "Apr-14 | May 2014 | June 2014", "2014-04, 2014-05, 2014-06"},
    {"months as dates", "2014-04-01 | 2014-05-01", "2014-04, 2014-05"},
    {"dates as text", "'01/04/2014 | '2014-05-31", "2014-04, 2014-05"},
    {"year and month as one number", "201404 | 201405", "2014-04, 2014-05"},
    {"quarters and years", "Q1 13/14 | 2014/15 Q2 | '2017-18 ", "2013/14 Q1, 2014/15 Q2, 2017/18"},
    {"a year over its months", "2014 | | \nNov | Dec | Total", "2014-11, 2014-12, total 2014-01 to 2014-12"},
    {"a year only at January", "2013 | | 2014 | \nNov | Dec | Jan | Feb", "2013-11, 2013-12, 2014-01, 2014-02"},
    {"a calendar year that runs on", "2014 | | | \nNov | Dec | Jan | Feb", "2014-11, 2014-12, 2015-01, 2015-02"},
    {"a financial year over its months", "2014/15 | | | \nApr | Dec | Jan | Mar", "2014-04, 2014-12, 2015-01, 2015-03"},
    {"months that lead up to the first year", " | | 2015\nNov | Dec | Jan", "2014-11, 2014-12, 2015-01"},
    {"a financial year over its quarters", "2014/15 | | 2015/16\nQ3 | Q4 | Q1", "2014/15 Q3, 2014/15 Q4, 2015/16 Q1"},
    {"runs of months below a year", "2014 | \nApr-Jun | Jul-Sep", "2014/15 Q1, 2014/15 Q2"},
    {"the year above every total", "2009 | | 2009 | 2010\nNov | Dec | Total | Jan",
     "2009-11, 2009-12, total 2009-01 to 2009-12, 2010-01"},
    {"years alone are calendar years", "2013 | '2014", "2013-01 to 2013-12, 2014-01 to 2014-12"},
    {"hyphens are years where one of them must be", "2010-11 | 2011-12 | 2012-13", "2010/11, 2011/12, 2012/13"},
    {"hyphens are months where one of them must be", "2010-11 | 2010-12 | 2011-01", "2010-11, 2010-12, 2011-01"},
    {"without a year there is no period", "Apr | May", "other, other"},
    {"a year from elsewhere", "Apr | Jan", "2014-04, 2015-01", Period::financial_year(2014)},
    {"a year from a quarter elsewhere", "Apr | May", "2014-04, 2014-05", Period::quarter(2014, 1)},
    {"the year to date", "Apr-14 | YTD", "2014-04, total"},
    {"other columns", "Apr-14 | Change | ", "2014-04, other, other"},
    {"sub-headings below a month", "Apr-14 | | May-14 | \n% | n | % | n", "2014-04, 2014-04, 2014-05, 2014-05"},
    {"rolling years", "12 months to Jun 2014", "2013-07 to 2014-06"},
    {"footnotes", "Apr-14 (p) | May* ", "2014-04, 2014-05", Period::financial_year(2014)},
};

std::string described(const std::vector<Slot>& slots) {
    std::string text;
    for (const Slot& slot : slots) {
        if (!text.empty()) text += ", ";
        if (slot.kind == SlotKind::other) text += "other";
        if (slot.kind == SlotKind::total) text += slot.period ? "total " + slot.period->key() : "total";
        if (slot.kind == SlotKind::period) text += slot.period->key();
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(headings)

BOOST_DATA_TEST_CASE(periods_of_header_rows, data::make(cases), one) {
    const workbook::Sheet sheet = tests::sheet_of(one.rows);
    const auto bars = [](std::string_view line) { return std::count(line.begin(), line.end(), '|') + 1; };
    const std::string_view text = one.rows;
    const auto columns = static_cast<std::uint32_t>(bars(text.substr(text.find('\n') + 1)));
    std::vector<Heading> across;
    for (std::uint32_t column = 0; column < columns; ++column) {
        Heading heading{column, {}};
        for (std::uint32_t row = 0; row < sheet.row_count(); ++row) {
            heading.parts.push_back(read_heading(sheet.at({row, column})));
        }
        across.push_back(std::move(heading));
    }
    BOOST_TEST(described(resolve_headings(across, one.context)) == one.periods);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
