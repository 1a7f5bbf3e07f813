#include "panelbook/workbook/xml_characters.hpp"

namespace panelbook::workbook {

std::optional<std::size_t> character_beyond_ascii(std::string_view bytes) {
    const auto byte_at = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const unsigned first = byte_at(0);
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (std::size_t at = 1; at < size; ++at) {
        if (at == bytes.size()) return std::nullopt;
        const unsigned byte = byte_at(at);
        if ((byte & 0xC0) != 0x80) return 0;
        if (at > 1) continue;
        // Overlong forms, surrogates, and what is beyond U+10FFFF (Unicode, table 3-7).
        if (first == 0xE0 && byte < 0xA0) return 0;
        if (first == 0xED && byte > 0x9F) return 0;
        if (first == 0xF0 && byte < 0x90) return 0;
        if (first == 0xF4 && byte > 0x8F) return 0;
    }
    if (bytes.starts_with("\xEF\xBF\xBE") || bytes.starts_with("\xEF\xBF\xBF")) return 0;
    return size;
}

bool all_xml_characters(std::string_view bytes) {
    while (!bytes.empty()) {
        if (XmlBytes::is(bytes.front(), XmlBytes::plain_any)) {
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t size = character_beyond_ascii(bytes).value_or(0);
        if (size == 0) return false;
        bytes.remove_prefix(size);
    }
    return true;
}

}  // namespace panelbook::workbook
