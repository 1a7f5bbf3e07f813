#include "panelbook/cli/visible_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

using namespace panelbook::cli;

BOOST_AUTO_TEST_SUITE(cli)

namespace {

using namespace std::string_literals;

struct VisibleText {
    const char* name;
    std::string text;
    const char* visible;
};
std::ostream& operator<<(std::ostream& out, const VisibleText& text) {
    return out << text.name;
}

const std::vector<VisibleText> visible_texts{
    {"plain", "Burglary, dwelling", "Burglary, dwelling"},
    {"nothing", "", ""},
    {"signs and letters", "£5 café €", "£5 café €"},
    {"beyond the basic plane", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    {"line ends and tabs", "a\tb\r\nc", "a\\tb\\r\\nc"},
    {"backslash", "C:\\new", "C:\\\\new"},
    {"quotation mark", "\"a\"", "\"a\""},
    {"terminal colour", "\x1B[31mred", "\\u001b[31mred"},
    {"terminal title", "\x1B]0;x\x07", "\\u001b]0;x\\u0007"},
    {"zero byte", "a\0b"s, "a\\u0000b"},
    {"delete", "\x7F", "\\u007f"},
    {"control sequence of one character",
     "\xC2\x9B"
     "31m",
     "\\u009b31m"},
    {"right to left",
     "a\xE2\x80\xAE"
     "b",
     "a\\u202eb"},
    {"isolate", "\xE2\x81\xA6", "\\u2066"},
    {"Arabic letter mark", "\xD8\x9C", "\\u061c"},
    {"separator of lines", "\xE2\x80\xA8", "\\u2028"},
    {"blank without width", "\xE2\x80\x8B", "\\u200b"},
    {"byte order mark", "\xEF\xBB\xBF", "\\ufeff"},
    {"tag", "\xF3\xA0\x80\x81", "\\udb40\\udc01"},
    {"no UTF-8",
     "a\xFF"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
    {"cut short", "a\xE2\x82", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"overlong", "\xC0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
};

}  // namespace

BOOST_DATA_TEST_CASE(what_cannot_be_seen_is_written_out, visible_texts, text) {
    std::string line = "x";
    append_visible(line, text.text);
    BOOST_TEST(line == "x" + std::string(text.visible));
}

BOOST_DATA_TEST_CASE(a_json_string_reads_back_the_same, visible_texts, text) {
    std::string line;
    append_json(line, text.text);
    const std::string back = nlohmann::json::parse(line).get<std::string>();
    const bool is_utf_8 = line.find("\xEF\xBF\xBD") == std::string::npos;
    BOOST_TEST((!is_utf_8 || back == text.text));
    BOOST_TEST(line.find('\n') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_csv_field_has_quotation_marks_where_it_needs_them) {
    std::string line;
    for (const char* text : {"a", "a,b", "a \"b\"", "a\nb", "", "a\rb", "\""}) {
        append_csv(line, text);
        line += '|';
    }
    BOOST_TEST(line == "a|\"a,b\"|\"a \"\"b\"\"\"|\"a\nb\"||\"a\rb\"|\"\"\"\"|");
}

BOOST_AUTO_TEST_CASE(a_message_keeps_its_line_ends_only) {
    BOOST_TEST(visible_lines("error: a\x1B[2J\n  b\tc\n") == "error: a\\u001b[2J\n  b\\tc\n");
}

BOOST_AUTO_TEST_SUITE_END()
