#include "comment_text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "xml_text.hpp"

namespace panelbook::annotate {

namespace {

constexpr std::string_view author = "Panelbook";

std::string comments_without_any(bool strict) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments "
        "xmlns=\"{}\"><authors></authors><commentList></commentList></comments>",
        strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
               : "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
}

Element needed(std::string_view xml, std::string_view local) {
    const auto element = child_named(xml, root_of(xml), local);
    if (!element) throw NotAnnotatable("The comments of a sheet are not written as they should be.");
    return *element;
}

/// The largest number of a shape in a drawing: "_x0000_s1027".
std::size_t largest_shape(std::string_view drawing) {
    constexpr std::string_view mark = "_x0000_s";
    std::size_t largest = 0;
    for (std::size_t at = drawing.find(mark); at != std::string_view::npos; at = drawing.find(mark, at + 1)) {
        std::size_t number = 0;
        const char* const first = drawing.data() + at + mark.size();
        if (std::from_chars(first, drawing.data() + drawing.size(), number).ec == std::errc())
            largest = std::max(largest, number);
    }
    return largest;
}

std::string box(std::size_t shape, CellRef at) {
    // From the column right of the cell, three columns wide and five rows high.
    return fmt::format(
        "<v:shape id=\"_x0000_s{0}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:80pt;margin-top:5pt;"
        "width:220pt;height:90pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill "
        "color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
        "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData "
        "ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{1}, 15, {2}, 2, {3}, 31, {4}, 9</x:Anchor>"
        "<x:AutoFill>False</x:AutoFill><x:Row>{5}</x:Row><x:Column>{6}</x:Column></x:ClientData></v:shape>",
        shape, at.column + 1, at.row == 0 ? 0 : at.row - 1, at.column + 4, at.row + 5, at.row, at.column);
}

constexpr std::string_view box_type =
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
    "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
    "o:connecttype=\"rect\"/></v:shapetype>";

/// The declarations that the boxes need, for a root that lacks them.
std::string with_declarations(std::string_view drawing) {
    const auto root = next_tag(drawing, 0);
    if (!root || root->closing)
        throw NotAnnotatable("The drawing of a sheet's comments is not written as it should be.");
    std::string tag(drawing.substr(root->begin, root->end - root->begin));
    const std::pair<std::string_view, std::string_view> spaces[] = {
        {"xmlns:v", "urn:schemas-microsoft-com:vml"},
        {"xmlns:o", "urn:schemas-microsoft-com:office:office"},
        {"xmlns:x", "urn:schemas-microsoft-com:office:excel"}};
    for (const auto& [name, space] : spaces) {
        if (!attribute(tag, name)) tag = with_attribute(tag, name, space);
    }
    std::string text(drawing);
    return text.replace(root->begin, root->end - root->begin, tag);
}

}  // namespace

std::set<CellRef> commented_cells(std::string_view comments) {
    std::set<CellRef> cells;
    for (const Element& comment : children_of(comments, needed(comments, "commentList"))) {
        const std::string_view tag = comments.substr(comment.open.begin, comment.open.end - comment.open.begin);
        if (const auto at = parse_a1(attribute(tag, "ref").value_or(""))) cells.insert(*at);
    }
    return cells;
}

std::string with_comments(std::string_view comments, const Remarks& remarks, bool strict) {
    std::string text = comments.empty() ? comments_without_any(strict) : std::string(comments);
    const std::string prefix = root_of(text).open.prefix();
    const Element authors = needed(text, "authors");
    const std::size_t number = children_of(text, authors).size();
    text = appended(text, authors, fmt::format("<{0}author>{1}</{0}author>", prefix, author));
    std::string added;
    for (const auto& [at, words] : remarks) {
        added += fmt::format(
            "<{0}comment ref=\"{1}\" authorId=\"{2}\"><{0}text><{0}r><{0}t "
            "xml:space=\"preserve\">{3}</{0}t></{0}r></{0}text></{0}comment>",
            prefix, to_a1(at), number, escaped(words));
    }
    return appended(text, needed(text, "commentList"), added);
}

std::string with_boxes(std::string_view drawing, const Remarks& remarks, std::size_t block) {
    constexpr std::size_t block_size = 1024;
    std::string boxes;
    if (!drawing.empty()) {
        // VML is not always well-formed, so nothing but its end is looked for.
        std::string text = with_declarations(drawing);
        std::size_t shape = largest_shape(text);
        if (text.find("id=\"_x0000_t202\"") == std::string::npos) boxes += box_type;
        for (const auto& [at, words] : remarks) boxes += box(++shape, at);
        const std::size_t end = text.rfind("</");
        if (end == std::string::npos)
            throw NotAnnotatable("The drawing of a sheet's comments is not written as it should be.");
        return text.insert(end, boxes);
    }
    std::size_t shape = block * block_size;
    for (const auto& [at, words] : remarks) boxes += box(++shape, at);
    std::string blocks = std::to_string(block);
    for (std::size_t next = block + 1; next * block_size <= shape; ++next) blocks += "," + std::to_string(next);
    return fmt::format(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" "
        "data=\"{}\"/></o:shapelayout>{}{}</xml>",
        blocks, box_type, boxes);
}

}  // namespace panelbook::annotate
