#include "panelbook/forecast/seasonality.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/chi_squared.hpp>
#include <fmt/format.h>
#include <functional>
#include <vector>

#include "panelbook/forecast/decomposition.hpp"

namespace panelbook::forecast {

namespace {

struct Deviation {
    double value = 0.0;
    std::size_t month = 0;  ///< of the year, by index modulo 12
};

/// Each value less the centred mean of its year, of every stretch without a gap.
std::vector<Deviation> deviations(std::span<const std::optional<double>> values) {
    std::vector<Deviation> found;
    for (std::size_t first = 0; first < values.size(); ++first) {
        std::vector<double> stretch;
        for (std::size_t i = first; i < values.size() && values[i]; ++i) stretch.push_back(*values[i]);
        const auto means = centred_year_mean(stretch);
        for (std::size_t i = 0; i < stretch.size(); ++i)
            if (means[i]) found.push_back({stretch[i] - *means[i], (first + i) % year_months});
        first += stretch.size();
    }
    return found;
}

struct RankSums {
    std::array<double, year_months> sum{};
    std::array<double, year_months> count{};
    double ties = 0.0;  ///< the sum of t^3 - t over all groups of t values alike
};

/// Equal values share the mean of their ranks. Ties are counted among values of 15 significant digits, ranks given to
/// the full ones, as R's kruskal.test() does.
RankSums rank_sums(std::vector<Deviation> values) {
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    RankSums ranks;
    const auto for_each_group = [&](auto alike, auto use) {
        for (std::size_t first = 0, end = 0; first < values.size(); first = end) {
            for (end = first + 1; end < values.size() && alike(values[first].value, values[end].value);) ++end;
            use(first, end);
        }
    };
    for_each_group(std::equal_to<>{}, [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            ranks.sum[values[i].month] += static_cast<double>(first + end + 1) / 2.0;
            ranks.count[values[i].month] += 1.0;
        }
    });
    const auto printed_alike = [](double a, double b) {
        return fmt::format("{:.15g}", a) == fmt::format("{:.15g}", b);
    };
    for_each_group(printed_alike, [&](std::size_t first, std::size_t end) {
        const auto count = static_cast<double>(end - first);
        ranks.ties += count * count * count - count;
    });
    return ranks;
}

}  // namespace

std::optional<Seasonality> seasonality(std::span<const std::optional<double>> values) {
    const auto present =
        std::count_if(values.begin(), values.end(), [](const auto& value) { return value.has_value(); });
    if (static_cast<std::size_t>(present) < least_months_for_season) return std::nullopt;
    const std::vector<Deviation> found = deviations(values);
    const RankSums ranks = rank_sums(found);
    const auto n = static_cast<double>(found.size());
    const double correction = 1.0 - ranks.ties / (n * n * n - n);
    const auto months = std::count_if(ranks.count.begin(), ranks.count.end(), [](double count) { return count > 0.0; });
    if (months < 2 || !(correction > 0.0)) return std::nullopt;

    Seasonality season;
    double sum = 0.0;
    const auto mean_rank = [&](std::size_t month) { return ranks.sum[month] / ranks.count[month]; };
    for (std::size_t month = 0; month < year_months; ++month) {
        if (ranks.count[month] <= 0.0) continue;
        sum += ranks.sum[month] * mean_rank(month);
        if (!(mean_rank(month) <= mean_rank(season.highest))) season.highest = month;
        if (!(mean_rank(month) >= mean_rank(season.lowest))) season.lowest = month;
    }
    season.statistic = (12.0 / (n * (n + 1.0)) * sum - 3.0 * (n + 1.0)) / correction;
    season.degrees_of_freedom = static_cast<int>(months) - 1;
    const boost::math::chi_squared_distribution<double> chi_squared(season.degrees_of_freedom);
    season.p_value = boost::math::cdf(boost::math::complement(chi_squared, std::max(0.0, season.statistic)));
    return season;
}

}  // namespace panelbook::forecast
