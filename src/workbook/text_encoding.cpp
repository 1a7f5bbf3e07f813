#include "panelbook/workbook/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "panelbook/core/text.hpp"
#include "panelbook/workbook/cell_text.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf_16_le_mark = "\xFF\xFE";
constexpr std::string_view utf_16_be_mark = "\xFE\xFF";
constexpr std::uint32_t replacement = 0xFFFD;

/// What the bytes 80 to 9F are in Windows-1252 (Unicode's table CP1252.TXT); 0 where they are nothing.
constexpr std::array<std::uint16_t, 32> windows_1252_80_to_9f{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// UTF-16 without a mark: of mostly Latin text one byte of each pair is nearly always zero and the other hardly ever.
std::optional<Encoding> unmarked_utf_16(std::string_view bytes) {
    const std::string_view beginning = bytes.substr(0, 4096);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < beginning.size(); ++at) {
        if (beginning[at] == '\0') ++zeros[at % 2];
    }
    const std::size_t pairs = beginning.size() / 2;
    if (pairs < 2) return std::nullopt;
    const auto hardly_ever = [pairs](std::size_t count) { return count * 10 <= pairs; };
    const auto nearly_always = [pairs](std::size_t count) { return count * 10 >= pairs * 7; };
    if (hardly_ever(zeros[0]) && nearly_always(zeros[1])) return Encoding::utf_16_le;
    if (hardly_ever(zeros[1]) && nearly_always(zeros[0])) return Encoding::utf_16_be;
    return std::nullopt;
}

std::string from_utf_16(std::string_view bytes, bool big_endian) {
    const auto unit_at = [bytes, big_endian](std::size_t at) {
        const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
        const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
        return big_endian ? (first << 8) | second : (second << 8) | first;
    };
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const std::uint32_t unit = unit_at(at);
        at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            append_utf8(text, unit == 0 ? replacement : unit);
            continue;
        }
        const std::uint32_t low = unit < 0xDC00 && at + 1 < bytes.size() ? unit_at(at) : 0;
        if (low < 0xDC00 || low > 0xDFFF) {
            append_utf8(text, replacement);
            continue;
        }
        at += 2;
        append_utf8(text, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
    }
    if (at < bytes.size()) append_utf8(text, replacement);
    return text;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        std::uint32_t code_point = static_cast<unsigned char>(byte);
        if (code_point >= 0x80 && code_point < 0xA0) {
            code_point = windows_1252_80_to_9f[code_point - 0x80];
            if (code_point == 0) code_point = replacement;
        }
        append_utf8(text, code_point);
    }
    return text;
}

}  // namespace

std::optional<Encoding> encoding_of(std::string_view bytes) {
    if (bytes.starts_with(utf_16_le_mark)) return Encoding::utf_16_le;
    if (bytes.starts_with(utf_16_be_mark)) return Encoding::utf_16_be;
    if (const std::optional<Encoding> found = unmarked_utf_16(bytes)) return found;
    if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
    return valid_utf8(bytes) ? Encoding::utf_8 : Encoding::windows_1252;
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    const auto without = [bytes](std::string_view mark) {
        return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
    };
    switch (encoding) {
        case Encoding::utf_16_le:
            return from_utf_16(without(utf_16_le_mark), false);
        case Encoding::utf_16_be:
            return from_utf_16(without(utf_16_be_mark), true);
        case Encoding::windows_1252:
            return from_windows_1252(without(utf_8_mark));
        case Encoding::utf_8:
            break;
    }
    return std::string(without(utf_8_mark));
}

}  // namespace panelbook::workbook
