#include "xml_text.hpp"

#include <algorithm>

namespace panelbook::annotate {

namespace {

constexpr std::string_view blanks = " \t\r\n";

[[noreturn]] void not_understood() {
    throw NotAnnotatable("The XML of the file is not written as it should be.");
}

/// The place behind `end_mark`, looked for from `from`.
std::size_t behind(std::string_view xml, std::string_view end_mark, std::size_t from) {
    const std::size_t at = xml.find(end_mark, from);
    if (at == std::string_view::npos) not_understood();
    return at + end_mark.size();
}

/// The place behind the ">" of a tag: one within quotes does not count.
std::size_t tag_end(std::string_view xml, std::size_t from) {
    char quote = '\0';
    for (std::size_t at = from; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    not_understood();
}

struct AttributePlace {
    std::string_view name;
    std::size_t value_begin = 0;
    std::size_t value_end = 0;
};

std::vector<AttributePlace> attributes_of(std::string_view tag) {
    std::vector<AttributePlace> all;
    std::size_t at = tag.find_first_of(" \t\r\n/>", 1);
    while (at < tag.size()) {
        at = tag.find_first_not_of(blanks, at);
        if (at == std::string_view::npos || tag[at] == '>' || tag[at] == '/' || tag[at] == '?') break;
        const std::size_t equals = tag.find('=', at);
        if (equals == std::string_view::npos) not_understood();
        AttributePlace place;
        place.name = tag.substr(at, equals - at);
        place.name = place.name.substr(0, place.name.find_first_of(blanks));
        const std::size_t quote = tag.find_first_not_of(blanks, equals + 1);
        if (quote == std::string_view::npos || (tag[quote] != '"' && tag[quote] != '\'')) not_understood();
        place.value_begin = quote + 1;
        place.value_end = tag.find(tag[quote], quote + 1);
        if (place.value_end == std::string_view::npos) not_understood();
        all.push_back(place);
        at = place.value_end + 1;
    }
    return all;
}

}  // namespace

std::string_view Tag::local() const {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string Tag::prefix() const {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string() : std::string(name.substr(0, colon + 1));
}

std::optional<Tag> next_tag(std::string_view xml, std::size_t from) {
    while (true) {
        const std::size_t at = xml.find('<', from);
        if (at == std::string_view::npos) return std::nullopt;
        const std::string_view rest = xml.substr(at);
        if (rest.starts_with("<!--")) {
            from = behind(xml, "-->", at + 4);
        } else if (rest.starts_with("<![CDATA[")) {
            from = behind(xml, "]]>", at + 9);
        } else if (rest.starts_with("<?")) {
            from = behind(xml, "?>", at + 2);
        } else {
            Tag tag;
            tag.begin = at;
            tag.end = tag_end(xml, at);
            tag.closing = rest.starts_with("</");
            tag.empty = xml[tag.end - 2] == '/';
            const std::size_t name = at + (tag.closing ? 2 : 1);
            tag.name = xml.substr(name, xml.find_first_of(" \t\r\n/>", name) - name);
            if (tag.name.empty()) not_understood();
            return tag;
        }
    }
}

std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
    for (const AttributePlace& place : attributes_of(tag)) {
        if (place.name == name) return tag.substr(place.value_begin, place.value_end - place.value_begin);
    }
    return std::nullopt;
}

std::optional<std::string_view> prefixed_attribute(std::string_view tag, std::string_view local) {
    for (const AttributePlace& place : attributes_of(tag)) {
        const std::size_t colon = place.name.find(':');
        if (colon == std::string_view::npos || place.name.substr(colon + 1) != local) continue;
        return tag.substr(place.value_begin, place.value_end - place.value_begin);
    }
    return std::nullopt;
}

std::string with_attribute(std::string_view tag, std::string_view name, std::string_view value) {
    std::string text(tag);
    for (const AttributePlace& place : attributes_of(tag)) {
        if (place.name != name) continue;
        return text.replace(place.value_begin, place.value_end - place.value_begin, value);
    }
    const std::size_t behind_name = tag.find_first_of(" \t\r\n/>", 1);
    std::string added = " ";
    added.append(name).append("=\"").append(value).append("\"");
    return text.insert(behind_name, added);
}

namespace {

/// The element that a tag opens.
Element element_at(std::string_view xml, const Tag& open) {
    if (open.empty) return {open, open.begin, open.end};
    std::size_t depth = 1;
    for (std::size_t from = open.end;;) {
        const auto tag = next_tag(xml, from);
        if (!tag) not_understood();
        from = tag->end;
        if (tag->closing) {
            if (--depth == 0) return {open, tag->begin, tag->end};
        } else if (!tag->empty) {
            ++depth;
        }
    }
}

}  // namespace

Element root_of(std::string_view xml) {
    insist_on_utf8(xml);
    const auto tag = next_tag(xml, 0);
    if (!tag || tag->closing) not_understood();
    return element_at(xml, *tag);
}

std::vector<Element> children_of(std::string_view xml, const Element& parent) {
    std::vector<Element> children;
    if (parent.open.empty) return children;
    for (std::size_t from = parent.open.end;;) {
        const auto tag = next_tag(xml, from);
        if (!tag || tag->begin >= parent.close) return children;
        children.push_back(element_at(xml, *tag));
        from = children.back().end;
    }
}

std::optional<Element> child_named(std::string_view xml, const Element& parent, std::string_view local) {
    for (const Element& child : children_of(xml, parent)) {
        if (child.open.local() == local) return child;
    }
    return std::nullopt;
}

std::string appended(std::string_view xml, const Element& element, std::string_view more) {
    std::string text(xml);
    if (!element.open.empty) return text.insert(element.close, more);
    // "<fills/>" is opened up.
    std::string inside(more);
    inside.append("</").append(element.open.name).append(">");
    text.insert(element.open.end, inside);
    return text.erase(text.rfind('/', element.open.end - 1), 1);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
    return out;
}

bool is_strict(std::string_view xml) {
    constexpr std::size_t head = 4096;
    return xml.substr(0, head).find("http://purl.oclc.org/ooxml/") != std::string_view::npos;
}

void insist_on_utf8(std::string_view xml) {
    const auto refuse = [] { throw NotAnnotatable("A part of the file is not stored as UTF-8."); };
    const std::string_view start = xml.substr(0, 4);
    if (start.starts_with("\xFE\xFF") || start.starts_with("\xFF\xFE") || start.find('\0') != std::string_view::npos)
        refuse();
    if (xml.starts_with("\xEF\xBB\xBF")) xml.remove_prefix(3);
    if (!xml.starts_with("<?xml")) return;
    const std::string_view declaration = xml.substr(0, xml.find("?>"));
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return;
    std::string words(declaration.substr(at));
    std::transform(words.begin(), words.end(), words.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (words.find("utf-8") == std::string::npos && words.find("ascii") == std::string::npos) refuse();
}

}  // namespace panelbook::annotate
