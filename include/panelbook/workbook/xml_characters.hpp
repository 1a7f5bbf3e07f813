#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace panelbook::workbook {

/// What a byte of XML in UTF-8 can be (XML 1.0, productions 2, 3 and 4). Names here are of ASCII only.
struct XmlBytes {
    static constexpr std::uint8_t space = 1;
    static constexpr std::uint8_t name_start = 2;
    static constexpr std::uint8_t name = 4;
    static constexpr std::uint8_t plain_text = 8;        ///< of text: stands for itself and means nothing
    static constexpr std::uint8_t plain_attribute = 16;  ///< of a value in either kind of quotes
    static constexpr std::uint8_t plain_any = 32;        ///< a character of ASCII that XML allows

    static bool is(char byte, std::uint8_t kind) { return (kinds[static_cast<unsigned char>(byte)] & kind) != 0; }

    static constexpr std::array<std::uint8_t, 256> kinds = [] {
        std::array<std::uint8_t, 256> table{};
        for (std::size_t at = 0; at < 128; ++at) {
            const char byte = static_cast<char>(at);
            const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
            const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
            const bool in_name = letter || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
            const bool allowed = at >= 0x20 || blank;
            const bool markup = byte == '<' || byte == '&';
            table[at] = static_cast<std::uint8_t>(
                (blank ? space : 0) | (letter ? name_start : 0) | (in_name ? name : 0) | (allowed ? plain_any : 0) |
                (allowed && !markup && byte != ']' && byte != '\r' ? plain_text : 0) |
                (at >= 0x20 && !markup && byte != '"' && byte != '\'' ? plain_attribute : 0));
        }
        return table;
    }();
};

/// How many bytes the character beyond ASCII at the front of `bytes` has. 0 if it is none that XML allows (not UTF-8, a
/// surrogate, U+FFFE, U+FFFF); nothing if it may go on behind the end of `bytes`.
std::optional<std::size_t> character_beyond_ascii(std::string_view bytes);

/// Whether every character is one that XML allows; `bytes` ends where a character ends.
bool all_xml_characters(std::string_view bytes);

}  // namespace panelbook::workbook
