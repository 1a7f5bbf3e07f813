#pragma once

#include <string>
#include <vector>

#include "panelbook/benchmark/benchmarks.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::commentary {

/// "Rate per 1,000 people", "£ a head", or the measure's name where the figures themselves are compared.
std::string rate_words(const benchmark::Benchmark& benchmark, const plan::Measure& measure);

/// Where an area stands among its most similar group, whether that is out of the ordinary, and who is not in it.
std::vector<std::string> benchmark_sentences(const benchmark::Benchmark& benchmark, const plan::Measure& measure,
                                             const std::string& own_name);

}  // namespace panelbook::commentary
