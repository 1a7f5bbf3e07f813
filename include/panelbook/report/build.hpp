#pragma once

#include <vector>

#include "panelbook/benchmark/benchmarks.hpp"
#include "panelbook/compare/compare.hpp"
#include "panelbook/consolidate/changes.hpp"
#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/forecast/prospects.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/report/model.hpp"
#include "panelbook/spc/chart.hpp"

namespace panelbook::report {

/// Everything that was worked out, for one dashboard.
struct Figures {
    const plan::Plan& plan;
    Period period;
    Date as_of;
    const consolidate::Consolidated& consolidated;
    std::vector<compare::Comparison> comparisons;
    std::vector<spc::ControlChart> charts;
    Findings findings;
    std::vector<benchmark::Benchmark> benchmarks = {};
    std::vector<benchmark::AreaFunnel> funnels = {};
    std::vector<forecast::Prospect> prospects = {};
    std::optional<consolidate::ChangeBasis> change_basis = {};  ///< what the changes are told against
    std::vector<consolidate::Change> changes = {};
};

/// Figures + findings -> what the dashboard says: pages Summary, Dashboard, Exceptions, one a section, Savings,
/// Benchmarks, Comparisons, Forecasts, SPC, Data, Findings, Returns, Changes, Notes. Pure.
Report build(const Figures& figures);

}  // namespace panelbook::report
