#pragma once

#include <string_view>

#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

/// Whether an element belongs to spreadsheet markup, transitional (ECMA-376 part 4) or strict (ISO/IEC 29500-1).
inline bool is_spreadsheet(const XmlName& name) {
    return name.space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
           name.space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

/// How the namespace of r:id ends, transitional and strict.
inline constexpr std::string_view relationships_space_end = "/relationships";

}  // namespace panelbook::workbook
