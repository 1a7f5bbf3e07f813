#include "panelbook/extract/date_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace data = boost::unit_test::data;
using namespace panelbook;

namespace {

struct DateCase {
    const char* text;
    const char* date;
};
std::ostream& operator<<(std::ostream& out, const DateCase& one) {
    return out << '"' << one.text << '"';
}
const DateCase cases[] = {
    {"2014-09-29", "2014-09-29"},
    {"29/09/2014", "2014-09-29"},
    {"03/04/2014", "2014-04-03"},
    {"29.9.14", "2014-09-29"},
    {"29-Sep-2014", "2014-09-29"},
    {"29 September 2014", "2014-09-29"},
    {"1st Oct 2014", "2014-10-01"},
    {"Mon 29 Sept 2014", "2014-09-29"},
    {"29/02/2016", "2016-02-29"},
    {"29/02/2014", ""},
    {"09/29/2014", ""},
    {"September 2014", ""},
    {"29 September", ""},
    {"soon", ""},
    {"", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(date_text)

BOOST_DATA_TEST_CASE(dates_as_offices_write_them, data::make(cases), one) {
    const auto date = panelbook::extract::parse_date_text(one.text);
    BOOST_TEST((date ? to_iso(*date) : "") == one.date);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
