#pragma once

#include <functional>
#include <span>
#include <vector>

#include "panelbook/consolidate/consolidate.hpp"

namespace panelbook::consolidate {

/// A part of an area, with its completed series of the measure.
struct AreaPart {
    const plan::Area* area = nullptr;
    const Series* series = nullptr;
    /// Why the part has no figure for a period that its series does not have.
    std::function<SeriesPoint(Period)> absent;
};

/// The points of the whole, for every period that any part has, by the measure's roll-up over areas: the sum; the plain
/// mean; for ratios the percentages pooled by their denominators, sum(v n) / sum(n); the last part's figure. Money
/// stays whole pence. A part that is not applicable does not count. With any other part missing there is no figure, and
/// the reason names the part.
std::vector<SeriesPoint> roll_up(const plan::Measure& measure, std::span<const AreaPart> parts);

/// Puts together what was sent for the whole itself and what its parts come to. What was sent wins, unless it is absent
/// only because it was not supplied or is in error; where both exist and differ by more than rounding explains
/// ((parts + 1)/2 of the last shown unit for sums, one unit for means and ratios, nothing for counts), that is found:
/// "roll-up-differs". Both lists are in period order.
Checked<std::vector<SeriesPoint>> sent_or_rolled(std::vector<SeriesPoint> sent, std::vector<SeriesPoint> rolled,
                                                 const plan::Measure& measure, const plan::Area& whole);

}  // namespace panelbook::consolidate
