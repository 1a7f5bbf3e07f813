#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "panelbook/check/check.hpp"
#include "panelbook/history/history.hpp"

namespace panelbook::check {

/// The plan.xlsx in the folder of a file, or in the nearest folder above it; nothing where there is none.
std::optional<std::filesystem::path> plan_beside(const std::filesystem::path& file);

/// A plan, and what its folder's history knows.
struct Workspace {
    std::string place;  ///< of the plan, as people would write it
    plan::Plan plan;
    Date today;  ///< the plan's as-of, else the day it is
    std::vector<history::FileRecord> files;
    std::vector<history::KnownObservation> observations;
};

/// Reads the plan and a copy of the history beside it, so that neither is touched. Throws UsageError (no plan, a
/// mistake in it: printed to `err`) and ReadError.
Workspace open_workspace(const std::filesystem::path& plan, std::ostream& err);

/// What earlier files of a source said: of each figure the latest, and all of the last file. The file of hash `without`
/// counts for nothing.
validate::Known known_of(const Workspace& workspace, const SourceId& source, const std::string& without);

/// check_file against the workspace's plan and what it knows.
FileCheck check_in(const Workspace& workspace, std::string_view bytes, const std::string& name);

}  // namespace panelbook::check
