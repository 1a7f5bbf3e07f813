#pragma once

#include <vector>

#include "panelbook/compare/compare.hpp"
#include "panelbook/consolidate/consolidate.hpp"
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
};

/// Figures + findings -> what the dashboard says: pages Summary, Dashboard, Exceptions, one a section, Savings,
/// Comparisons, SPC, Data, Findings, Returns, Notes. Pure.
Report build(const Figures& figures);

}  // namespace panelbook::report
