#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// XML as text that is added to in place, so that all else in it stays as it is.
namespace panelbook::annotate {

/// The file is written in a way that cannot be added to safely; `what` says how, in one sentence.
struct NotAnnotatable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One tag of a text. `end` is the place behind its ">".
struct Tag {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view name;  ///< with its prefix
    bool closing = false;
    bool empty = false;

    std::string_view local() const;
    std::string prefix() const;  ///< with its colon; empty where there is none
};

/// The next tag at or behind `from`; comments, CDATA and instructions are passed over. Nothing at the end. Throws
/// NotAnnotatable.
std::optional<Tag> next_tag(std::string_view xml, std::size_t from);

/// The value of an attribute as it is written. Only names without a prefix, or exactly as prefixed.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name);
/// The value of the first attribute with a prefix and this local name: r:id for "id".
std::optional<std::string_view> prefixed_attribute(std::string_view tag, std::string_view local);
/// The tag with the attribute set, where it stands or behind the name.
std::string with_attribute(std::string_view tag, std::string_view name, std::string_view value);

/// An element by its place: its opening tag and where its closing tag begins (for an empty one both are the tag).
struct Element {
    Tag open;
    std::size_t close = 0;
    std::size_t end = 0;
    std::string_view in(std::string_view xml) const { return xml.substr(open.begin, end - open.begin); }
};

/// The root (of a text in UTF-8: see insist_on_utf8), and the elements right below an element.
Element root_of(std::string_view xml);
std::vector<Element> children_of(std::string_view xml, const Element& parent);
/// The first child of that local name.
std::optional<Element> child_named(std::string_view xml, const Element& parent, std::string_view local);

/// The text with `more` as the last thing inside an element.
std::string appended(std::string_view xml, const Element& element, std::string_view more);

/// For the content of elements and for attributes. What XML cannot hold is left out.
std::string escaped(std::string_view text);

/// Whether the text is of the strict kind (ISO/IEC 29500-1).
bool is_strict(std::string_view xml);
/// Throws NotAnnotatable for a text that is not UTF-8 by its mark or by what it says.
void insist_on_utf8(std::string_view xml);

}  // namespace panelbook::annotate
