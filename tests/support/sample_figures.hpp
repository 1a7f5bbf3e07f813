#pragma once

#include <set>
#include <string>

#include "panelbook/compare/compare.hpp"
#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/spc/chart.hpp"

namespace panelbook::tests {

/// A sample workspace as far as the middle of the program sees it: its tables written, read, extracted, validated and
/// consolidated at the as-of of its plan. No history and no dashboard.
struct SampleFigures {
    plan::Plan plan;
    Findings plan_findings;
    Findings findings;              ///< of the workbooks
    std::set<std::string> claimed;  ///< the sources that sent a file
    std::vector<Observation> said;  ///< all that the files say, released or not
    consolidate::Consolidated known;

    /// Each throws std::runtime_error for a name that the plan or the figures do not have.
    const Series& series(const std::string& measure, const std::string& area = "force") const;
    const plan::Measure& measure(const std::string& id) const;
    /// For the period of the plan, in its area.
    spc::ControlChart chart(const std::string& measure) const;
    compare::Comparison comparison(const std::string& measure, plan::Basis basis) const;
};

/// `name` is the folder below workbooks/.
SampleFigures read_sample_figures(const std::string& name);

}  // namespace panelbook::tests
