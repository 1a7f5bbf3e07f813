#include "panelbook/workbook/serial_date.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <vector>

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct SerialRow {
    double serial;
    DateSystem system;
    const char* text;  // empty: no date
};
std::ostream& operator<<(std::ostream& out, const SerialRow& row) {
    return out << row.serial;
}

// Checked in Excel and LibreOffice Calc.
const std::vector<SerialRow> serials{
    {1, DateSystem::from_1900, "1900-01-01"},
    {59, DateSystem::from_1900, "1900-02-28"},
    {60, DateSystem::from_1900, ""},
    {60.5, DateSystem::from_1900, ""},
    {61, DateSystem::from_1900, "1900-03-01"},
    {367, DateSystem::from_1900, "1901-01-01"},
    {41791, DateSystem::from_1900, "2014-06-01"},
    {43890, DateSystem::from_1900, "2020-02-29"},
    {2958465, DateSystem::from_1900, "9999-12-31"},
    {2958465.999999999, DateSystem::from_1900, ""},
    {2958466, DateSystem::from_1900, ""},
    {0, DateSystem::from_1900, ""},
    {0.5, DateSystem::from_1900, ""},
    {-1, DateSystem::from_1900, ""},
    {1e300, DateSystem::from_1900, ""},
    {0, DateSystem::from_1904, "1904-01-01"},
    {40329, DateSystem::from_1904, "2014-06-01"},
    {2957003, DateSystem::from_1904, "9999-12-31"},
    {2957004, DateSystem::from_1904, ""},
    {-1, DateSystem::from_1904, ""},
};

}  // namespace

BOOST_DATA_TEST_CASE(serial_numbers_are_dates, serials, row) {
    const std::optional<DateTime> date = date_from_serial(row.serial, row.system);
    BOOST_TEST((date ? to_iso(date->date) : std::string()) == row.text);
}

BOOST_AUTO_TEST_CASE(serial_numbers_keep_the_time_of_day_to_the_millisecond) {
    BOOST_TEST(date_from_serial(41791.5, DateSystem::from_1900)->day_fraction == 0.5);
    BOOST_TEST(date_from_serial(41791.00000000001, DateSystem::from_1900)->day_fraction == 0.0);
    const DateTime next_day = *date_from_serial(41791.99999999999, DateSystem::from_1900);
    BOOST_TEST(to_iso(next_day.date) == "2014-06-02");
    BOOST_TEST(next_day.day_fraction == 0.0);
}

BOOST_AUTO_TEST_CASE(a_number_is_what_it_is_shown_as) {
    const auto value = [](double number, Shown shown) {
        return owned(value_of_number(number, shown, DateSystem::from_1900));
    };
    BOOST_TEST((value(41791, Shown::number) == CellValue(41791.0)));
    BOOST_TEST((value(0.5, Shown::percent) == CellValue(0.5)));
    BOOST_TEST((value(41791, Shown::date) == CellValue(DateTime{Date(2014, 6, 1), 0.0})));
    BOOST_TEST((value(1.25, Shown::time) == CellValue(Elapsed{1.25})));
    BOOST_TEST((value(0.25, Shown::date) == CellValue(Elapsed{0.25})));
    BOOST_TEST((value(-3, Shown::date) == CellValue(-3.0)));
    BOOST_TEST((owned(value_of_number(0.25, Shown::date, DateSystem::from_1904)) ==
                CellValue(DateTime{Date(1904, 1, 1), 0.25})));
}

namespace {

struct IsoRow {
    const char* text;
    CellValue value;  // empty: refused
};
std::ostream& operator<<(std::ostream& out, const IsoRow& row) {
    return out << row.text;
}

const std::vector<IsoRow> iso_texts{
    {"2014-06-30", DateTime{Date(2014, 6, 30), 0.0}},
    {"2014-06-30T12:00:00", DateTime{Date(2014, 6, 30), 0.5}},
    {"2014-06-30T12:00:00Z", DateTime{Date(2014, 6, 30), 0.5}},
    {"2014-06-30T18:00:00.000Z", DateTime{Date(2014, 6, 30), 0.75}},
    {"06:00", Elapsed{0.25}},
    {"06:00:00", Elapsed{0.25}},
    {"T06:00:00", Elapsed{0.25}},
    {"2014-02-30", {}},
    {"2014-06-30T25:00:00", {}},
    {"2014-06-30T12:60:00", {}},
    {"2014-06-30T12:00:61", {}},
    {"2014-06-30T12:00:00x", {}},
    {"2014-06-30 12:00:00", {}},
    {"2014-06-30T", {}},
    {"30/06/2014", {}},
    {"T", {}},
    {"", {}},
};

}  // namespace

BOOST_DATA_TEST_CASE(iso_texts_are_dates, iso_texts, row) {
    const std::optional<CellValueView> value = value_of_iso(row.text);
    BOOST_TEST(((value ? owned(*value) : CellValue()) == row.value));
}

BOOST_AUTO_TEST_SUITE_END()
