#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace panelbook::intake {

/// A file that lies whole and quiet in the inbox, ready to be read.
struct InboxFile {
    std::string name;  ///< path below inbox/
    std::filesystem::path path;
    std::string hash;            ///< SHA-256
    bool conflict_copy = false;  ///< "name (1)", "name - Copy", "Conflicted copy", ...: never chosen silently
};

struct WaitingFile {
    std::string name;
    std::string reason;  ///< "somebody has it open in Excel (since 2 hours)", "it is still being written"
};

struct Inbox {
    std::vector<InboxFile> ready;      ///< by name
    std::vector<WaitingFile> waiting;  ///< by name
    std::size_t ignored = 0;           ///< lock files, temporary files, dot files, links, ...
};

/// Looks at the inbox twice, `settle` apart (only where it holds anything; not at all for 0), and tells which files are
/// whole and quiet: same size, time and inode, no owner file `~$name` younger than 24 hours, a zip with its end record;
/// a csv or xls, which cannot be proved whole, after 10 minutes unchanged (unless `settle` is 0). A folder that is
/// absent is an empty inbox. Throws ReadError if it cannot be listed.
Inbox look(const std::filesystem::path& inbox, std::chrono::seconds settle);

/// Whether a file of this name is never a workbook: "~$*", ".~lock.*#", "*.tmp", "*.partial", "*.crdownload",
/// ".syncthing.*", dot files, "desktop.ini", "Thumbs.db".
bool is_ignored(const std::string& file_name);

/// Whether a name looks like a copy that a browser, Explorer or a sync program made: "name (1).xlsx", "name -
/// Copy.xlsx", "name (Conflicted copy ...).xlsx", "name.sync-conflict-...".
bool is_conflict_copy(const std::string& file_name);

}  // namespace panelbook::intake
