#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
    for (const XmlAttribute& attribute : m_all) {
        if (attribute.name.local == local && attribute.name.space.empty()) return attribute.value;
    }
    return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::find_in(std::string_view space_end, std::string_view local) const {
    for (const XmlAttribute& attribute : m_all) {
        if (attribute.name.local == local && attribute.name.space.ends_with(space_end)) return attribute.value;
    }
    return std::nullopt;
}

bool XmlAttributes::is_true(std::string_view local) const {
    const std::optional<std::string_view> value = find(local);
    return value == "1" || value == "true" || value == "on";
}

Refused not_well_formed() {
    return damaged("A part of it is not well formed.");
}

Refused doctype_refused() {
    return {
        "doctype-refused", "A part of the file defines words of its own (a DOCTYPE), which no workbook needs.",
        "Open it in Excel, save it again as .xlsx and send that copy. If it did not come from a spreadsheet program, "
        "do not trust it."};
}

Refused too_deep(const Limits& limits) {
    return limit_hit("of " + grouped(limits.xml_depth) + " elements inside each other (xml_depth)");
}

Refused markup_too_long(const Limits& limits) {
    return limit_hit("of " + byte_words(limits.markup_bytes) + " for one tag or comment (markup_bytes)");
}

Refused too_many_attributes(const Limits& limits) {
    return limit_hit("of " + grouped(limits.xml_attributes) + " attributes of one element (xml_attributes)");
}

Refused too_many_namespaces(const Limits& limits) {
    return limit_hit("of " + grouped(limits.xml_namespaces) + " namespaces at once (xml_namespaces)");
}

}  // namespace panelbook::workbook
