#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "panelbook/consolidate/consolidate.hpp"

namespace panelbook::consolidate {

/// Whether what one file says may be shown, since when, and if not, why.
struct FileGate {
    bool released = false;
    Date shown_from;     ///< released: when it was both known and presented
    std::string reason;  ///< not released: "Not yet presented to the Youth Board (expected on 12 October 2014)"
    std::optional<Date> presented_on;
    std::optional<Date> expected_on;
    std::optional<Finding> finding;  ///< the sign-off block and the plan do not say the same; quotes no figure
};

/// One release covers all of a file: that of its sign-off block's period, or else of the latest period it has figures
/// for. A sign-off block for an earlier period than the figures does not release them. A file of a source that the plan
/// does not have is not released.
FileGate gate_of(const history::FileRecord& file, const plan::Plan& plan, Date as_of);

/// A file of the history with its gate. Looked up by hash.
struct GatedFile {
    const history::FileRecord* file = nullptr;
    FileGate gate;
};
using GatedFiles = std::unordered_map<std::string, GatedFile>;
GatedFiles gate_files(const std::vector<history::FileRecord>& files, const plan::Plan& plan, Date as_of);

/// Findings of unreleased files without the values they quote.
std::vector<history::KnownFinding> publishable(std::vector<history::KnownFinding> findings, const GatedFiles& files);

}  // namespace panelbook::consolidate
