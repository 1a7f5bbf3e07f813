#pragma once

#include <chrono>
#include <iosfwd>
#include <optional>
#include <string>

#include "panelbook/core/period.hpp"

namespace panelbook::run {

struct Options {
    std::string workspace = ".";
    std::optional<Period> period;  ///< else the plan's, else the last complete quarter before the as-of
    std::optional<Date> as_of;     ///< else the plan's, else today
    std::chrono::seconds settle{10};
    bool quiet = false;  ///< nothing but errors is printed
    bool json = false;   ///< status.json is printed too, and nothing else
};

/// Takes what lies in the inbox, brings the history up to date, writes the dashboard and, last, STATUS.txt, status.json
/// and the log. Where nothing has happened since the last run, only these three are written. Returns 0 if nothing is
/// wrong, 1 if something was rejected, unclaimed, overdue or withheld for an error.
///
/// Throws UsageError (no plan, a mistake in the plan: already printed to `err`), LockedError, ReadError, WriteError.
int run(const Options& options, std::ostream& out, std::ostream& err);

}  // namespace panelbook::run
