#include "panelbook/workbook/text_encoding.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

using namespace panelbook::workbook;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::string utf_16(const std::u16string& text, bool big_endian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

struct TextRow {
    const char* name;
    std::string bytes;
    std::optional<Encoding> encoding;
    std::string text;
};
std::ostream& operator<<(std::ostream& out, const TextRow& row) {
    return out << row.name;
}

const std::vector<TextRow> texts{
    {"plain", "a,b\n", Encoding::utf_8, "a,b\n"},
    {"UTF-8", "£5", Encoding::utf_8, "£5"},
    {"UTF-8 with a mark", "\xEF\xBB\xBF£5", Encoding::utf_8, "£5"},
    {"Windows-1252",
     "\xA3"
     "5 \x96 \x80"
     "6",
     Encoding::windows_1252, "£5 – €6"},
    {"Windows-1252 with a byte that is nothing", "\xA3\x81", Encoding::windows_1252, "£\uFFFD"},
    {"UTF-16 little end first with a mark", "\xFF\xFE" + utf_16(u"£5,😀", false), Encoding::utf_16_le, "£5,😀"},
    {"UTF-16 big end first with a mark", "\xFE\xFF" + utf_16(u"£5,😀", true), Encoding::utf_16_be, "£5,😀"},
    {"UTF-16 little end first", utf_16(u"month,£\n", false), Encoding::utf_16_le, "month,£\n"},
    {"UTF-16 big end first", utf_16(u"month,£\n", true), Encoding::utf_16_be, "month,£\n"},
    {"half a pair",
     "\xFF\xFE\x00\xD8"
     "a\0"s,
     Encoding::utf_16_le, "\uFFFDa"},
    {"second half alone",
     "\xFF\xFE\x00\xDC"
     "a\0"s,
     Encoding::utf_16_le, "\uFFFDa"},
    {"half a unit",
     "\xFF\xFE"
     "a\0b"s,
     Encoding::utf_16_le, "a\uFFFD"},
    {"a zero unit", "\xFF\xFE\0\0"s, Encoding::utf_16_le, "\uFFFD"},
    {"zero bytes", "a\0bcdefgh"s, std::nullopt, ""},
};

}  // namespace

BOOST_DATA_TEST_CASE(encodings_are_told_and_read, texts, row) {
    const std::optional<Encoding> encoding = encoding_of(row.bytes);
    BOOST_TEST((encoding == row.encoding));
    if (encoding) BOOST_TEST(to_utf8(row.bytes, *encoding) == row.text);
}

BOOST_AUTO_TEST_SUITE_END()
