#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace panelbook::workbook {

/// Text as a workbook stores it, with its escapes resolved: _x000D_ is a carriage return, _x005F_ an underscore, and
/// two in a row may be one character beyond U+FFFF. An escape for no character of XML stays as it stands (_x0000_).
std::string unescaped(std::string_view stored);

/// How long Excel says a text is: UTF-16 units. `text` is valid UTF-8.
std::uint64_t excel_length(std::string_view text);

/// Appends a character as UTF-8. `code_point` is one, not a surrogate.
void append_utf8(std::string& text, std::uint32_t code_point);

}  // namespace panelbook::workbook
