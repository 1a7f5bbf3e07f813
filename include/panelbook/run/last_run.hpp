#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "panelbook/history/history.hpp"
#include "panelbook/run/run.hpp"
#include "panelbook/run/status.hpp"

namespace panelbook::run {

/// A run as the next one needs to know it, to tell whether it would say the same again.
struct LastRun {
    std::string plan_hash;
    bool asked_as_of = false;           ///< its as-of was given on the command line
    std::optional<Date> planned_as_of;  ///< what the plan says
    std::optional<Period> planned_period;
    std::optional<Date>
        changes_on;  ///< the first day after its as-of on which the same files and plan say something else
    std::string dashboard_hash;
    std::vector<std::pair<std::string, std::string>> left;  ///< name and hash of the files that stay in the inbox
    Outcome outcome;
};

std::string to_text(const LastRun& last);
/// Nothing for a text of another version of the program.
std::optional<LastRun> parse_last_run(const std::string& text);

/// The first day after `as_of` on which the plan or the history, left as they are, say something else: a release, a due
/// day, an edition issued, a file that is known only then.
std::optional<Date> next_change(const plan::Plan& plan, const std::vector<history::FileRecord>& files, Period period,
                                Date as_of);

/// What a run with the same plan would say if nothing has happened since the last one: the same period, nothing new in
/// the inbox, its dashboard as it was written, and no day since on which anything changes. Nothing where a whole run is
/// needed.
std::optional<Outcome> nothing_new(const Options& options, const LastRun& last, const intake::Inbox& inbox);

}  // namespace panelbook::run
