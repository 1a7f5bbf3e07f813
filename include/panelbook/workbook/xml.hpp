#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/piece_source.hpp"
#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

/// The name of an element or attribute: its namespace (empty if it has none) and its name in it.
struct XmlName {
    std::string_view space;
    std::string_view local;
    bool operator==(const XmlName&) const = default;
};

struct XmlAttribute {
    XmlName name;
    std::string_view value;  ///< references resolved
};

/// The attributes of one element, valid while its handler runs. Declarations of namespaces are none of them.
class XmlAttributes {
public:
    explicit XmlAttributes(std::span<const XmlAttribute> all) : m_all(all) {}
    /// The value of an attribute without a namespace; nothing if it is not there.
    std::optional<std::string_view> find(std::string_view local) const;
    /// The value of an attribute of that name in any namespace that ends with `space_end`; nothing if it is not there.
    std::optional<std::string_view> find_in(std::string_view space_end, std::string_view local) const;
    /// Whether a yes-no attribute is there and says yes ("1", "true", "on").
    bool is_true(std::string_view local) const;
    std::span<const XmlAttribute> all() const { return m_all; }

private:
    std::span<const XmlAttribute> m_all;
};

/// Told of each event of one part, in order.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start_element(const XmlName& name, const XmlAttributes& attributes) = 0;
    virtual void end_element(const XmlName& name) = 0;
    /// A piece of text; one run of text may come in several.
    virtual void text(std::string_view) {}
    /// Offered what stands ahead in memory, where an element may begin in one without a prefix. Gives how many bytes of
    /// it the handler has taken by itself, without any of the events above: whole elements only, in plain ASCII, that
    /// any reader would find well formed. The scanner offers; expat does not, and the events of both come to the same.
    virtual std::size_t take(std::string_view /*ahead*/) { return 0; }
};

/// Reads a part to its end with expat: the reader of small parts, and the one that the scanner is compared with.
///
/// Throws Refused for what is not well-formed XML ("file-damaged"), for a DOCTYPE ("doctype-refused"; so no entity is
/// ever defined) and for what goes beyond the limits on depth, markup, attributes and namespaces; what `handler` throws
/// comes through.
void read_xml(PieceSource& part, XmlHandler& handler, const Limits& limits);

/// Where another reader stopped in the middle of a part.
struct XmlSoFar {
    std::string open_tags;            ///< the start tags of the elements that are open, in UTF-8
    std::uint32_t open_elements = 0;  ///< how many those are
    bool root_ended = false;          ///< nothing is open because the outermost element has ended
};

/// Reads on with expat from there: `rest` first, then what is left of the part. Events begin with those of `rest`.
void read_xml_on(const XmlSoFar& so_far, std::string_view rest, PieceSource& part, XmlHandler& handler,
                 const Limits& limits);

/// Reads a part to its end that nothing is wanted of. Throws Refused if a DOCTYPE stands in it; it need not be XML.
void refuse_doctype(PartStream& part, const Limits& limits);

/// Why XML is refused, by whichever reader.
Refused not_well_formed();
Refused doctype_refused();
Refused too_deep(const Limits& limits);
Refused markup_too_long(const Limits& limits);
Refused too_many_attributes(const Limits& limits);
Refused too_many_namespaces(const Limits& limits);

}  // namespace panelbook::workbook
