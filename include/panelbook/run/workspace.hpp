#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/core/period.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::run {

/// Throws UsageError if there is no such folder.
void require_workspace(const std::filesystem::path& workspace);

/// The workspace's plan. Throws UsageError where it has mistakes, which are printed to `err`.
Checked<plan::Plan> usable_plan(const std::filesystem::path& workspace, std::ostream& err);

/// The folders that a run needs. Throws WriteError.
void make_folders(const std::filesystem::path& workspace);

/// Throws ReadError where the archive holds something and history.db is missing: without it an archive says nothing,
/// and the dashboard would call every return missing.
void refuse_lost_history(const std::filesystem::path& workspace);

/// The workspace's history.db. Throws ReadError if there is none.
std::filesystem::path history_of(const std::filesystem::path& workspace);

/// All that a history knows on a day.
consolidate::Known known_on(const history::History& history, Date day);

Date today();

/// The dashboard's period: the one asked for, else the plan's, else the last quarter that was complete on the as-of.
Period chosen_period(std::optional<Period> asked, std::optional<Period> planned, Date as_of);

}  // namespace panelbook::run
