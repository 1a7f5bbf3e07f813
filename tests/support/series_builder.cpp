#include "series_builder.hpp"

#include <algorithm>

namespace panelbook::tests {

Series monthly_series(Period first, const std::vector<std::optional<double>>& values) {
    Series series{MeasureId{"measure"}, AreaId{"force"}, {}};
    for (std::size_t month = 0; month < values.size(); ++month) {
        SeriesPoint point;
        point.period = first.shifted(static_cast<int>(month));
        if (values[month]) point.value = *values[month];
        series.points.push_back(point);
    }
    return series;
}

Series series_of(std::initializer_list<PointText> points) {
    Series series{MeasureId{"measure"}, AreaId{"force"}, {}};
    for (const PointText& text : points) {
        SeriesPoint point;
        point.period = parse_period(text.period).value();
        if (text.value) point.value = *text.value;
        point.denominator = text.denominator;
        point.reason = text.reason;
        point.marker = text.marker;
        series.points.push_back(point);
    }
    std::sort(series.points.begin(), series.points.end(),
              [](const SeriesPoint& left, const SeriesPoint& right) { return left.period < right.period; });
    return series;
}

}  // namespace panelbook::tests
