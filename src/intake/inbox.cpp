#include "panelbook/intake/inbox.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fmt/format.h>
#include <optional>
#include <regex>
#include <sys/stat.h>
#include <thread>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/intake/files.hpp"

namespace fs = std::filesystem;

namespace panelbook::intake {

namespace {

constexpr std::time_t owner_file_lasts = 24 * 60 * 60;
constexpr std::time_t unproved_wait = 10 * 60;

/// What must not change between two looks.
struct Look {
    off_t size = 0;
    std::time_t changed = 0;
    long changed_nanoseconds = 0;
    ino_t inode = 0;
    bool operator==(const Look&) const = default;
};

std::optional<Look> look_at(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return Look{status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino};
}

std::vector<fs::path> listed(const fs::path& inbox, std::size_t& ignored) {
    std::vector<fs::path> paths;
    std::error_code error;
    if (!fs::exists(inbox, error)) return paths;
    auto entry = fs::recursive_directory_iterator(inbox, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (entry->is_directory()) {
            if (name.starts_with('.')) entry.disable_recursion_pending();
        } else if (entry->is_symlink() || !entry->is_regular_file() || is_ignored(name)) {
            // A link may lead anywhere; only what lies here was sent.
            ++ignored;
        } else {
            paths.push_back(entry->path());
        }
    }
    if (error) {
        throw ReadError(fmt::format("{}: cannot be listed: {}. Check that you may open this folder.", inbox.string(),
                                    error.message()));
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// How long somebody has had the file open in Excel; nothing if no owner file says so, or an old one.
std::optional<std::time_t> open_for(const fs::path& path, std::time_t now) {
    const auto owner = look_at(path.parent_path() / ("~$" + path.filename().string()));
    if (!owner || now - owner->changed >= owner_file_lasts) return std::nullopt;
    return std::max<std::time_t>(0, now - owner->changed);
}

/// A zip is whole if its end record is there; its checksums are checked when it is read.
bool zip_end_missing(std::string_view bytes) {
    constexpr std::size_t longest_comment = 65'535 + 22;
    if (!bytes.starts_with("PK\x03\x04")) return false;
    return bytes.substr(bytes.size() - std::min(bytes.size(), longest_comment)).find("PK\x05\x06") ==
           std::string_view::npos;
}

bool cannot_be_proved_whole(std::string_view bytes) {
    return !bytes.starts_with("PK\x03\x04");
}

std::optional<std::string> why_waiting(const fs::path& path, const Look& first, const std::string& bytes,
                                       std::time_t now, bool settled) {
    if (const auto seconds = open_for(path, now)) {
        return fmt::format("somebody has it open in Excel (for {} minutes)", *seconds / 60);
    }
    if (look_at(path) != first) return "it is still being written";
    if (zip_end_missing(bytes)) return "it is not whole yet: its end is missing";
    if (settled && cannot_be_proved_whole(bytes) && now - first.changed < unproved_wait) {
        return "it is taken when it has lain unchanged for 10 minutes";
    }
    return std::nullopt;
}

}  // namespace

bool is_ignored(const std::string& file_name) {
    const std::string name = folded(file_name);
    return name.starts_with('.') || name.starts_with("~$") || name.ends_with(".tmp") || name.ends_with(".partial") ||
           name.ends_with(".crdownload") || name == "desktop.ini" || name == "thumbs.db";
}

bool is_conflict_copy(const std::string& file_name) {
    static const std::regex numbered(R"(.* ?\(\d{1,3}\)\.[a-z]+)");
    const std::string name = folded(file_name);
    if (name.size() > 255) return false;
    return name.find(" - copy") != std::string::npos || name.find("conflicted copy") != std::string::npos ||
           name.find("sync-conflict") != std::string::npos || std::regex_match(name, numbered);
}

Inbox look(const fs::path& inbox, std::chrono::seconds settle) {
    Inbox result;
    const std::vector<fs::path> paths = listed(inbox, result.ignored);
    std::vector<std::optional<Look>> first;
    for (const fs::path& path : paths) first.push_back(look_at(path));
    if (!paths.empty() && settle.count() > 0) std::this_thread::sleep_for(settle);

    const std::time_t now = std::time(nullptr);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!first[i]) continue;  // taken away since it was listed
        const std::string name = fs::relative(paths[i], inbox).generic_string();
        std::string bytes;
        try {
            bytes = read_file(paths[i]);
        } catch (const ReadError&) {
            // One file that is locked or was taken away must not keep the others from being taken.
            if (look_at(paths[i])) result.waiting.push_back({name, "it cannot be opened: somebody may have locked it"});
            continue;
        }
        if (const auto reason = why_waiting(paths[i], *first[i], bytes, now, settle.count() > 0)) {
            result.waiting.push_back({name, *reason});
            continue;
        }
        result.ready.push_back({name, paths[i], sha256(bytes), is_conflict_copy(paths[i].filename().string())});
    }
    return result;
}

}  // namespace panelbook::intake
