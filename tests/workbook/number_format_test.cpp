#include "panelbook/workbook/number_format.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::string words(Shown shown) {
    switch (shown) {
        case Shown::number:
            return "number";
        case Shown::percent:
            return "percent";
        case Shown::date:
            return "date";
        case Shown::time:
            return "time";
    }
    return {};
}

struct FormatRow {
    const char* format;
    Shown shown;
};
std::ostream& operator<<(std::ostream& out, const FormatRow& row) {
    return out << row.format;
}

const std::vector<FormatRow> formats{
    {"General", Shown::number},
    {"GENERAL", Shown::number},
    {"", Shown::number},
    {"0.00", Shown::number},
    {"#,##0;[Red]-#,##0", Shown::number},
    {"0.00E+00", Shown::number},
    {"##0.0E+0", Shown::number},
    {"@", Shown::number},
    {";;;", Shown::number},
    {"0.0%", Shown::percent},
    {"0%;[Red]-0%", Shown::percent},
    {"0\"%\"", Shown::number},
    {"0\\%", Shown::number},
    {"dd/mm/yyyy", Shown::date},
    {"DD/MM/YYYY", Shown::date},
    {"d", Shown::date},
    {"mmm-yy", Shown::date},
    {"mmm", Shown::date},
    {"m", Shown::date},
    {"yyyy", Shown::date},
    {"[$-409]d\\-mmm\\-yy;@", Shown::date},
    {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shown::date},
    {"[$-809]dd mmmm yyyy", Shown::date},
    {"[ENG][$-409]mmmm\\ d\\,\\ yyyy;@", Shown::date},
    {"yyyy\"-\"mm\"-\"dd\" \"hh:mm:ss", Shown::date},
    {"yyyy-mm-dd hh:mm:ss", Shown::date},
    {"m/d/yy h:mm", Shown::date},
    {"mmm hh:mm", Shown::date},
    {"[$-411]ge.m.d;@", Shown::date},
    {"e/m/d", Shown::date},
    {"yyyy\"年\"m\"月\"", Shown::date},
    {"[$-F400]h:mm:ss AM/PM", Shown::time},
    {"h:mm", Shown::time},
    {"h:mm AM/PM", Shown::time},
    {"h A/P", Shown::time},
    {"[h]:mm:ss", Shown::time},
    {"[hh]:mm", Shown::time},
    {"[mm]:ss", Shown::time},
    {"[ss]", Shown::time},
    {"mm:ss", Shown::time},
    {"mm:ss.0", Shown::time},
    {"ss", Shown::time},
    {"0 \"days\"", Shown::number},
    {"0 \\d\\a\\y\\s", Shown::number},
    {"0_d", Shown::number},
    {"0*s", Shown::number},
    {"[Red]0", Shown::number},
    {"[Color12]0", Shown::number},
    {"[>=1000]#,##0,\"k\";0", Shown::number},
    {"[$£-809]#,##0.00", Shown::number},
    {"[$SDG] #,##0", Shown::number},
    {"_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", Shown::number},
    {"\"year \"0", Shown::number},
    {"\"unclosed d", Shown::number},
    {"[unclosed d", Shown::number},
    {"0\\", Shown::number},
    {"\"\";dd/mm/yyyy", Shown::date},
    {"0;dd/mm/yyyy", Shown::number},
    {"# ?/?", Shown::number},
};

struct BuiltinRow {
    std::uint32_t first;
    std::uint32_t last;
    Shown shown;
};
std::ostream& operator<<(std::ostream& out, const BuiltinRow& row) {
    return out << row.first << " to " << row.last;
}

const std::vector<BuiltinRow> builtins{
    {0, 8, Shown::number},   {9, 10, Shown::percent}, {11, 13, Shown::number},  {14, 17, Shown::date},
    {18, 21, Shown::time},   {22, 22, Shown::date},   {23, 26, Shown::number},  {27, 31, Shown::date},
    {32, 33, Shown::time},   {34, 36, Shown::date},   {37, 44, Shown::number},  {45, 47, Shown::time},
    {48, 49, Shown::number}, {50, 58, Shown::date},   {59, 200, Shown::number},
};

}  // namespace

BOOST_DATA_TEST_CASE(number_formats_say_what_is_shown, formats, row) {
    BOOST_TEST(words(shown_by_format(row.format)) == words(row.shown));
}

BOOST_DATA_TEST_CASE(builtin_formats_say_what_is_shown, builtins, row) {
    for (std::uint32_t id = row.first; id <= row.last; ++id) {
        BOOST_TEST_CONTEXT("format " << id) {
            BOOST_TEST(words(shown_by_builtin(id)) == words(row.shown));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
