#include "panelbook/workbook/xml_scanner.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "panelbook/workbook/refused.hpp"

#include "support/pieces.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

using namespace std::string_literals;
using Reader = void (*)(PieceSource&, XmlHandler&, const Limits&);

/// Writes down every event, whatever pieces its text came in.
class Recorder : public XmlHandler {
public:
    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        events += "\n<" + std::string(name.space) + "|" + std::string(name.local);
        for (const XmlAttribute& attribute : attributes.all()) {
            events += "\n " + std::string(attribute.name.space) + "|" + std::string(attribute.name.local) + "=" +
                      std::string(attribute.value);
        }
        events += "\n";
    }
    void end_element(const XmlName& name) override {
        events += "\n>" + std::string(name.space) + "|" + std::string(name.local) + "\n";
    }
    void text(std::string_view piece) override { events += piece; }

    std::string events;
};

/// The events of a text, or the rule it is refused by.
std::string events_of(Reader reader, std::string_view xml, std::size_t piece_bytes, const Limits& limits) {
    tests::Pieces pieces(xml, piece_bytes);
    Recorder recorder;
    try {
        reader(pieces, recorder, limits);
    } catch (const Refused& refused) {
        return "refused: " + refused.finding("f").rule;
    }
    return recorder.events;
}

/// Low enough that each is hit by something short.
Limits low_limits() {
    Limits limits;
    limits.xml_depth = 6;
    limits.markup_bytes = 120;
    limits.xml_attributes = 6;
    limits.xml_namespaces = 5;
    return limits;
}

struct XmlText {
    const char* name;
    std::string xml;
    bool sound = true;
};
std::ostream& operator<<(std::ostream& out, const XmlText& text) {
    return out << text.name;
}

const std::vector<XmlText> texts{
    {"one element", "<a/>"},
    {"blanks in tags", "<a  b = '1'\n\tc=\"2\"\r\n ><d /></a \n>"},
    {"declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a>x</a>"},
    {"declaration in single quotes", "<?xml version='1.0'?><a/>"},
    {"declaration of another encoding", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xA3</a>"},
    {"declaration in capitals", "<?xml version='1.0' encoding='Utf-8' ?><a>x</a>"},
    {"byte order mark", "\xEF\xBB\xBF<?xml version='1.0'?><a>x</a>"},
    {"UTF-16 with its mark", "\xFF\xFE<\0a\0/\0>\0"s},
    {"UTF-16 without it", "<\0a\0/\0>\0"s},
    {"blanks in front", " \n<a/>"},
    {"text", "<a>one<b>two</b>three</a>"},
    {"line ends", "<a>1\r\n2\r3\n4\r\r\n5</a>"},
    {"line ends in values", "<a b='1\r\n2\r3\n4\t5'/>"},
    {"named references", "<a b='&lt;&gt;&amp;&quot;&apos;'>&lt;&gt;&amp;&quot;&apos;</a>"},
    {"numbered references", "<a b='&#65;&#x41;&#10;'>&#65;&#x41;&#13;&#x20AC;&#x1F600;&#0000000000000000065;</a>"},
    {"the largest character", "<a>&#x10FFFF;</a>"},
    {"characters of two to four bytes", "<a b='£'>£€\xF0\x9F\x98\x80</a>"},
    {"brackets", "<a>]] ] > ]]</a>"},
    {"quotes in the other quotes", "<a b='\"' c=\"'\"/>"},
    {"> in a value", "<a b='>'/>"},
    {"comments", "<!-- a --><a><!-- <b> & ]]> £ --><!----></a><!--x-->"},
    {"instructions", "<?x?><a><?y z?><?y ?? > £?></a><?x y?>"},
    {"CDATA", "<a>x<![CDATA[<b>&amp;]] ]> \r\n£]]>y<![CDATA[]]></a>"},
    {"default namespace", "<a xmlns='u'><b xmlns='v'><c/></b><d xmlns=''/><e/></a>"},
    {"prefixes", "<p:a xmlns:p='u' xmlns:q='v' p:x='1' x='2'><q:b q:x='3'/><p:c xmlns:p='w'><p:d/></p:c><p:e/></p:a>"},
    {"the prefix xml", "<a xml:space='preserve' xml:lang='en'/>"},
    {"the prefix xml, declared", "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:x='1'/>"},
    {"a namespace of odd characters", "<a xmlns='&lt;&amp;&quot;&#9;£'><b>x</b><é/></a>"},
    {"names beyond ASCII", "<a xmlns='u'><b c='1'>x<é è='1'>y</é></b><d/></a>"},
    {"a name beyond ASCII in an open prefix", "<p:a xmlns:p='u'><p:b><p:é/></p:b></p:a>"},
    {"an instruction beyond ASCII behind the end", "<a/><?é?>"},
    {"an instruction beyond ASCII in front", "<?xml version='1.0'?><?é?><a/>"},
    {"six deep", "<a><a><a><a><a><a/></a></a></a></a></a>"},
    {"six attributes", "<a xmlns='u' b='' c='' d='' e='' f=''/>"},
    {"five namespaces", "<a xmlns:b='u' xmlns:c='u' xmlns:d='u' xmlns:e='u'><f xmlns='v'/><f xmlns='v'/></a>"},
    {"a tag as long as may be", "<a b='" + std::string(111, 'x') + "'/>"},
    {"text longer than a tag may be",
     "<a>" + std::string(1000, 'x') + "<![CDATA[" + std::string(1000, 'y') + "]]></a>"},

    {"nothing", "", false},
    {"blanks only", " \n", false},
    {"no element", "<!-- a -->", false},
    {"text only", "abc", false},
    {"half a mark", "\xEF\xBB", false},
    {"never closed", "<a><b></b>", false},
    {"closed crosswise", "<a><b></a></b>", false},
    {"closed too often", "<a></a></a>", false},
    {"closed first", "</a><a/>", false},
    {"closed by a longer name", "<a></ab>", false},
    {"closed by a shorter name", "<ab></a>", false},
    {"two outermost elements", "<a/><b/>", false},
    {"text behind the end", "<a/>x", false},
    {"a reference behind the end", "<a/>&#32;", false},
    {"CDATA behind the end", "<a/><![CDATA[]]>", false},
    {"a second declaration", "<?xml version='1.0'?><?xml version='1.0'?><a/>", false},
    {"a declaration inside", "<a><?xml version='1.0'?></a>", false},
    {"a declaration that is none", "<?xml encoding='UTF-8'?><a/>", false},
    {"a declaration run together", "<?xml version='1.0'encoding='UTF-8'?><a/>", false},
    {"a wrong end of CDATA", "<a>]]></a>", false},
    {"CDATA never closed", "<a><![CDATA[x</a>", false},
    {"a bare <", "<a>1 < 2</a>", false},
    {"a bare &", "<a>1 & 2</a>", false},
    {"an unknown name", "<a>&nbsp;</a>", false},
    {"an unfinished reference", "<a>&amp</a>", false},
    {"an empty reference", "<a>&;</a>", false},
    {"an empty numbered reference", "<a>&#;&#x;</a>", false},
    {"a reference to no character", "<a>&#0;</a>", false},
    {"a reference to a control", "<a>&#8;</a>", false},
    {"a reference to a surrogate", "<a>&#xD800;</a>", false},
    {"a reference to a non-character", "<a>&#xFFFE;</a>", false},
    {"a reference beyond Unicode", "<a>&#x110000;</a>", false},
    {"a reference beyond any number", "<a>&#99999999999999999999;</a>", false},
    {"a reference in capitals", "<a>&#X41;</a>", false},
    {"a control character", "<a>\x01</a>", false},
    {"a control character in a value", "<a b='\x01'/>", false},
    {"a control character in a comment", "<a><!--\x01--></a>", false},
    {"a control character in an instruction", "<a><?x \x01?></a>", false},
    {"a zero byte", "<a>\0</a>"s, false},
    {"a byte that is no UTF-8", "<a>\xFF</a>", false},
    {"an overlong form", "<a>\xC0\xAF</a>", false},
    {"a long overlong form", "<a>\xE0\x80\xAF</a>", false},
    {"a surrogate", "<a>\xED\xA0\x80</a>", false},
    {"U+FFFF", "<a>\xEF\xBF\xBF</a>", false},
    {"beyond U+10FFFF", "<a>\xF4\x90\x80\x80</a>", false},
    {"a cut character", "<a>\xE2\x82</a>", false},
    {"a cut character in a value", "<a b='\xE2\x82'/>", false},
    {"a cut character in a comment", "<a><!--\xE2\x82--></a>", false},
    {"no quotes", "<a b=1/>", false},
    {"no value", "<a b/>", false},
    {"< in a value", "<a b='<'/>", false},
    {"attributes run together", "<a b='1'c='2'/>", false},
    {"an attribute twice", "<a b='1' b='2'/>", false},
    {"an attribute twice by two prefixes", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", false},
    {"a namespace twice", "<a xmlns:p='u' xmlns:p='u'/>", false},
    {"a prefix that is not declared", "<p:a/>", false},
    {"a prefix of an attribute that is not declared", "<a p:b='1'/>", false},
    {"a prefix beyond its element", "<a><b xmlns:p='u'/><p:c/></a>", false},
    {"the prefix xmlns", "<xmlns:a/>", false},
    {"the prefix xmlns declared", "<a xmlns:xmlns='u'/>", false},
    {"the prefix xml declared otherwise", "<a xmlns:xml='u'/>", false},
    {"the namespace of xml declared otherwise", "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", false},
    {"the namespace of xmlns declared", "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", false},
    {"a prefix taken back", "<p:a xmlns:p='u'><p:b xmlns:p=''/></p:a>", false},
    {"a namespace with a line end", "<a xmlns='u&#10;v'/>", false},
    {"two colons", "<a:b:c xmlns:a='u'/>", false},
    {"a colon in front", "<:a/>", false},
    {"a colon behind", "<a: xmlns:a='u'/>", false},
    {"a name that begins with a digit", "<1a/>", false},
    {"a blank before a name", "< a/>", false},
    {"a blank before the end", "<a/ >", false},
    {"a blank in an end tag", "<a></ a>", false},
    {"an attribute in an end tag", "<a></a b='1'>", false},
    {"-- in a comment", "<a><!-- a -- b --></a>", false},
    {"a comment with three dashes", "<a><!-- a ---></a>", false},
    {"a comment never closed", "<a><!-- a</a>", false},
    {"an instruction without a name", "<a><? x?></a>", false},
    {"an instruction named xml", "<a><?XML x?></a>", false},
    {"an instruction with a colon", "<a><?x:y z?></a>", false},
    {"an instruction never closed", "<a><?x </a>", false},
    {"an unknown declaration", "<a><!ELEMENT a></a>", false},
    {"a doctype", "<!DOCTYPE a><a/>", false},
    {"a doctype behind a comment", "<?xml version='1.0'?><!-- x --> <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", false},
    {"a doctype inside", "<a><!DOCTYPE a></a>", false},
    {"a doctype behind the end", "<a/><!DOCTYPE a>", false},
    {"a doctype in small letters", "<!doctype a><a/>", false},
    {"seven deep", "<a><a><a><a><a><a><a/></a></a></a></a></a></a>", false},
    {"seven attributes", "<a xmlns='u' b='' c='' d='' e='' f='' g=''/>", false},
    {"six namespaces", "<a xmlns:b='u' xmlns:c='u' xmlns:d='u' xmlns:e='u'><f xmlns='v' xmlns:g='u'/></a>", false},
    {"a tag too long", "<a b='" + std::string(113, 'x') + "'/>", false},
    {"a comment too long", "<a><!--" + std::string(120, 'x') + "--></a>", false},
    {"an instruction too long", "<a><?x " + std::string(120, 'x') + "?></a>", false},
    {"seven deep with a name beyond ASCII", "<a><a><a><é><a><a><a/></a></a></é></a></a></a>", false},
    {"an end that expat finds wrong", "<a><b><é></é></a></b>", false},
};

/// A generator of its own, so that every run and every platform changes the same bytes.
class Changes {
public:
    std::uint32_t below(std::size_t bound) {
        m_state = m_state * 1664525u + 1013904223u;
        return static_cast<std::uint32_t>((m_state >> 8) % bound);
    }

private:
    std::uint32_t m_state = 19700101;
};

/// Something of XML is put in, taken out or doubled.
std::string changed(std::string xml, Changes& changes) {
    const std::vector<std::string> bits{
        "<",    ">",    "/",   "&",    "'",         "\"",     "=",   " ",  "]]>",   "--",
        "?>",   "<!--", "<a>", "</a>", "&#65;",     "xmlns=", ":",   "\r", "\n",    "é",
        "\xE2", "\x80", "p:",  "<?x",  "<![CDATA[", "&lt;",   "\0"s, "]",  "b='1' "};
    const std::uint32_t how_many = 1 + changes.below(3);
    for (std::uint32_t count = 0; count < how_many; ++count) {
        const std::size_t at = changes.below(xml.size() + 1);
        switch (changes.below(3)) {
            case 0:
                xml.insert(at, bits[changes.below(bits.size())]);
                break;
            case 1:
                xml.erase(at, 1 + changes.below(4));
                break;
            default:
                xml.insert(at, xml.substr(changes.below(xml.size() + 1), 1 + changes.below(12)));
                break;
        }
    }
    return xml;
}

}  // namespace

BOOST_DATA_TEST_CASE(scanner_gives_the_events_of_expat, texts, text) {
    const Limits limits = low_limits();
    const std::string expected = events_of(read_xml, text.xml, 1'000'000, limits);
    BOOST_TEST(!expected.starts_with("refused") == text.sound);
    for (const std::size_t piece_bytes : {1u, 2u, 3u, 7u, 64u, 1'000'000u})
        BOOST_TEST(events_of(scan_xml, text.xml, piece_bytes, limits) == expected, "in pieces of " << piece_bytes);
}

BOOST_DATA_TEST_CASE(scanner_gives_the_events_of_expat_of_whatever_is_changed, texts, text) {
    const Limits limits = low_limits();
    Changes changes;
    for (int time = 0; time < 200; ++time) {
        const std::string xml = changed(text.xml, changes);
        const std::string expected = events_of(read_xml, xml, 1'000'000, limits);
        for (const std::size_t piece_bytes : {1u, 5u, 1'000'000u}) {
            // Of two reasons to refuse a text, either may be found first.
            const std::string events = events_of(scan_xml, xml, piece_bytes, limits);
            if (events.starts_with("refused") && expected.starts_with("refused")) continue;
            BOOST_TEST(events == expected, "in pieces of " << piece_bytes << ": " << xml);
        }
    }
}

BOOST_AUTO_TEST_CASE(scanner_lets_exceptions_of_the_handler_through) {
    class Stopper : public Recorder {
        void end_element(const XmlName&) override { throw std::runtime_error("stopped"); }
    };
    Stopper stopper;
    tests::Pieces pieces("<a><b/></a>", 4);
    BOOST_CHECK_THROW(scan_xml(pieces, stopper, {}), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(scanner_takes_time_in_proportion_for_what_is_never_finished) {
    Limits limits;
    limits.markup_bytes = 8 << 20;
    const std::string xml = "<a b='" + std::string(4 << 20, 'x') + "'/>";
    tests::Pieces pieces(xml, 256);
    Recorder recorder;
    scan_xml(pieces, recorder, limits);
    BOOST_TEST(recorder.events.size() > xml.size());
}

BOOST_AUTO_TEST_CASE(scanner_offers_elements_without_a_prefix_to_be_taken) {
    /// Takes every <c/> by itself.
    class Taker : public Recorder {
        std::size_t take(std::string_view ahead) override {
            if (!ahead.starts_with("<c/>")) return 0;
            events += "taken ";
            return 4;
        }
    };
    Taker taker;
    tests::Pieces pieces("<c/>", 100);
    scan_xml(pieces, taker, {});
    BOOST_TEST(taker.events == "\n<|c\n\n>|c\n");
    taker.events.clear();
    tests::Pieces more("<a xmlns:p='u'><c/><c/>x<c /><p:b><c/></p:b></a>", 100);
    scan_xml(more, taker, {});
    BOOST_TEST(taker.events == "\n<|a\ntaken taken x\n<|c\n\n>|c\n\n<u|b\n\n<|c\n\n>|c\n\n>u|b\n\n>|a\n");
}

BOOST_AUTO_TEST_SUITE_END()
