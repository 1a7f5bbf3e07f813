#pragma once

#include <string>
#include <string_view>

namespace panelbook::cli {

/// Appends `text` so that no character of it can do anything but be seen, with the escapes of a JSON string: \t, \n,
/// \r,
/// \\ and \uXXXX for what is not to be seen or turns the direction of what follows (control characters, marks of
/// direction, separators of lines, blanks without width). Other characters stay as they are; bytes that are no UTF-8
/// become U+FFFD.
void append_visible(std::string& line, std::string_view text);

/// The same between quotation marks: a JSON string of the same text.
void append_json(std::string& line, std::string_view text);

/// Appends `text` as a field of RFC 4180: as it is, between quotation marks where it needs them.
void append_csv(std::string& line, std::string_view text);

/// A message of several lines with everything but its line ends made visible.
std::string visible_lines(std::string_view message);

}  // namespace panelbook::cli
