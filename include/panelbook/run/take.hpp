#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "panelbook/history/history.hpp"
#include "panelbook/intake/inbox.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::run {

/// A file that stays in the inbox because it cannot be told what it is.
struct LeftFile {
    std::string name;
    std::string reason;  ///< with the remedy
};

/// What became of every file that was seen.
struct Taken {
    std::vector<std::string> accepted;  ///< names
    std::vector<std::string> rejected;
    std::vector<std::string> reread;      ///< read again because the plan changed
    std::vector<std::string> duplicates;  ///< the same bytes as a file that is kept already
    std::vector<LeftFile> left;
    std::vector<intake::WaitingFile> waiting;
    std::size_t ignored = 0;
};

/// What the original of a record says, read with the plan, under the record's date and run: of a file that no source
/// claims any more, that. The record's place and state are not looked at. Throws ReadError where its bytes are not
/// those that were sent.
history::FileContents read_kept(const std::filesystem::path& workspace, const plan::Plan& plan,
                                const history::FileRecord& file);

/// Reads again what was read with another plan, under the date it was first known; then takes what is ready in the
/// inbox: keeps the original, stores what it says, and only then removes it from the inbox. A file that cannot be read
/// is rejected with a text beside it that says why; one that no source claims stays. Throws only what stops the run.
Taken take(const std::filesystem::path& workspace, const plan::Plan& plan, history::History& history,
           const intake::Inbox& inbox, Date as_of);

}  // namespace panelbook::run
