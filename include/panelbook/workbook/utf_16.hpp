#pragma once

#include <cstdint>
#include <string>

namespace panelbook::workbook {

/// Makes UTF-8 of UTF-16 units as they come. Half a pair becomes U+FFFD.
class Utf16Text {
public:
    void add(std::uint16_t unit);
    /// The text so far; this is empty after it.
    std::string take();

private:
    std::string m_text;
    std::uint32_t m_high = 0;  // the first half of a pair whose second has not come yet
};

}  // namespace panelbook::workbook
