#include "panelbook/workbook/xml_scope.hpp"

#include <utility>

namespace panelbook::workbook {

namespace {

constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_space = "http://www.w3.org/2000/xmlns/";

void append_attribute(std::string& tag, std::string_view name, std::string_view value) {
    tag += ' ';
    tag += name;
    tag += "=\"";
    for (const char letter : value) {
        const bool stands_for_itself =
            static_cast<unsigned char>(letter) >= 0x20 && letter != '&' && letter != '<' && letter != '"';
        if (stands_for_itself) {
            tag += letter;
        } else {
            tag += "&#" + std::to_string(static_cast<unsigned>(letter)) + ";";
        }
    }
    tag += '"';
}

}  // namespace

void XmlScope::declare(std::string_view prefix, std::string_view space) {
    const bool is_xml = space == xml_space;
    if (prefix == "xmlns" || space == xmlns_space || is_xml != (prefix == "xml")) throw not_well_formed();
    // A prefix cannot be taken back; and expat takes no namespace with the character that it puts behind one.
    if ((space.empty() && !prefix.empty()) || space.find('\n') != std::string_view::npos) throw not_well_formed();
    if (m_declared.size() == m_limits.xml_namespaces) throw too_many_namespaces(m_limits);
    m_declared.push_back({std::string(prefix), std::string(space)});
    ++m_declared_next;
}

void XmlScope::open(std::string_view written) {
    if (m_open.size() == m_limits.xml_depth) throw too_deep(m_limits);
    const std::size_t colon = written.find(':');
    Open element;
    element.written_at = m_written.size();
    element.prefix_bytes = colon == std::string_view::npos ? 0 : colon + 1;
    const auto space = space_of(written.substr(0, element.prefix_bytes == 0 ? 0 : colon));
    if (!space) throw not_well_formed();
    element.space = *space;
    element.declared = std::exchange(m_declared_next, 0);
    m_written += written;
    m_open.push_back(element);
}

void XmlScope::close() {
    m_written.resize(m_open.back().written_at);
    for (std::uint32_t count = m_open.back().declared; count > 0; --count) m_declared.pop_back();
    m_open.pop_back();
}

XmlName XmlScope::name() const {
    return {m_open.back().space, written().substr(m_open.back().prefix_bytes)};
}

std::string_view XmlScope::written() const {
    return std::string_view(m_written).substr(m_open.back().written_at);
}

std::optional<std::string_view> XmlScope::space_of(std::string_view prefix) const {
    // Nothing declared since the innermost element was opened: names without a prefix are where it is.
    if (prefix.empty() && m_declared_next == 0 && !m_open.empty() && m_open.back().prefix_bytes == 0)
        return m_open.back().space;
    for (auto declared = m_declared.rbegin(); declared != m_declared.rend(); ++declared) {
        if (declared->prefix == prefix) return declared->space;
    }
    if (prefix.empty()) return std::string_view();
    if (prefix == "xml") return xml_space;
    return std::nullopt;
}

XmlSoFar XmlScope::so_far() const {
    XmlSoFar so_far;
    so_far.open_elements = static_cast<std::uint32_t>(m_open.size());
    std::size_t declared = 0;
    for (std::size_t index = 0; index < m_open.size(); ++index) {
        const std::size_t end = index + 1 < m_open.size() ? m_open[index + 1].written_at : m_written.size();
        so_far.open_tags += "<" + m_written.substr(m_open[index].written_at, end - m_open[index].written_at);
        for (std::uint32_t count = 0; count < m_open[index].declared; ++count, ++declared) {
            const Declared& one = m_declared[declared];
            append_attribute(so_far.open_tags, one.prefix.empty() ? "xmlns" : "xmlns:" + one.prefix, one.space);
        }
        so_far.open_tags += '>';
    }
    return so_far;
}

}  // namespace panelbook::workbook
