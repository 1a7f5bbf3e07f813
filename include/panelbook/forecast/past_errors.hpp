#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace panelbook::forecast {

/// How the method would have done on the series' own past: fitted again at each of the latest origins on the months
/// before it alone, and set against what came.
struct TrackRecord {
    std::size_t origins = 0;
    std::size_t errors = 0;                ///< months forecast and then seen
    std::optional<double> mase;            ///< mean absolute error over that of last year's same month (Hyndman and
                                           ///< Koehler 2006: the scale is taken inside the series); fewer than 24
                                           ///< months or no change at all: none
    std::optional<double> last_year_mase;  ///< of taking last year's same month, at the same origins and distances
    std::optional<double> coverage;        ///< per cent of the months that fell inside the interval as it would have
                                           ///< been drawn then, from the errors known by then
    /// Whether last year's same month would have done as well or better.
    bool no_better_than_last_year() const;
    /// Whether so many past months fell outside the interval that it cannot be called a 95% one.
    bool interval_often_missed() const;
};

/// The errors themselves, by distance.
struct PastErrors {
    TrackRecord record;
    std::vector<std::vector<double>> by_step;  ///< [0]: one month ahead; absolute
    std::vector<double> of_sum;                ///< of the sum of all months ahead; absolute
};

/// Rolls the origin over the latest part of `values` (no gaps): up to 24 origins, each with at least `least_months`
/// before it, and no more than half of the series. `months` ahead, as far as the series reaches.
PastErrors past_errors(std::span<const double> values, std::size_t months);

/// Half the width of the 95% interval that past errors ask for `step` (1 = next month) months ahead; 0 for none seen.
/// `by_step` as above; a distance without errors takes the widest of the nearer ones.
double half_width_seen(const std::vector<std::vector<double>>& by_step, std::size_t step);

/// The 95th centile, between neighbours by straight line (R's default, type 7); 0 for no values.
double centile_95(std::vector<double> values);

}  // namespace panelbook::forecast
