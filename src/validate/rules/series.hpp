#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "panelbook/validate/validate.hpp"

namespace panelbook::validate {

/// Periods of one length make one series: months are not compared with the quarters beside them.
using SeriesKey = std::tuple<MeasureId, AreaId, int>;

SeriesKey series_key(const Observation& observation);

/// The figures of one series by period.
using Figures = std::map<Period, double>;

/// The figures with a value that a file gave, series by series; of two for one period the first.
std::map<SeriesKey, std::map<Period, Observation*>> sent_series(Sent& sent);

/// What is known of every series.
std::map<SeriesKey, Figures> known_series(const Known* known);

double middle_of(std::vector<double> values);  ///< the median; 0 of none

}  // namespace panelbook::validate
