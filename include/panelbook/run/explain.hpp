#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/period.hpp"

namespace panelbook::run {

/// How a figure came about, in plain words. Holds nothing that is not published.
struct Explanation {
    struct Section {
        std::string heading;
        std::vector<std::string> lines;  ///< two blanks before a line that belongs to the one above it
    };
    std::string figure;  ///< what was asked for
    std::vector<Section> sections;
};

struct ExplainOptions {
    std::filesystem::path workspace;
    std::string figure;            ///< "Dashboard!D7", or "measure", "measure/area", "measure/area@2014-06"
    std::optional<Date> as_of;     ///< else that of the last run
    std::optional<Period> period;  ///< else that of the last run
};

/// The formula of a dashboard's cell down to the observations, or those of a measure in an area (the plan's where none
/// is named) for a period (the dashboard's): value, file, hash, sheet, cell, release, revisions, and the rule behind
/// its colour. Changes nothing. Throws UsageError, with the nearest word, for a sheet, cell, measure, area or period
/// that is not there; ReadError without a history.
Explanation explain(const ExplainOptions& options, std::ostream& err);

/// For a terminal: no line is longer than 100 characters unless one word is.
std::string to_text(const Explanation& explanation);
std::string to_json(const Explanation& explanation);

}  // namespace panelbook::run
