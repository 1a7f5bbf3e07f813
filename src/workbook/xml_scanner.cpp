#include "panelbook/workbook/xml_scanner.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "panelbook/workbook/xml_characters.hpp"
#include "panelbook/workbook/xml_scope.hpp"
#include "panelbook/workbook/xml_tag.hpp"
#include "panelbook/workbook/xml_text.hpp"

namespace panelbook::workbook {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view cdata_begin = "<![CDATA[";
constexpr std::string_view cdata_end = "]]>";
constexpr std::string_view doctype_begin = "<!DOCTYPE";
/// Every declaration that is written in practice is shorter.
constexpr std::size_t longest_declaration = 256;

/// The end of an XML declaration of the common kind at the front of `bytes`; nothing if it is another.
std::optional<std::size_t> end_of_declaration(std::string_view bytes) {
    std::size_t at = 5;
    const auto word = [bytes, &at](std::string_view wanted) {
        const bool same = bytes.substr(at, wanted.size()) == wanted;
        if (same) at += wanted.size();
        return same;
    };
    const auto skip_space = [bytes, &at] {
        const std::size_t before = at;
        while (at < bytes.size() && XmlBytes::is(bytes[at], XmlBytes::space)) ++at;
        return at > before;
    };
    const auto one_of = [&word](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), word);
    };
    skip_space();
    if (!one_of({"version=\"1.0\"", "version='1.0'"})) return std::nullopt;
    bool apart = skip_space();
    if (apart && one_of({"encoding=\"UTF-8\"", "encoding='UTF-8'", "encoding=\"utf-8\"", "encoding='utf-8'"}))
        apart = skip_space();
    if (apart && one_of({"standalone=\"yes\"", "standalone='yes'", "standalone=\"no\"", "standalone='no'"}))
        skip_space();
    if (bytes.substr(at, 2) != "?>") return std::nullopt;
    return at + 2;
}

class Scanner {
public:
    Scanner(PieceSource& part, XmlHandler& handler, const Limits& limits)
        : m_part(part), m_handler(handler), m_limits(limits), m_scope(limits), m_tag(limits) {}

    void run() {
        for (std::string_view piece = m_part.next(); !piece.empty(); piece = m_part.next()) {
            if (!feed(piece)) return;
        }
        const std::size_t done = scan(m_unfinished);
        if (m_unknown || !m_begun) {
            hand_over(std::string_view(m_unfinished).substr(done));
        } else if (done < m_unfinished.size() || !m_root_ended) {
            throw not_well_formed();
        }
    }

private:
    /// Scans a piece behind what the one before left unfinished. False if the part was read to its end by another.
    bool feed(std::string_view piece) {
        while (!m_unfinished.empty()) {
            // As much again before it is looked at again, so that the time for a long tag is in proportion to its
            // length.
            const std::size_t enough = 2 * m_looked_at;
            const std::size_t had = m_unfinished.size();
            const std::size_t more = std::min(piece.size(), enough - had);
            m_unfinished += piece.substr(0, more);
            if (m_unfinished.size() < enough) return true;
            const std::size_t done = scan(m_unfinished);
            if (m_unknown) return hand_over(m_unfinished.substr(done).append(piece.substr(more)));
            if (done >= had) {
                piece.remove_prefix(done - had);
                m_unfinished.clear();
            } else {
                piece.remove_prefix(more);
                m_unfinished.erase(0, done);
                m_looked_at = m_unfinished.size();
            }
        }
        const std::size_t done = scan(piece);
        if (m_unknown) return hand_over(piece.substr(done));
        m_unfinished = piece.substr(done);
        m_looked_at = m_unfinished.size();
        return true;
    }

    bool hand_over(std::string_view rest) {
        XmlSoFar so_far = m_scope.so_far();
        so_far.root_ended = m_root_ended;
        read_xml_on(so_far, rest, m_part, m_handler, m_limits);
        return false;
    }

    /// Scans as much as is whole and says how much that was. What was begun and not finished is given again, with more
    /// behind it.
    std::size_t scan(std::string_view bytes) {
        std::size_t at = m_begun ? 0 : begin(bytes);
        if (!m_begun) return 0;
        while (at < bytes.size() && !m_unknown) {
            const std::size_t next = bytes[at] == '<' && !m_in_cdata ? markup(bytes, at) : text(bytes, at);
            if (next == at) break;
            at = next;
        }
        return at;
    }

    /// Skips the byte order mark and the XML declaration.
    std::size_t begin(std::string_view bytes) {
        std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        if (bytes.size() < at + longest_declaration && bytes.find('>') == std::string_view::npos) return 0;
        const std::string_view head = bytes.substr(at);
        m_unknown = !head.starts_with('<') || head[1] == '\0';
        if (m_unknown) return 0;
        if (head.starts_with("<?xml") && XmlBytes::is(head[5], XmlBytes::space)) {
            const std::optional<std::size_t> end = end_of_declaration(head);
            m_unknown = !end;
            if (m_unknown) return 0;
            at += *end;
        }
        m_begun = true;
        return at;
    }

    std::size_t markup(std::string_view bytes, std::size_t at) {
        if (!m_scope.empty() && !m_scope.prefixed()) {
            const std::size_t taken = m_handler.take(bytes.substr(at));
            if (taken > 0) return at + taken;
        }
        const std::string_view ahead = bytes.substr(at);
        const std::size_t size = ahead.size() < 2  ? 0
                                 : ahead[1] == '/' ? end_tag(ahead)
                                 : ahead[1] == '?' ? instruction(ahead)
                                 : ahead[1] == '!' ? declaration(ahead)
                                                   : start_tag(ahead);
        if (m_unknown) return at;
        if ((size == 0 ? ahead.size() : size) > m_limits.markup_bytes) throw markup_too_long(m_limits);
        return at + size;
    }

    // Each of these gives the size of what stands at the front of `ahead`; 0 if it goes on behind the end.

    std::size_t start_tag(std::string_view ahead) {
        if (m_root_ended) throw not_well_formed();
        const std::size_t size = m_tag.parse(ahead);
        m_unknown = m_tag.unknown();
        if (size == 0 || m_unknown) return 0;
        if (size > m_limits.markup_bytes) throw markup_too_long(m_limits);
        const XmlAttributes attributes = m_tag.open(m_scope);
        m_handler.start_element(m_scope.name(), attributes);
        if (m_tag.empty_element()) close();
        return size;
    }

    std::size_t end_tag(std::string_view ahead) {
        if (m_scope.empty()) throw not_well_formed();
        const std::string_view written = m_scope.written();
        const std::string_view here = ahead.substr(2, written.size());
        if (here != written.substr(0, here.size())) throw not_well_formed();
        std::size_t at = 2 + written.size();
        while (at < ahead.size() && XmlBytes::is(ahead[at], XmlBytes::space)) ++at;
        if (at >= ahead.size()) return 0;
        if (ahead[at] != '>') throw not_well_formed();
        close();
        return at + 1;
    }

    void close() {
        m_handler.end_element(m_scope.name());
        m_scope.close();
        m_root_ended = m_scope.empty();
    }

    std::size_t instruction(std::string_view ahead) {
        std::size_t name_end = 2;
        while (name_end < ahead.size() && XmlBytes::is(ahead[name_end], XmlBytes::name)) ++name_end;
        if (name_end == ahead.size()) return 0;
        const std::string_view target = ahead.substr(2, name_end - 2);
        m_unknown = (static_cast<unsigned char>(ahead[name_end]) & 0x80) != 0;
        if (m_unknown) return 0;
        const bool named = !target.empty() && XmlBytes::is(target.front(), XmlBytes::name_start);
        const bool is_xml =
            target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
        if (!named || is_xml) throw not_well_formed();
        if (ahead[name_end] != '?' && !XmlBytes::is(ahead[name_end], XmlBytes::space)) throw not_well_formed();
        const std::size_t end = ahead.find("?>", name_end);
        if (end == std::string_view::npos) return 0;
        if (ahead[name_end] == '?' && end != name_end) throw not_well_formed();
        if (!all_xml_characters(ahead.substr(name_end, end - name_end))) throw not_well_formed();
        return end + 2;
    }

    /// A comment, the beginning of a CDATA section, or a DOCTYPE.
    std::size_t declaration(std::string_view ahead) {
        if (ahead.starts_with("<!--")) return comment(ahead);
        const bool before_root = m_scope.empty() && !m_root_ended;
        if (ahead.starts_with(doctype_begin) && before_root) throw doctype_refused();
        if (ahead.starts_with(cdata_begin) && !m_scope.empty()) {
            m_in_cdata = true;
            return cdata_begin.size();
        }
        const bool may_become_one = "<!--"sv.starts_with(ahead) || (before_root && doctype_begin.starts_with(ahead)) ||
                                    (!m_scope.empty() && cdata_begin.starts_with(ahead));
        if (!may_become_one) throw not_well_formed();
        return 0;
    }

    static std::size_t comment(std::string_view ahead) {
        const std::size_t end = ahead.find("--", 4);
        if (end == std::string_view::npos || end + 2 == ahead.size()) return 0;
        if (ahead[end + 2] != '>' || !all_xml_characters(ahead.substr(4, end - 4))) throw not_well_formed();
        return end + 3;
    }

    /// Text up to what is more than itself, or that one thing.
    std::size_t text(std::string_view bytes, std::size_t at) {
        const std::string_view ahead = bytes.substr(at);
        if (m_scope.empty()) {
            if (!XmlBytes::is(ahead.front(), XmlBytes::space)) throw not_well_formed();
            return at + 1;
        }
        const std::size_t plain = plain_text(ahead);
        if (plain > 0) {
            m_handler.text(ahead.substr(0, plain));
            return at + plain;
        }
        return at + special(ahead);
    }

    std::size_t special(std::string_view ahead) {
        const char first = ahead.front();
        if (first == '\r') {
            if (ahead.size() == 1) return 0;
            m_handler.text("\n");
            return ahead[1] == '\n' ? 2 : 1;
        }
        if (first == ']') {
            const std::string_view here = ahead.substr(0, cdata_end.size());
            if (here == cdata_end && !std::exchange(m_in_cdata, false)) throw not_well_formed();
            if (here == cdata_end) return cdata_end.size();
            if (cdata_end.starts_with(here)) return 0;
            m_handler.text("]");
            return 1;
        }
        if (m_in_cdata && (first == '<' || first == '&')) {
            m_handler.text(ahead.substr(0, 1));
            return 1;
        }
        if (first == '&') {
            const std::optional<XmlReference> reference = reference_at(ahead);
            if (!reference && ahead.size() > m_limits.markup_bytes) throw markup_too_long(m_limits);
            if (!reference) return 0;
            m_handler.text(reference->text());
            return reference->size;
        }
        if (!character_beyond_ascii(ahead)) return 0;
        throw not_well_formed();
    }

    PieceSource& m_part;
    XmlHandler& m_handler;
    const Limits& m_limits;
    XmlScope m_scope;
    XmlTag m_tag;
    std::string m_unfinished;     // the end of the pieces so far, from the first byte that was not done with
    std::size_t m_looked_at = 0;  // how much of it was there when it was last scanned
    bool m_begun = false;
    bool m_root_ended = false;
    bool m_in_cdata = false;
    bool m_unknown = false;  // what stands next is for expat
};

}  // namespace

void scan_xml(PieceSource& part, XmlHandler& handler, const Limits& limits) {
    Scanner(part, handler, limits).run();
}

}  // namespace panelbook::workbook
