#pragma once

#include <string>
#include <vector>

#include "panelbook/report/scale.hpp"

#include "draft.hpp"

namespace panelbook::report {

/// A short label on a chart: an event, or why the limits begin anew.
struct ChartMark {
    std::size_t point = 0;  ///< index in ControlChart::points
    std::string label;
    double height = 0.0;  ///< where it stands, in the chart's unit
};

/// The events of the plan that concern a measure and touch a window of months.
std::vector<const plan::Event*> events_of(const plan::Plan& plan, const MeasureId& measure, Period window);

/// The events and resets of a chart from point `first` on, one mark a month, in month order. The scale is given room
/// for them: above the data, or below where percentages leave none above. Neighbours stand at different heights.
std::vector<ChartMark> marks_of(const spc::ControlChart& chart, const plan::Plan& plan, std::size_t first, Scale& scale,
                                bool is_share);

}  // namespace panelbook::report
