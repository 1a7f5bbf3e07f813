#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

/// The elements that are open, and the namespaces that they have declared (Namespaces in XML 1.0).
class XmlScope {
public:
    explicit XmlScope(const Limits& limits) : m_limits(limits) {}

    /// Declares a namespace for the element that is opened next; `prefix` is empty for the default one.
    /// Throws Refused for what may not be declared.
    void declare(std::string_view prefix, std::string_view space);
    /// Opens an element by its name as it stands, which it keeps. Throws Refused if its prefix is not declared, or it
    /// is too deep.
    void open(std::string_view written);
    void close();

    bool empty() const { return m_open.empty(); }
    /// The name of the innermost element, valid until it is closed.
    XmlName name() const;
    /// The same as it stands in the file.
    std::string_view written() const;
    /// Whether the innermost element has a prefix.
    bool prefixed() const { return m_open.back().prefix_bytes > 0; }
    /// The namespace of a prefix, or that of names without one, if `prefix` is empty; nothing if it is not declared.
    std::optional<std::string_view> space_of(std::string_view prefix) const;
    /// What a reader needs that goes on from here.
    XmlSoFar so_far() const;

private:
    struct Open {
        std::size_t written_at = 0;    // in m_written
        std::size_t prefix_bytes = 0;  // with its colon
        std::string_view space;
        std::uint32_t declared = 0;  // how many namespaces
    };
    struct Declared {
        std::string prefix;
        std::string space;
    };

    const Limits& m_limits;
    std::vector<Open> m_open;
    std::string m_written;            // the names of all that is open, one after the other
    std::deque<Declared> m_declared;  // a deque, so that views into it stay
    std::uint32_t m_declared_next = 0;
};

}  // namespace panelbook::workbook
