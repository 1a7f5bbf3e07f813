#pragma once

#include "panelbook/compare/compare.hpp"
#include "panelbook/report/model.hpp"
#include "panelbook/spc/chart.hpp"

namespace panelbook::report {

/// "▲ Improved", "▼ Worse", "● No change", "● Not assessed": what a comparison shows. The arrow follows the figure.
Status status_of(const compare::Comparison& comparison);
Status not_assessed();
Status not_available();  ///< "○ NA"
/// The class of a chart's latest month, in words: red or green for exceptions and trends in the measure's bad or good
/// direction, amber for the rest. A month without a value is NA.
Status status_of(const spc::ControlChart& chart, const plan::Measure& measure);

/// What a month is held against: the target, or for what is added up over time a twelfth of its year.
std::optional<double> target_of_month(const plan::Measure& measure);

/// The standing of a chart's latest month in the way of the NHS charts, where the measure has a target or the rule set
/// is theirs: its variation, and whether the process can be relied upon to meet the target. Shape, words and colour;
/// none for a chart without a class.
std::vector<Status> icons_of(const spc::ControlChart& chart, const plan::Measure& measure);

}  // namespace panelbook::report
