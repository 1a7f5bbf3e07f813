#include "panelbook/workbook/xml_text.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "panelbook/workbook/cell_text.hpp"
#include "panelbook/workbook/xml.hpp"
#include "panelbook/workbook/xml_characters.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> named{
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
constexpr std::uint32_t beyond_unicode = 0x110000;

XmlReference reference_to(std::uint32_t code_point, std::size_t size) {
    std::string bytes;
    append_utf8(bytes, code_point);
    XmlReference reference;
    reference.size = size;
    reference.byte_count = bytes.size();
    std::copy(bytes.begin(), bytes.end(), reference.bytes.begin());
    return reference;
}

/// The value of a digit in base 10 or 16; nothing if it is none.
std::optional<std::uint32_t> digit_value(char digit, std::uint32_t base) {
    if (digit >= '0' && digit <= '9') return static_cast<std::uint32_t>(digit - '0');
    const char lower = static_cast<char>(digit | 0x20);
    if (base == 16 && lower >= 'a' && lower <= 'f') return static_cast<std::uint32_t>(lower - 'a' + 10);
    return std::nullopt;
}

bool is_xml_character(std::uint32_t code_point) {
    if (code_point < 0x20) return code_point == '\t' || code_point == '\n' || code_point == '\r';
    const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
    return !surrogate && code_point != 0xFFFE && code_point != 0xFFFF && code_point < beyond_unicode;
}

std::optional<XmlReference> numbered_reference(std::string_view ahead) {
    std::size_t at = 2;
    std::uint32_t base = 10;
    if (at < ahead.size() && ahead[at] == 'x') {
        base = 16;
        ++at;
    }
    const std::size_t digits = at;
    std::uint32_t code_point = 0;
    for (; at < ahead.size() && ahead[at] != ';'; ++at) {
        const std::optional<std::uint32_t> digit = digit_value(ahead[at], base);
        if (!digit) throw not_well_formed();
        code_point = std::min(code_point * base + *digit, beyond_unicode);
    }
    if (at == ahead.size()) return std::nullopt;
    if (at == digits || !is_xml_character(code_point)) throw not_well_formed();
    return reference_to(code_point, at + 1);
}

}  // namespace

std::size_t plain_text(std::string_view ahead) {
    std::size_t at = 0;
    while (at < ahead.size()) {
        if (XmlBytes::is(ahead[at], XmlBytes::plain_text)) {
            ++at;
            continue;
        }
        if ((static_cast<unsigned char>(ahead[at]) & 0x80) == 0) break;
        const std::size_t size = character_beyond_ascii(ahead.substr(at)).value_or(0);
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::optional<XmlReference> reference_at(std::string_view ahead) {
    if (ahead.size() > 1 && ahead[1] == '#') return numbered_reference(ahead);
    std::size_t end = 1;
    while (end < ahead.size() && XmlBytes::is(ahead[end], XmlBytes::name)) ++end;
    if (end == ahead.size()) return std::nullopt;
    const std::string_view name = ahead.substr(1, end - 1);
    for (const auto& [known, character] : named) {
        if (name == known && ahead[end] == ';') return reference_to(static_cast<unsigned char>(character), end + 1);
    }
    throw not_well_formed();
}

}  // namespace panelbook::workbook
