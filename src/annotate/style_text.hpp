#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "panelbook/core/finding.hpp"

namespace panelbook::annotate {

/// The styles of a workbook, to which formats are added at the end, so that no number that a cell has changes meaning.
class StyleText {
public:
    /// The XML of the styles part; empty where the workbook has none.
    explicit StyleText(std::string xml);

    /// The number of the format that is that of `style` with the fill of a severity.
    std::uint32_t filled(std::uint32_t style, Severity severity);
    bool changed() const { return m_changed; }
    const std::string& xml() const { return m_xml; }

private:
    std::uint32_t fill_of(Severity severity);

    std::string m_xml;
    std::vector<std::string> m_formats;  // the xf elements of cellXfs as they are written
    std::map<Severity, std::uint32_t> m_fills;
    std::map<std::pair<std::uint32_t, Severity>, std::uint32_t> m_filled;
    bool m_changed = false;
};

}  // namespace panelbook::annotate
