#pragma once

#include <cstddef>
#include <vector>

#include "draft.hpp"

namespace panelbook::report {

/// Why a chart is on the Exceptions page.
enum class Exceptional { no, special_cause, long_run_or_trend, large_change_near_limit };

/// By the class of the latest month; near a limit only with a change of the quarter above the plan's large change.
Exceptional exceptional(const Draft& draft, std::size_t chart);

/// The charts of the Exceptions page in its order: special causes, then long runs and trends, then large changes near a
/// limit; within each what is worse first, then plan order.
std::vector<std::size_t> exceptional_charts(const Draft& draft);

/// The comparison of the chart's measure whose quarter change made it an exception, or that its block quotes.
std::optional<std::size_t> quarter_change(const Draft& draft, std::size_t chart);

}  // namespace panelbook::report
