#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace panelbook::intake {

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);
/// The whole file. Throws ReadError.
std::string read_file(const std::filesystem::path& path);
/// Replaces `path` by `bytes` all at once: same-folder temporary, fsync, rename. Throws WriteError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace panelbook::intake
