#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/xml.hpp"
#include "panelbook/workbook/xml_scope.hpp"

namespace panelbook::workbook {

/// A start tag: first its characters are checked, then what they mean. Used again from tag to tag.
class XmlTag {
public:
    explicit XmlTag(const Limits& limits) : m_limits(limits) {}

    /// Reads the tag at the front of `ahead`, which begins with < and must stay until the next is read. Gives its size;
    /// 0 if it goes on behind the end, or if it is `unknown`. Throws Refused if it is not well formed.
    std::size_t parse(std::string_view ahead);
    /// Whether a name in it is beyond ASCII, so that it is for another reader.
    bool unknown() const { return m_unknown; }
    /// Whether it is its own end tag: <c/>.
    bool empty_element() const { return m_empty_element; }

    /// Opens the element in `scope`, with the namespaces that the tag declares, and gives its attributes, valid until
    /// the next call. Throws Refused for an attribute given twice and for what a scope refuses.
    XmlAttributes open(XmlScope& scope);

private:
    /// An attribute as it stands.
    struct Written {
        std::string_view name;
        std::string_view value;  // references resolved
    };

    bool take_name(std::string_view ahead, std::size_t& at, std::string_view& name);
    bool take_attribute(std::string_view ahead, std::size_t& at);
    bool take_value(std::string_view ahead, std::size_t& at, std::string_view& value);
    void check_given_once(std::vector<XmlName>& names) const;

    const Limits& m_limits;
    std::string_view m_name;
    std::vector<Written> m_written;
    std::vector<XmlAttribute> m_attributes;
    std::vector<XmlName> m_names;
    std::string m_values;  // of the values in which something had to be resolved
    bool m_unknown = false;
    bool m_empty_element = false;
};

}  // namespace panelbook::workbook
