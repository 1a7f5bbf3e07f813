#include "panelbook/intake/store.hpp"

#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"

namespace fs = std::filesystem;

namespace panelbook::intake {

namespace {

std::string place_in(std::string_view folder, const std::string& name, const std::string& hash, Date known_on) {
    return fmt::format("{}/{}/{}-{}", folder, to_iso(known_on).substr(0, 7), hash.substr(0, 8),
                       fs::path(name).filename().string());
}

}  // namespace

std::string archive_place(const std::string& name, const std::string& hash, Date known_on) {
    return place_in("archive", name, hash, known_on);
}

std::string rejected_place(const std::string& name, const std::string& hash, Date known_on) {
    return place_in("rejected", name, hash, known_on);
}

void keep(const fs::path& workspace, const std::string& place, std::string_view bytes) {
    const fs::path path = workspace / place;
    std::error_code error;
    if (fs::exists(path, error)) {
        if (read_file(path) == bytes) return;
        throw WriteError(fmt::format(
            "{}: holds other bytes than the file that belongs there. Move it away and look at both.", path.string()));
    }
    fs::create_directories(path.parent_path(), error);
    if (error) {
        throw WriteError(fmt::format("{}: the folder cannot be made: {}. Check that you may write in the workspace.",
                                     path.parent_path().string(), error.message()));
    }
    write_file(path, bytes);
    fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read, error);
}

}  // namespace panelbook::intake
