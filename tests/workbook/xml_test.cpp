#include "panelbook/workbook/xml.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <stdexcept>

#include "panelbook/workbook/refused.hpp"

#include "support/package.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

class Recorder : public XmlHandler {
public:
    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        events += "<" + std::string(name.space) + "|" + std::string(name.local);
        if (const auto a = attributes.find("a")) events += " a=" + std::string(*a);
        if (const auto id = attributes.find_in("/links", "id")) events += " links:id=" + std::string(*id);
        if (name.local == "stop") throw std::runtime_error("stopped");
    }
    void end_element(const XmlName& name) override { events += ">" + std::string(name.local); }
    void text(std::string_view piece) override { events += piece; }

    std::string events;
};

std::string events_of(const std::string& xml, const Limits& limits = {}) {
    const std::string bytes = tests::zip_bytes({{"part.xml", xml, true}});
    Package package(bytes, limits);
    PartStream part = package.open("part.xml");
    Recorder recorder;
    read_xml(part, recorder, limits);
    return recorder.events;
}

}  // namespace

BOOST_AUTO_TEST_CASE(xml_tells_elements_attributes_and_text) {
    BOOST_TEST(
        events_of(
            "<x:r xmlns:x='http://x' xmlns:l='http://x/links' a='1&amp;2' l:id='7'>t&#65;<b/><![CDATA[<c>]]></x:r>") ==
        "<http://x|r a=1&2 links:id=7tA<|b>b<c>>r");
}

BOOST_AUTO_TEST_CASE(xml_reads_utf_16) {
    BOOST_TEST(events_of(std::string("\xFF\xFE<\0a\0/\0>\0", 10)) == "<|a>a");
}

BOOST_AUTO_TEST_CASE(xml_reads_on_over_pieces) {
    const std::string text(200'000, 'y');
    Limits limits;
    limits.ratio = 1000;
    BOOST_CHECK(events_of("<r>" + text + "</r>", limits) == "<|r" + text + ">r");
}

BOOST_AUTO_TEST_CASE(xml_lets_exceptions_of_the_handler_through) {
    BOOST_CHECK_THROW(events_of("<r><stop/><more/></r>"), std::runtime_error);
}

namespace {

struct BadXml {
    const char* name;
    const char* xml;
    const char* rule;
};
std::ostream& operator<<(std::ostream& out, const BadXml& bad) {
    return out << bad.name;
}

const std::vector<BadXml> bad_xml{
    {"nothing", "", "file-damaged"},
    {"unbalanced", "<a><b></a>", "file-damaged"},
    {"cut short", "<a><b>", "file-damaged"},
    {"two roots", "<a/><b/>", "file-damaged"},
    {"not UTF-8", "<a>\xFF</a>", "file-damaged"},
    {"unknown entity", "<a>&x;</a>", "file-damaged"},
    {"unknown prefix", "<x:a/>", "file-damaged"},
    {"unknown encoding", "<?xml version='1.0' encoding='UTF-7'?><a/>", "file-damaged"},
    {"doctype", "<!DOCTYPE a><a/>", "doctype-refused"},
    {"entity bomb", "<!DOCTYPE a [<!ENTITY x 'xxxx'><!ENTITY y '&x;&x;'>]><a>&y;</a>", "doctype-refused"},
    {"outside file", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "doctype-refused"},
};

}  // namespace

BOOST_DATA_TEST_CASE(xml_refuses_what_is_not_sound, bad_xml, bad) {
    BOOST_CHECK_EXCEPTION(events_of(bad.xml), Refused, [&bad](const Refused& refused) {
        BOOST_TEST(refused.finding("a.xlsx").rule == bad.rule);
        return true;
    });
}

BOOST_AUTO_TEST_CASE(xml_counts_how_deep_it_is) {
    Limits limits;
    limits.xml_depth = 3;
    BOOST_TEST(events_of("<a><b><c/></b></a>", limits) == "<|a<|b<|c>c>b>a");
    BOOST_CHECK_EXCEPTION(events_of("<a><b><c><d/></c></b></a>", limits), Refused, [](const Refused& refused) {
        const Finding finding = refused.finding("a.xlsx");
        return finding.rule == "limit-hit" &&
               finding.message.find("3 elements inside each other (xml_depth)") != std::string::npos;
    });
}

namespace {

/// Markup of any length: `begin`, then filling, then `end`.
struct LongMarkup {
    const char* name;
    std::string before;
    std::string begin;
    std::string end;
    std::string after;
};
std::ostream& operator<<(std::ostream& out, const LongMarkup& markup) {
    return out << markup.name;
}

const std::vector<LongMarkup> long_markup{
    {"attribute", "<r>", "<b c='", "'/>", "</r>"},      {"name", "<r>", "<", "/>", "</r>"},
    {"comment", "<r>", "<!--", "-->", "</r>"},          {"instruction", "<r>", "<?b ", "?>", "</r>"},
    {"comment in front", "", "<!--", "-->", "<r></r>"}, {"comment behind", "<r></r>", "<!--", "-->", ""},
};

}  // namespace

BOOST_DATA_TEST_CASE(xml_counts_how_long_markup_is, long_markup, markup) {
    const auto read = [&markup](std::size_t size, std::uint64_t most) {
        Limits limits;
        limits.markup_bytes = most;
        limits.ratio = 2000;
        const std::string filling(size - markup.begin.size() - markup.end.size(), 'x');
        return events_of(markup.before + markup.begin + filling + markup.end + markup.after, limits);
    };
    // In one piece, and over many.
    for (const std::size_t size : {100u, 300'000u}) {
        BOOST_TEST(read(size, size).starts_with("<|r"));
        BOOST_CHECK_EXCEPTION(read(size + 1, size), Refused, [](const Refused& refused) {
            return refused.finding("a.xlsx").rule == "limit-hit" &&
                   std::string_view(refused.what()).find("for one tag or comment (markup_bytes)") !=
                       std::string_view::npos;
        });
    }
}

BOOST_AUTO_TEST_SUITE_END()
