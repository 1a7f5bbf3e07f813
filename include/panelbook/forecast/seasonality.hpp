#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace panelbook::forecast {

/// Whether the time of the year shows in a monthly series.
struct Seasonality {
    double statistic = 0.0;  ///< H of Kruskal and Wallis, corrected for ties
    int degrees_of_freedom = 0;
    double p_value = 1.0;
    std::size_t highest = 0;  ///< index of the month of the year, modulo 12, that lies highest above the year about it
    std::size_t lowest = 0;
    /// At the level at which the season is worth a word.
    bool plain() const { return p_value < 0.01; }
};

/// Fewer months say nothing about a season.
inline constexpr std::size_t least_months_for_season = 36;

/// The rank test of Kruskal and Wallis (1952) by month of the year on each value less the mean of the 12 months about
/// it (centred_year_mean), so that neither trend nor steps pass for a season; p from the chi-square distribution, as
/// R's kruskal.test(). `values` are consecutive months; a month with a gap within six months of it is left out. Nothing
/// for fewer than 36 months with a figure, or where all that is left is alike.
std::optional<Seasonality> seasonality(std::span<const std::optional<double>> values);

}  // namespace panelbook::forecast
