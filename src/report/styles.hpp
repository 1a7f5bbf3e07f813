#pragma once

#include "panelbook/plan/plan.hpp"
#include "panelbook/report/model.hpp"

namespace panelbook::report {

/// How a figure of the measure is shown.
NumberStyle figure_style(const plan::Measure& measure);
/// How a mean or a limit of the measure is shown: a count of a few has one decimal more than its months.
NumberStyle statistic_style(const plan::Measure& measure, double centre);
/// How the difference of two figures is shown: percentages differ by points.
NumberStyle difference_style(const plan::Measure& measure);
/// How a per cent change (a fraction) is shown.
NumberStyle change_style(const plan::Measure& measure, bool sign);

/// The label with the unit of a length of time after it, which no figure shows: "Average time to answer (seconds)".
std::string with_unit_of_time(const std::string& label, plan::Unit unit);

/// "offences", "%", "seconds", "£", ...: the unit as the head of a column or a cell of a table says it.
std::string unit_words(const plan::Measure& measure);

}  // namespace panelbook::report
