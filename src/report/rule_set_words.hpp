#pragma once

#include <string>
#include <vector>

#include "panelbook/spc/chart.hpp"

/// What the rule sets and kinds of chart are called and how they are explained, all of it in one file.
namespace panelbook::report {

/// "Individual values (i)", "Shares by their n, widened (p')", ...
std::string chart_type_words(ChartType type);

/// What a rule says of a month that it marked, and the rule itself: "Above the upper limit", "beyond 3 SD".
struct RuleWords {
    std::string signal;
    std::string rule;
};
RuleWords rule_words(const spc::ControlChart& chart, spc::Rule rule, spc::Side side);

/// The rule set in use, paragraph by paragraph: where it comes from, its limits, its signals in the order of
/// precedence.
std::vector<std::string> rule_set_words(const spc::RuleSet& rules);

}  // namespace panelbook::report
