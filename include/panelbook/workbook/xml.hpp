#pragma once

#include <optional>
#include <string_view>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/package.hpp"

namespace panelbook::workbook {

/// The name of an element: its namespace (empty if it has none) and its name in it.
struct XmlName {
    std::string_view space;
    std::string_view local;
};

/// The attributes of one element, valid while its handler runs.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
    /// The value of an attribute without a namespace; nothing if it is not there.
    std::optional<std::string_view> find(std::string_view local) const;
    /// The value of an attribute of that name in any namespace that ends with `space_end`; nothing if it is not there.
    std::optional<std::string_view> find_in(std::string_view space_end, std::string_view local) const;
    /// Whether a yes-no attribute is there and says yes ("1", "true", "on").
    bool is_true(std::string_view local) const;

private:
    const char** m_pairs;
};

/// Told of each event of one part, in order.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start_element(const XmlName& name, const XmlAttributes& attributes) = 0;
    virtual void end_element(const XmlName& name) = 0;
    /// A piece of text; one run of text may come in several.
    virtual void text(std::string_view) {}
};

/// Reads a part to its end. Throws Refused for what is not well-formed XML ("file-damaged"), for a DOCTYPE
/// ("doctype-refused"; so no entity is ever defined), for elements deeper and for tags and comments longer than the
/// limits; what `handler` throws comes through.
void read_xml(PartStream& part, XmlHandler& handler, const Limits& limits);

/// Reads a part to its end that nothing is wanted of. Throws Refused if a DOCTYPE stands in it; it need not be XML.
void refuse_doctype(PartStream& part, const Limits& limits);

}  // namespace panelbook::workbook
