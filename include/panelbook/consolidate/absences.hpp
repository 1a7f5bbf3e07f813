#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "panelbook/consolidate/area_tree.hpp"
#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/consolidate/unknown_labels.hpp"

namespace panelbook::consolidate {

/// Which sources ever sent a measure for an area, by places in the plan's lists.
using Senders = std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>>;

/// Whether a row of the plan's Gaps with this marker withholds a figure that was sent: not released, suppressed, in
/// error.
bool withholds(Marker marker);

/// Says why figures are absent. Measures and areas are places in the plan's lists. Keeps references to its arguments.
class Absences {
public:
    Absences(const plan::Plan& plan, const AreaTree& parts, Period period, const std::vector<ReturnStatus>& returns,
             const Senders& senders, const UnknownLabels& labels);

    /// The point of a figure that nobody sent: the plan's Gaps say why, or the return that should hold it has not been
    /// received, or it stands there under a label that is not known, or it is not in what was received.
    SeriesPoint absent(std::size_t measure, std::size_t area, Period period) const;

    /// Gives every absent point a reason (and the marker of the plan's Gaps where they know it), and adds absent points
    /// for the periods missing between the first and the last and for those that the dashboard's period asks for.
    void complete(Series& series, std::size_t measure, std::size_t area) const;

private:
    void explain(SeriesPoint& point, std::size_t measure, std::size_t area) const;
    std::vector<std::size_t> senders_of(std::size_t measure, std::size_t area) const;
    std::string not_supplied_reason(const std::vector<std::size_t>& senders, std::size_t measure, std::size_t area,
                                    Period period) const;

    const plan::Plan& m_plan;
    const AreaTree& m_parts;
    Period m_period;
    const std::vector<ReturnStatus>& m_returns;
    const Senders& m_senders;
    const UnknownLabels& m_labels;
};

}  // namespace panelbook::consolidate
