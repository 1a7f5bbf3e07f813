#pragma once

#include <vector>

#include "panelbook/core/observation.hpp"

namespace panelbook {

/// One period of a series. Either a value, or a marker that says why there is none.
struct SeriesPoint {
    Period period;
    std::optional<Amount> value;
    std::optional<double> denominator;
    Marker marker = Marker::none;
    std::string reason;             ///< plain words where the value is absent
    std::vector<Provenance> where;  ///< the cell, or for a roll-up nothing
    std::vector<AreaId> parts;      ///< for a roll-up: the areas it was summed from, whose points are published too
    SourceId source;
    std::optional<Date> known_on;
};

/// Every published or explained period of one measure in one area, in period order, no period twice.
struct Series {
    MeasureId measure;
    AreaId area;
    std::vector<SeriesPoint> points;

    /// The point of exactly this period; null if there is none.
    const SeriesPoint* at(Period period) const;
};

const Series* find_series(const std::vector<Series>& all, const MeasureId& measure, const AreaId& area);

}  // namespace panelbook
