#include <algorithm>
#include <exception>
#include <expat.h>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

// A character that no namespace and no name can hold.
constexpr char between = '\n';

XmlName split_name(std::string_view name) {
    const std::size_t at = name.rfind(between);
    if (at == std::string_view::npos) return {{}, name};
    return {name.substr(0, at), name.substr(at + 1)};
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

Parser make_parser() {
    Parser parser(XML_ParserCreateNS(nullptr, between));
    if (!parser) throw std::bad_alloc();
    return parser;
}

/// Gives a parser one piece after the other, and stops at a tag or comment that is too long.
///
/// Expat begins what a piece leaves unfinished from its start again with the next, so the time for a long tag would
/// grow with the square of its length: pieces are held back until they are as long as what is unfinished. Later
/// releases of expat hold back by themselves, until they have twice of what they left unfinished: so what seems
/// unfinished may be whole up to twice the limit, and the handlers measure what is whole.
class Feed {
public:
    Feed(XML_Parser parser, const Limits& limits)
        : m_parser(parser), m_limits(limits), m_most_unfinished(2 * limits.markup_bytes) {}

    XML_Status add(std::string_view piece) {
        const std::uint64_t enough = std::min(m_unfinished, m_most_unfinished - m_unfinished + 1);
        if (m_held.empty() && piece.size() >= enough) return give(piece);
        m_held += piece;
        return m_held.size() < enough ? XML_STATUS_OK : give(std::exchange(m_held, {}));
    }
    XML_Status finish() {
        if (!m_held.empty() && give(std::exchange(m_held, {})) != XML_STATUS_OK) return XML_STATUS_ERROR;
        return XML_Parse(m_parser, nullptr, 0, XML_TRUE);
    }

private:
    XML_Status give(std::string_view bytes) {
        // At most a window's size or the limit, so it fits.
        const XML_Status status = XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), XML_FALSE);
        m_given += bytes.size();
        const XML_Index begun = XML_GetCurrentByteIndex(m_parser);
        m_unfinished = m_given - (begun < 0 ? 0 : static_cast<std::uint64_t>(begun));
        if (status == XML_STATUS_OK && m_unfinished > m_most_unfinished) throw markup_too_long(m_limits);
        return status;
    }

    XML_Parser m_parser;
    const Limits& m_limits;
    std::uint64_t m_most_unfinished;
    std::string m_held;
    std::uint64_t m_given = 0;
    std::uint64_t m_unfinished = 0;
};

/// One run of the parser. Exceptions must not pass through expat, which is C: they are kept until it has returned.
class Run {
public:
    Run(XmlHandler& handler, const Limits& limits)
        : m_parser(make_parser()), m_feed(m_parser.get(), limits), m_handler(handler), m_limits(limits) {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), on_start, on_end);
        XML_SetCharacterDataHandler(m_parser.get(), on_text);
        XML_SetCommentHandler(m_parser.get(), on_comment);
        XML_SetProcessingInstructionHandler(m_parser.get(), on_instruction);
        XML_SetNamespaceDeclHandler(m_parser.get(), on_namespace, on_namespace_end);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), on_doctype);
    }

    void parse(PieceSource& part) {
        for (std::string_view piece = part.next(); !piece.empty(); piece = part.next()) add(piece);
        check(m_feed.finish());
    }

    void add(std::string_view piece) { check(m_feed.add(piece)); }

    /// Brings the parser to where another reader was, without telling the handler again.
    void catch_up(const XmlSoFar& so_far) {
        m_known_starts = so_far.open_elements;
        add(so_far.open_tags);
        if (!so_far.root_ended) return;
        m_known_starts = 1;
        m_known_ends = 1;
        add("<ended/>");
    }

private:
    void check(XML_Status status) const {
        if (m_thrown) std::rethrow_exception(m_thrown);
        if (status != XML_STATUS_OK) throw not_well_formed();
    }

    template <class Action>
    void guarded(Action action) {
        if (m_thrown) return;
        try {
            action();
        } catch (...) {
            m_thrown = std::current_exception();
            XML_StopParser(m_parser.get(), XML_FALSE);
        }
    }

    static Run& run_of(void* user) { return *static_cast<Run*>(user); }

    void start(const char* name, const char** pairs) {
        check_markup();
        m_attributes.clear();
        for (const char** pair = pairs; *pair; pair += 2) m_attributes.push_back({split_name(pair[0]), pair[1]});
        const std::size_t attributes = m_attributes.size() + std::exchange(m_declared, 0);
        if (attributes > m_limits.xml_attributes) throw too_many_attributes(m_limits);
        if (++m_depth > m_limits.xml_depth) throw too_deep(m_limits);
        if (m_known_starts > 0) {
            --m_known_starts;
        } else {
            m_handler.start_element(split_name(name), XmlAttributes(m_attributes));
        }
    }

    void end(const char* name) {
        --m_depth;
        if (m_known_ends > 0) {
            --m_known_ends;
        } else {
            m_handler.end_element(split_name(name));
        }
    }

    void check_markup() const {
        const int bytes = XML_GetCurrentByteCount(m_parser.get());
        if (static_cast<std::uint64_t>(bytes) > m_limits.markup_bytes) throw markup_too_long(m_limits);
    }

    static void on_start(void* user, const char* name, const char** attributes) {
        Run& run = run_of(user);
        run.guarded([&] { run.start(name, attributes); });
    }
    static void on_end(void* user, const char* name) {
        Run& run = run_of(user);
        run.guarded([&] { run.end(name); });
    }
    static void on_text(void* user, const char* text, int size) {
        Run& run = run_of(user);
        run.guarded([&] { run.m_handler.text({text, static_cast<std::size_t>(size)}); });
    }
    static void on_comment(void* user, const char*) {
        Run& run = run_of(user);
        run.guarded([&] { run.check_markup(); });
    }
    static void on_instruction(void* user, const char*, const char*) { on_comment(user, nullptr); }
    static void on_namespace(void* user, const char*, const char*) {
        Run& run = run_of(user);
        run.guarded([&] {
            ++run.m_declared;
            if (++run.m_namespaces > run.m_limits.xml_namespaces) throw too_many_namespaces(run.m_limits);
        });
    }
    static void on_namespace_end(void* user, const char*) { --run_of(user).m_namespaces; }
    static void on_doctype(void* user, const char*, const char*, const char*, int) {
        run_of(user).guarded([] { throw doctype_refused(); });
    }

    Parser m_parser;
    Feed m_feed;
    XmlHandler& m_handler;
    const Limits& m_limits;
    std::vector<XmlAttribute> m_attributes;
    std::size_t m_declared = 0;  // namespaces by the tag that is being read
    std::uint32_t m_namespaces = 0;
    std::uint32_t m_depth = 0;
    std::uint32_t m_known_starts = 0;  // events the handler was told of already
    std::uint32_t m_known_ends = 0;
    std::exception_ptr m_thrown;
};

/// What `refuse_doctype` has seen of a part's beginning.
struct Prolog {
    XML_Parser parser = nullptr;
    bool doctype = false;
};

}  // namespace

void read_xml(PieceSource& part, XmlHandler& handler, const Limits& limits) {
    Run(handler, limits).parse(part);
}

void read_xml_on(const XmlSoFar& so_far, std::string_view rest, PieceSource& part, XmlHandler& handler,
                 const Limits& limits) {
    Run run(handler, limits);
    run.catch_up(so_far);
    run.add(rest);
    run.parse(part);
}

void refuse_doctype(PartStream& part, const Limits& limits) {
    const Parser parser = make_parser();
    Prolog prolog{parser.get(), false};
    XML_SetUserData(parser.get(), &prolog);
    XML_SetStartDoctypeDeclHandler(parser.get(), [](void* user, const char*, const char*, const char*, int) {
        Prolog& seen = *static_cast<Prolog*>(user);
        seen.doctype = true;
        XML_StopParser(seen.parser, XML_FALSE);
    });
    // A DOCTYPE can only stand before the first element.
    XML_SetStartElementHandler(parser.get(), [](void* user, const char*, const char**) {
        XML_StopParser(static_cast<Prolog*>(user)->parser, XML_FALSE);
    });
    Feed feed(parser.get(), limits);
    for (std::string_view piece = part.next(); !piece.empty(); piece = part.next()) {
        if (feed.add(piece) != XML_STATUS_OK) break;
    }
    if (prolog.doctype) throw doctype_refused();
    part.drain();
}

}  // namespace panelbook::workbook
