#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/series.hpp"

namespace panelbook::tests {

/// A series of months from `first` on; nothing is a month without a figure.
Series monthly_series(Period first, const std::vector<std::optional<double>>& values);

/// A point as a plan or a source would have it.
struct PointText {
    const char* period;
    std::optional<double> value;
    std::optional<double> denominator = std::nullopt;
    const char* reason = "";
    Marker marker = Marker::none;
};
/// Points of any periods, put into period order.
Series series_of(std::initializer_list<PointText> points);

}  // namespace panelbook::tests
