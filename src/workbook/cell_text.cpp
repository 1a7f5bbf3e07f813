#include "panelbook/workbook/cell_text.hpp"

#include <charconv>
#include <optional>

namespace panelbook::workbook {

namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

/// The UTF-16 unit that an escape at the beginning of `text` stands for; nothing if none stands there.
std::optional<std::uint32_t> escape_at(std::string_view text) {
    if (text.size() < escape_size || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
    std::uint32_t unit = 0;
    const char* const end = text.data() + 6;
    const auto [stop, error] = std::from_chars(text.data() + 2, end, unit, 16);
    if (error != std::errc() || stop != end) return std::nullopt;
    return unit;
}

bool is_high(std::uint32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(std::uint32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::string unescaped(std::string_view stored) {
    std::string text;
    text.reserve(stored.size());
    while (!stored.empty()) {
        const std::size_t at = stored.find("_x");
        text += stored.substr(0, at);
        if (at == std::string_view::npos) break;
        stored.remove_prefix(at);
        const std::optional<std::uint32_t> unit = escape_at(stored);
        if (unit && is_high(*unit)) {
            const std::optional<std::uint32_t> low = escape_at(stored.substr(escape_size));
            if (low && is_low(*low)) {
                append_utf8(text, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
                stored.remove_prefix(2 * escape_size);
                continue;
            }
        }
        if (unit && *unit != 0 && *unit < 0xFFFE && !is_high(*unit) && !is_low(*unit)) {
            append_utf8(text, *unit);
            stored.remove_prefix(escape_size);
        } else {
            text += stored.front();
            stored.remove_prefix(1);
        }
    }
    return text;
}

std::uint64_t excel_length(std::string_view text) {
    std::uint64_t units = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        const bool continues = (value & 0xC0) == 0x80;
        if (!continues) units += value >= 0xF0 ? 2 : 1;
    }
    return units;
}

void append_utf8(std::string& text, std::uint32_t code_point) {
    const auto append = [&text](std::uint32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code_point < 0x80) {
        append(code_point);
    } else if (code_point < 0x800) {
        append(0xC0 | (code_point >> 6));
        append(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        append(0xE0 | (code_point >> 12));
        append(0x80 | ((code_point >> 6) & 0x3F));
        append(0x80 | (code_point & 0x3F));
    } else {
        append(0xF0 | (code_point >> 18));
        append(0x80 | ((code_point >> 12) & 0x3F));
        append(0x80 | ((code_point >> 6) & 0x3F));
        append(0x80 | (code_point & 0x3F));
    }
}

}  // namespace panelbook::workbook
