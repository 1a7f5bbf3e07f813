#include "panelbook/workbook/xml_tag.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "panelbook/workbook/xml_characters.hpp"
#include "panelbook/workbook/xml_text.hpp"

namespace panelbook::workbook {

namespace {

void skip_space(std::string_view ahead, std::size_t& at) {
    while (at < ahead.size() && XmlBytes::is(ahead[at], XmlBytes::space)) ++at;
}

}  // namespace

std::size_t XmlTag::parse(std::string_view ahead) {
    m_written.clear();
    m_values.clear();
    // Resolved, a value is never longer than it stands; so that no view into the values moves.
    if (m_values.capacity() < ahead.size()) m_values.reserve(ahead.size());
    m_unknown = false;
    m_empty_element = false;
    std::size_t at = 1;
    if (!take_name(ahead, at, m_name)) return 0;
    while (true) {
        const std::size_t name_end = at;
        skip_space(ahead, at);
        if (at == ahead.size()) return 0;
        if (ahead[at] == '>') return at + 1;
        if (ahead[at] == '/') {
            if (at + 1 == ahead.size()) return 0;
            if (ahead[at + 1] != '>') throw not_well_formed();
            m_empty_element = true;
            return at + 2;
        }
        if (at == name_end) throw not_well_formed();
        if (m_written.size() == m_limits.xml_attributes) throw too_many_attributes(m_limits);
        if (!take_attribute(ahead, at)) return 0;
    }
}

bool XmlTag::take_name(std::string_view ahead, std::size_t& at, std::string_view& name) {
    const std::size_t begin = at;
    bool begins_part = true;  // of a name with a prefix, or the whole
    bool has_colon = false;
    for (; at < ahead.size(); ++at) {
        const char letter = ahead[at];
        if (letter == ':' && !begins_part && !has_colon) {
            has_colon = true;
            begins_part = true;
        } else if (XmlBytes::is(letter, begins_part ? XmlBytes::name_start : XmlBytes::name)) {
            begins_part = false;
        } else {
            m_unknown = (static_cast<unsigned char>(letter) & 0x80) != 0;
            if (m_unknown) return false;
            if (begins_part) throw not_well_formed();
            name = ahead.substr(begin, at - begin);
            return true;
        }
    }
    return false;
}

bool XmlTag::take_attribute(std::string_view ahead, std::size_t& at) {
    Written attribute;
    if (!take_name(ahead, at, attribute.name)) return false;
    skip_space(ahead, at);
    if (at == ahead.size()) return false;
    if (ahead[at] != '=') throw not_well_formed();
    ++at;
    skip_space(ahead, at);
    if (at == ahead.size()) return false;
    if (ahead[at] != '"' && ahead[at] != '\'') throw not_well_formed();
    if (!take_value(ahead, at, attribute.value)) return false;
    m_written.push_back(attribute);
    return true;
}

bool XmlTag::take_value(std::string_view ahead, std::size_t& at, std::string_view& value) {
    const char quote = ahead[at++];
    std::size_t begin = at;  // of what stands for itself
    const std::size_t values_before = m_values.size();
    bool resolved = false;
    const auto keep = [&](std::string_view instead) {
        m_values += ahead.substr(begin, at - begin);
        m_values += instead;
        resolved = true;
    };
    while (at < ahead.size()) {
        const char letter = ahead[at];
        if (XmlBytes::is(letter, XmlBytes::plain_attribute)) {
            ++at;
        } else if (letter == quote) {
            if (resolved) keep({});
            value = resolved ? std::string_view(m_values).substr(values_before) : ahead.substr(begin, at - begin);
            ++at;
            return true;
        } else if (letter == '"' || letter == '\'') {
            ++at;
        } else if (letter == '&') {
            const std::optional<XmlReference> reference = reference_at(ahead.substr(at));
            if (!reference) return false;
            keep(reference->text());
            at += reference->size;
            begin = at;
        } else if (XmlBytes::is(letter, XmlBytes::space)) {
            // A line end of two characters is one blank.
            if (letter == '\r' && at + 1 == ahead.size()) return false;
            keep(" ");
            at += letter == '\r' && ahead[at + 1] == '\n' ? 2u : 1u;
            begin = at;
        } else {
            if ((static_cast<unsigned char>(letter) & 0x80) == 0) throw not_well_formed();
            const std::optional<std::size_t> size = character_beyond_ascii(ahead.substr(at));
            if (!size) return false;
            if (*size == 0) throw not_well_formed();
            at += *size;
        }
    }
    return false;
}

XmlAttributes XmlTag::open(XmlScope& scope) {
    m_names.clear();
    for (const Written& attribute : m_written) {
        m_names.push_back({{}, attribute.name});
        if (attribute.name == "xmlns") scope.declare({}, attribute.value);
        if (attribute.name.starts_with("xmlns:")) scope.declare(attribute.name.substr(6), attribute.value);
    }
    check_given_once(m_names);
    scope.open(m_name);

    m_attributes.clear();
    m_names.clear();
    for (const Written& attribute : m_written) {
        const std::size_t colon = attribute.name.find(':');
        if (attribute.name == "xmlns" || attribute.name.starts_with("xmlns:")) continue;
        XmlName name{{}, attribute.name};
        if (colon != std::string_view::npos) {
            const std::optional<std::string_view> space = scope.space_of(attribute.name.substr(0, colon));
            if (!space) throw not_well_formed();
            name = {*space, attribute.name.substr(colon + 1)};
            m_names.push_back(name);
        }
        m_attributes.push_back({name, attribute.value});
    }
    check_given_once(m_names);
    return XmlAttributes(m_attributes);
}

void XmlTag::check_given_once(std::vector<XmlName>& names) const {
    constexpr std::size_t few = 8;
    if (names.size() > few) {
        const auto before = [](const XmlName& a, const XmlName& b) {
            return std::tie(a.local, a.space) < std::tie(b.local, b.space);
        };
        std::sort(names.begin(), names.end(), before);
        if (std::adjacent_find(names.begin(), names.end()) != names.end()) throw not_well_formed();
        return;
    }
    for (std::size_t index = 1; index < names.size(); ++index) {
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(index), names[index]) !=
            names.begin() + static_cast<std::ptrdiff_t>(index))
            throw not_well_formed();
    }
}

}  // namespace panelbook::workbook
