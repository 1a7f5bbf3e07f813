#include "panelbook/core/series.hpp"

#include <algorithm>

namespace panelbook {

const SeriesPoint* Series::at(Period period) const {
    const auto point = std::lower_bound(points.begin(), points.end(), period,
                                        [](const SeriesPoint& left, Period right) { return left.period < right; });
    return point != points.end() && point->period == period ? &*point : nullptr;
}

const Series* find_series(const std::vector<Series>& all, const MeasureId& measure, const AreaId& area) {
    const auto series = std::find_if(all.begin(), all.end(),
                                     [&](const Series& one) { return one.measure == measure && one.area == area; });
    return series == all.end() ? nullptr : &*series;
}

}  // namespace panelbook
