#include "panelbook/workbook/code_page.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

using namespace panelbook::workbook;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct PageCase {
    std::uint32_t page;
    std::string bytes;
    const char* text;
};
std::ostream& operator<<(std::ostream& out, const PageCase& one) {
    return out << one.page << " " << one.text;
}

// Against the tables that Unicode publishes of each code page.
const std::vector<PageCase> pages{
    {1252, "\xA3 \x80 \x92", "£ € ’"}, {32769, "\xA3", "£"},      {367, "abc", "abc"},       {437, "\x9C", "£"},
    {850, "\x9C\x82", "£é"},           {1250, "\xB9\x9C", "ąś"},  {1251, "\xCF\xF0", "Пр"},  {1253, "\xC1\xE2", "Αβ"},
    {1258, "\xD0\xF5", "Đơ"},          {932, "\x82\xA0", "あ"},   {936, "\xD6\xD0", "中"},   {949, "\xB0\xA1", "가"},
    {950, "\xA4\xA4", "中"},           {10000, "\xA3\x8E", "£é"}, {10007, "\x80\xDF", "Ая"}, {10029, "\x84\xE6", "Ąś"},
    {1251, "a\x98z", "a\uFFFDz"},      {932, "a\x82", "a\uFFFD"},
};

}  // namespace

BOOST_DATA_TEST_CASE(texts_of_code_pages_become_utf_8, pages, one) {
    const CodePage page(one.page);
    BOOST_TEST(page.is_known());
    BOOST_TEST(page.to_utf8(one.bytes) == one.text);
    BOOST_TEST(page.to_utf8(one.bytes) == one.text, "the second time");
}

BOOST_AUTO_TEST_CASE(texts_longer_than_one_turn_are_converted_whole) {
    BOOST_TEST(CodePage(1251).to_utf8(std::string(5000, '\xE0')).size() == 10'000u);
}

BOOST_AUTO_TEST_CASE(a_code_page_that_is_not_known_is_read_as_western) {
    const CodePage page(12345);
    BOOST_TEST(!page.is_known());
    BOOST_TEST(page.to_utf8("\xA3") == "£");
}

BOOST_AUTO_TEST_SUITE_END()
