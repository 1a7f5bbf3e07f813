#pragma once

#include <filesystem>
#include <string>

#include "panelbook/compare/compare.hpp"
#include "panelbook/consolidate/cell_states.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/history/history.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/report/model.hpp"
#include "panelbook/spc/chart.hpp"

namespace panelbook::run {

/// Everything that is said about one period, as it was known on one day.
struct Edition {
    report::Report report;
    Findings findings;  ///< without a value that is not released
    consolidate::Consolidated consolidated;
    std::vector<compare::Comparison> comparisons;
    std::vector<spc::ControlChart> charts;
    std::vector<consolidate::FileCells> cells;
};

/// The plan, the history as known on `as_of`, and the period: nothing else goes in.
Edition edition(const plan::Plan& plan, const Findings& plan_findings, const history::History& history, Period period,
                Date as_of);

/// Where a dashboard went, and what a person should know about that.
struct Produced {
    std::string path;    ///< below the workspace: dashboards/Title 2014-15 Q1 internal.xlsx
    std::string remark;  ///< "... was edited by hand and is kept; the new one is beside it"; empty if nothing to say
    std::string hash;    ///< SHA-256 of what was written
};

/// Writes the workbook under the name that its title and period give. An issued edition is never replaced ("...
/// revised"), nor is one that a person edited ("... new"); a draft is replaced only if its bytes differ. Throws
/// WriteError.
Produced produce(const std::filesystem::path& workspace, const report::Report& report, const plan::Plan& plan,
                 Period period, Date as_of, history::History& history);

}  // namespace panelbook::run
