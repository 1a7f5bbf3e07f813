#include "style_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "xml_text.hpp"

namespace panelbook::annotate {

namespace {

constexpr std::string_view least_styles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>)";

/// Children of styleSheet in the order that the standard gives (ECMA-376 part 1, 18.8.39).
constexpr std::array<std::string_view, 11> order = {"numFmts",      "fonts",   "fills",      "borders",
                                                    "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
                                                    "tableStyles",  "colors",  "extLst"};

/// The text with a child of styleSheet that was not there, at its place.
std::string with_child(const std::string& xml, std::string_view local, std::string_view inside, std::size_t count) {
    const Element root = root_of(xml);
    const auto own = std::find(order.begin(), order.end(), local);
    std::size_t place = root.close;
    for (const Element& child : children_of(xml, root)) {
        if (std::find(own, order.end(), child.open.local()) == order.end()) continue;
        place = child.open.begin;
        break;
    }
    const std::string prefix = root.open.prefix();
    std::string text = xml;
    return text.insert(place, fmt::format("<{0}{1} count=\"{2}\">{3}</{0}{1}>", prefix, local, count, inside));
}

/// The text with one more thing in a list, and its count put right. `xml` has the list.
std::string with_item(const std::string& xml, std::string_view local, std::string_view item, std::size_t count) {
    const Element list = *child_named(xml, root_of(xml), local);
    std::string text = appended(xml, list, item);
    const Element grown = *child_named(text, root_of(text), local);
    const std::string_view tag = std::string_view(text).substr(grown.open.begin, grown.open.end - grown.open.begin);
    const std::string counted = with_attribute(tag, "count", std::to_string(count));
    return text.replace(grown.open.begin, grown.open.end - grown.open.begin, counted);
}

std::size_t items_in(const std::string& xml, std::string_view local) {
    const auto list = child_named(xml, root_of(xml), local);
    return list ? children_of(xml, *list).size() : 0;
}

/// Pale enough for black text; amber and red that a reader of any colours tells apart by the words of the comment.
std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "FFFFC7CE";
        case Severity::warning:
            return "FFFFEB9C";
        case Severity::note:
            break;
    }
    return "FFDDEBF7";
}

}  // namespace

StyleText::StyleText(std::string xml) : m_xml(std::move(xml)) {
    if (m_xml.empty()) {
        m_xml = least_styles;
        m_changed = true;
    }
    const std::string prefix = root_of(m_xml).open.prefix();
    if (items_in(m_xml, "fills") == 0) {
        if (child_named(m_xml, root_of(m_xml), "fills")) throw NotAnnotatable("The styles of the file hold no fill.");
        m_xml =
            with_child(m_xml, "fills",
                       fmt::format("<{0}fill><{0}patternFill patternType=\"none\"/></{0}fill><{0}fill><{0}patternFill "
                                   "patternType=\"gray125\"/></{0}fill>",
                                   prefix),
                       2);
        m_changed = true;
    }
    if (!child_named(m_xml, root_of(m_xml), "cellXfs")) {
        m_xml = with_child(m_xml, "cellXfs", fmt::format("<{}xf/>", prefix), 1);
        m_changed = true;
    }
    const Element formats = *child_named(m_xml, root_of(m_xml), "cellXfs");
    for (const Element& format : children_of(m_xml, formats)) m_formats.emplace_back(format.in(m_xml));
}

std::uint32_t StyleText::fill_of(Severity severity) {
    const auto known = m_fills.find(severity);
    if (known != m_fills.end()) return known->second;
    const std::string prefix = root_of(m_xml).open.prefix();
    const std::size_t number = items_in(m_xml, "fills");
    m_xml = with_item(m_xml, "fills",
                      fmt::format("<{0}fill><{0}patternFill patternType=\"solid\"><{0}fgColor rgb=\"{1}\"/><{0}bgColor "
                                  "indexed=\"64\"/></{0}patternFill></{0}fill>",
                                  prefix, colour_of(severity)),
                      number + 1);
    m_changed = true;
    return m_fills[severity] = static_cast<std::uint32_t>(number);
}

std::uint32_t StyleText::filled(std::uint32_t style, Severity severity) {
    const auto known = m_filled.find({style, severity});
    if (known != m_filled.end()) return known->second;
    const std::string fill = std::to_string(fill_of(severity));
    const std::string plain = fmt::format("<{}xf/>", root_of(m_xml).open.prefix());
    const std::string& original = style < m_formats.size() ? m_formats[style] : plain;
    const Tag open = *next_tag(original, 0);
    std::string tag = with_attribute(std::string_view(original).substr(0, open.end), "fillId", fill);
    tag = with_attribute(tag, "applyFill", "1");
    const std::string format = tag + original.substr(open.end);
    m_xml = with_item(m_xml, "cellXfs", format, m_formats.size() + 1);
    m_formats.push_back(format);
    return m_filled[{style, severity}] = static_cast<std::uint32_t>(m_formats.size() - 1);
}

}  // namespace panelbook::annotate
