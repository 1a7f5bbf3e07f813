#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace panelbook::workbook {

enum class Encoding { utf_8, utf_16_le, utf_16_be, windows_1252 };

/// How bytes of text are encoded: by their byte order mark; without one UTF-16 if every other byte of the beginning is
/// nearly always zero, UTF-8 if they are valid UTF-8, else Windows-1252. Nothing for bytes that are no text (zero
/// bytes).
std::optional<Encoding> encoding_of(std::string_view bytes);

/// The text as UTF-8 without its byte order mark. Bytes that stand for nothing become U+FFFD.
std::string to_utf8(std::string_view bytes, Encoding encoding);

}  // namespace panelbook::workbook
