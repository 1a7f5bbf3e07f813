#include "folder.hpp"

#include <cstdlib>
#include <unistd.h>

namespace panelbook::tests {

namespace {

std::filesystem::path from_environment(const char* name) {
    const char* const value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

Folder::Folder(std::string_view name) {
    std::string pattern =
        (std::filesystem::temp_directory_path() / ("panelbook-" + std::string(name) + "-XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::filesystem::filesystem_error("no folder for a test", pattern, {});
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_path, ignored)) {
        std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all,
                                     std::filesystem::perm_options::add, ignored);
    }
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path source_folder() {
    const auto folder = from_environment("PANELBOOK_SOURCE");
    return folder.empty() ? std::filesystem::path(PANELBOOK_SOURCE_FOLDER) : folder;
}

std::filesystem::path program() {
    const auto path = from_environment("PANELBOOK_PROGRAM");
    return path.empty() ? std::filesystem::path(PANELBOOK_PROGRAM_FILE) : path;
}

std::filesystem::path shared_folder() {
    const auto folder = from_environment("PANELBOOK_SHARED");
    const auto place = folder.empty() ? source_folder() / ".." / "shared" : folder;
    return std::filesystem::is_directory(place / "corpus") ? place : std::filesystem::path();
}

}  // namespace panelbook::tests
