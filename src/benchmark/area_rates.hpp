#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "panelbook/benchmark/benchmarks.hpp"

namespace panelbook::benchmark {

/// 1,000 people for counts, one for pounds; 0 where the figure itself is compared.
double per_of(const plan::Measure& measure);

/// What makes the rate of one area, or in plain words why there is none.
std::variant<Standing, std::string> standing_of(const std::vector<Series>& series, const plan::Measure& measure,
                                                const plan::Area& area, Period period, double confidence);

}  // namespace panelbook::benchmark
