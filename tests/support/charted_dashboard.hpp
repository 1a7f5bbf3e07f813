#pragma once

#include <string>

#include "support/small_dashboard.hpp"

namespace panelbook::tests {

/// A dashboard with a measure of every kind of chart that a plan may ask for, and of `yes`, under one rule set: 45
/// months each, with a reset, a missing month and an exception. The measure of a kind is called "chart-KIND"; "rare" is
/// a count of rare events, "new" has nine months, "same" 45 equal ones. Percentages and days have a target.
SmallDashboard charted_dashboard(const std::string& rule_set);

}  // namespace panelbook::tests
