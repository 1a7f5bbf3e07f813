#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "panelbook/consolidate/cell_states.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/run/produce.hpp"
#include "panelbook/run/take.hpp"

namespace panelbook::run {

/// What one run did, from which STATUS.txt, status.json, the log and the exit code are all made, so that they agree.
struct Outcome {
    Date as_of;
    Period period;
    Taken taken;
    Findings findings;
    std::vector<consolidate::ReturnStatus> returns;
    Produced produced;
    std::vector<consolidate::FileCells> cells;  ///< what became of the cells of every file
    bool nothing_new = false;                   ///< the last run's words still hold: nothing was read or made again

    /// 0 or 1, as design says: an error finding, a rejected, unclaimed or overdue file is 1.
    int exit_code() const;
};

/// STATUS.txt: what happened in plain words, worst first.
std::string status_text(const Outcome& outcome);
/// status.json, with the time the run ended (UTC, "2026-03-01T02:10:05Z").
std::string status_json(const Outcome& outcome, const std::string& finished);
/// One JSON object a line: every file and every finding.
std::string log_lines(const Outcome& outcome, const std::string& finished);

}  // namespace panelbook::run
