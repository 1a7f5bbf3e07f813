#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace panelbook::spc {

/// Whether a segment as a whole varies other than by chance (Anhoej and Olesen, Run charts revisited, PLoS ONE 9, 2014;
/// Schilling, The surprising predictability of long runs, Mathematics Magazine 85, 2012, for the longest run).
struct UnusualRuns {
    std::size_t useful = 0;           ///< points that lie off the centre line; the rest neither break nor contribute
    std::size_t longest_run = 0;      ///< points in a row on one side
    std::size_t longest_most = 0;     ///< round(log2 n) + 3: a longer run is unusual
    std::size_t crossings = 0;        ///< of the centre line
    std::size_t crossings_least = 0;  ///< 5% quantile of a binomial of n - 1 and one half: fewer are unusual
    bool signal = false;
};

/// All 0 and no signal where no point is useful.
UnusualRuns unusual_runs(std::span<const std::optional<double>> values, double centre);

}  // namespace panelbook::spc
