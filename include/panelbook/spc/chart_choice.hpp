#pragma once

#include <optional>
#include <span>
#include <string>

#include "panelbook/core/chart_type.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/spc/rule_set.hpp"

namespace panelbook::spc {

/// How a measure is charted, and why so: a clause in plain words.
struct ChartChoice {
    ChartType type = ChartType::individuals;
    std::string reason;
};

/// The chart of a measure from its months: the plan's, where it names one that the figures allow; else by statistics.md
/// 6 as far as the rule set has such charts. `nhs` draws XmR charts and `weco` and `nelson` individuals, of everything.
/// `opcc` and `anhoej` draw a run chart of fewer than 13 months, and counts of which there are few (a mean below 2, or
/// more than a quarter of them 0) with Poisson limits where they vary no more than such counts do. Shares and rates
/// that come with their denominators have p' and u' charts under `anhoej`; `opcc` draws them as the published reports
/// of offices do, mean -/+ 3 SD. `denominators` is empty or has one a value.
ChartChoice choose_chart(std::span<const std::optional<double>> values,
                         std::span<const std::optional<double>> denominators, const plan::Measure& measure,
                         const RuleSet& rules);

/// A value of the measure is its chart's value times this: 100 for percentages, the number that a rate is per.
double chart_scale(ChartType type, const plan::Measure& measure);

}  // namespace panelbook::spc
