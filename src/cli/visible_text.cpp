#include "panelbook/cli/visible_text.hpp"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>

namespace panelbook::cli {

namespace {

/// Whether a byte needs a second look: most do not, and texts are many.
constexpr std::array<bool, 256> looked_at = [] {
    std::array<bool, 256> bytes{};
    for (unsigned byte = 0; byte < 256; ++byte)
        bytes[byte] = byte < 0x20 || byte >= 0x7F || byte == '\\' || byte == '"';
    return bytes;
}();

/// A character and how many bytes it takes; `size` 0: no UTF-8 stands there.
struct Character {
    std::uint32_t code_point = 0;
    std::size_t size = 0;
};

Character character_at(std::string_view text) {
    const auto byte = [text](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(text[at])}; };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (size == 0 || text.size() < size) return {};
    std::uint32_t code_point = first & (0xFFu >> (size + 1));
    for (std::size_t at = 1; at < size; ++at) {
        if ((byte(at) & 0xC0) != 0x80) return {};
        code_point = code_point << 6 | (byte(at) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
    if (code_point < least[size] || code_point > 0x10FFFF || surrogate) return {};
    return {code_point, size};
}

/// Control characters, blanks without width, marks of direction, separators of lines and paragraphs, the byte order
/// mark, marks of annotation, tags.
bool is_unseen(std::uint32_t code_point) {
    struct Range {
        std::uint32_t first;
        std::uint32_t last;
    };
    constexpr Range unseen[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},      {0x61C, 0x61C},
                                {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F},
                                {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    for (const Range& range : unseen) {
        if (code_point >= range.first && code_point <= range.last) return true;
    }
    return false;
}

void append_escape(std::string& line, std::uint32_t code_point) {
    switch (code_point) {
        case '\t':
            line += "\\t";
            return;
        case '\n':
            line += "\\n";
            return;
        case '\r':
            line += "\\r";
            return;
        default:
            break;
    }
    if (code_point < 0x10000) {
        fmt::format_to(std::back_inserter(line), "\\u{:04x}", code_point);
        return;
    }
    const std::uint32_t beyond = code_point - 0x10000;
    fmt::format_to(std::back_inserter(line), "\\u{:04x}\\u{:04x}", 0xD800 + (beyond >> 10), 0xDC00 + (beyond & 0x3FF));
}

void append_escaped(std::string& line, std::string_view text, bool quotes) {
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!looked_at[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const Character character = character_at(text.substr(at));
        const bool backslash = character.code_point == '\\' || (quotes && character.code_point == '"');
        if (character.size > 0 && !backslash && !is_unseen(character.code_point)) {
            at += character.size;
            continue;
        }
        line += text.substr(copied, at - copied);
        if (character.size == 0) {
            line += "\xEF\xBF\xBD";
        } else if (backslash) {
            line += '\\';
            line += text[at];
        } else {
            append_escape(line, character.code_point);
        }
        at += character.size == 0 ? 1 : character.size;
        copied = at;
    }
    line += text.substr(copied);
}

}  // namespace

void append_visible(std::string& line, std::string_view text) {
    append_escaped(line, text, false);
}

void append_json(std::string& line, std::string_view text) {
    line += '"';
    append_escaped(line, text, true);
    line += '"';
}

void append_csv(std::string& line, std::string_view text) {
    if (text.find_first_of("\",\r\n") == std::string_view::npos) {
        line += text;
        return;
    }
    line += '"';
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        line += text.substr(0, quote + 1);
        line += '"';
        text.remove_prefix(quote + 1);
    }
    line += text;
    line += '"';
}

std::string visible_lines(std::string_view message) {
    std::string lines;
    while (true) {
        const std::size_t end = message.find('\n');
        append_visible(lines, message.substr(0, end));
        if (end == std::string_view::npos) return lines;
        lines += '\n';
        message.remove_prefix(end + 1);
    }
}

}  // namespace panelbook::cli
