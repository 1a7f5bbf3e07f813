#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace panelbook::workbook {

/// How many bytes at the front of `ahead` are characters of text that stand for themselves: up to < & ] and a carriage
/// return, to a character that goes on behind the end, or to one that XML does not allow.
std::size_t plain_text(std::string_view ahead);

/// A reference to a character: one of the five that have a name (&amp;), or by number (&#65; &#x41;).
struct XmlReference {
    std::size_t size = 0;  ///< of what stands for it
    std::array<char, 4> bytes{};
    std::size_t byte_count = 0;

    std::string_view text() const { return {bytes.data(), byte_count}; }
};

/// The reference at the front of `ahead`, which begins with &. Nothing if it goes on behind the end; throws Refused if
/// it is none, or to a character that XML does not allow.
std::optional<XmlReference> reference_at(std::string_view ahead);

}  // namespace panelbook::workbook
