#include "panelbook/workbook/biff_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "panelbook/workbook/refused.hpp"

#include "support/xls_file.hpp"

using namespace panelbook::workbook;
using namespace std::string_literals;
using panelbook::tests::le16;
using panelbook::tests::le32;
using panelbook::tests::le8;
using panelbook::tests::narrow;
using panelbook::tests::wide;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

using Pieces = std::vector<std::string>;

std::vector<std::string_view> views(const Pieces& pieces) {
    return {pieces.begin(), pieces.end()};
}

struct TextCase {
    const char* name;
    Pieces pieces;
    const char* text;
};
std::ostream& operator<<(std::ostream& out, const TextCase& one) {
    return out << one.name;
}

const std::vector<TextCase> unicode_texts{
    {"empty", {le16(0) + narrow("")}, ""},
    {"narrow", {le16(8) + narrow("Burglary")}, "Burglary"},
    {"narrow letters beyond ASCII", {le16(2) + narrow("\xA3\xE9")}, "£é"},
    {"wide", {le16(3) + "\x01" + le16(0x20AC) + le16('5') + le16(0x2019)}, "€5’"},
    {"a pair", {le16(2) + "\x01" + le16(0xD83D) + le16(0xDE00)}, "\U0001F600"},
    {"half a pair", {le16(2) + "\x01" + le16(0xD83D) + le16('x')}, "\uFFFDx"},
    {"the other half of a pair", {le16(1) + "\x01" + le16(0xDE00)}, "\uFFFD"},
    {"formats behind it", {le16(3) + le8(0x08) + le16(2) + "abc" + le32(1) + le32(2)}, "abc"},
    {"a phonetic guide behind it", {le16(2) + le8(0x05) + le32(3) + le16('a') + le16('b') + "xyz"}, "ab"},
    {"formats and a guide", {le16(1) + le8(0x0C) + le16(1) + le32(2) + "a" + le32(9) + "yz"}, "a"},
    {"split", {le16(8) + narrow("Burg"), narrow("lary")}, "Burglary"},
    {"split, wide from there on", {le16(8) + narrow("Burg"), wide("lary")}, "Burglary"},
    {"split, narrow from there on", {le16(8) + wide("Burg"), narrow("lary")}, "Burglary"},
    {"split in a pair", {le16(2) + "\x01" + le16(0xD83D), "\x01" + le16(0xDE00)}, "\U0001F600"},
    {"split twice", {le16(3) + narrow("a"), narrow("b"), narrow("c")}, "abc"},
    {"split in front of the first letter", {le16(2) + narrow(""), narrow("ab")}, "ab"},
    {"formats in the next piece", {le16(2) + le8(0x08) + le16(1) + "ab", le32(7)}, "ab"},
    {"formats split", {le16(2) + le8(0x08) + le16(2) + "ab" + le32(7), le32(7)}, "ab"},
    {"an empty piece between", {le16(2) + narrow("a"), "", narrow("b")}, nullptr},
};

const std::vector<TextCase> damaged_texts{
    {"nothing", {""}, ""},
    {"no letters", {le16(3) + narrow("")}, ""},
    {"too few letters", {le16(3) + narrow("ab")}, ""},
    {"too few in all pieces", {le16(3) + narrow("a"), narrow("b")}, ""},
    {"half a letter", {le16(3) + wide("a") + "b", wide("c")}, ""},
    {"too few formats", {le16(1) + le8(0x08) + le16(2) + "a" + le32(1)}, ""},
    {"a guide without end", {le16(1) + le8(0x04) + le32(0xFFFFFFFF) + "a"}, ""},
};

std::string shared(const std::string& texts, std::uint32_t said) {
    return le32(said) + le32(said) + texts;
}

}  // namespace

BOOST_DATA_TEST_CASE(unicode_texts_are_read_over_their_pieces, unicode_texts, one) {
    BiffText text(views(one.pieces));
    if (one.text == nullptr) {
        BOOST_CHECK_NO_THROW(text.take_unicode(LengthBytes::two));
        return;
    }
    BOOST_TEST(text.take_unicode(LengthBytes::two) == one.text);
    BOOST_TEST(!text.has(1));
}

BOOST_DATA_TEST_CASE(texts_that_stop_short_are_refused, damaged_texts, one) {
    BiffText text(views(one.pieces));
    BOOST_CHECK_THROW(text.take_unicode(LengthBytes::two), Refused);
}

BOOST_AUTO_TEST_CASE(texts_of_a_code_page_are_bytes) {
    const Pieces pieces{le16(3) +
                        "\x80"
                        "5\xE9" +
                        le8(2) + "xy"};
    const CodePage western(1252);
    BiffText text(views(pieces));
    BOOST_TEST(text.take_bytes(LengthBytes::two, western) == "€5é");
    BOOST_TEST(text.take_bytes(LengthBytes::one, western) == "xy");
    BOOST_CHECK_THROW(text.take_bytes(LengthBytes::one, western), Refused);
}

BOOST_AUTO_TEST_CASE(shared_texts_are_read_to_their_end_whatever_their_number_says) {
    const std::string texts = le16(1) + narrow("a") + le16(0) + narrow("") + le16(2) + wide("bc");
    for (const std::uint32_t said : {0u, 3u, 7u}) {
        const Pieces pieces{shared(texts, said)};
        BOOST_TEST(read_biff_shared_strings(views(pieces), {}) == (std::vector<std::string>{"a", "", "bc"}),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(shared_texts_may_be_split_anywhere) {
    const Pieces pieces{shared(le16(1) + narrow("a"), 3), le16(3) + narrow("bc"), wide("d") + le16(1) + narrow("e")};
    BOOST_TEST(read_biff_shared_strings(views(pieces), {}) == (std::vector<std::string>{"a", "bcd", "e"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_stands_behind_the_shared_texts_is_left) {
    const Pieces enough{shared(le16(1) + narrow("a") + le16(9) + narrow("b"), 1)};
    BOOST_TEST(read_biff_shared_strings(views(enough), {}) == (std::vector<std::string>{"a"}),
               boost::test_tools::per_element());
    const Pieces too_few{shared(le16(1) + narrow("a") + le16(9) + narrow("b"), 2)};
    BOOST_CHECK_THROW(read_biff_shared_strings(views(too_few), {}), Refused);
    const Pieces none{le32(1)};
    BOOST_CHECK_THROW(read_biff_shared_strings(views(none), {}), Refused);
}

BOOST_AUTO_TEST_CASE(shared_texts_are_counted) {
    Limits limits;
    limits.cells = 1;
    const Pieces pieces{shared(le16(1) + narrow("a") + le16(1) + narrow("b"), 2)};
    BOOST_CHECK_THROW(read_biff_shared_strings(views(pieces), limits), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
