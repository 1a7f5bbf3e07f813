#include "panelbook/spc/chart_choice.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <fmt/format.h>
#include <vector>

#include "panelbook/spc/averages.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t least_for_limits = 13;
constexpr double few_a_month = 2.0;
constexpr double many_zeros = 0.25;
constexpr double dispersion_confidence = 0.95;

std::vector<double> present(std::span<const std::optional<double>> values) {
    std::vector<double> found;
    for (const auto& value : values)
        if (value) found.push_back(*value);
    return found;
}

struct Denominators {
    std::size_t with = 0;  ///< values that have one above 0
    std::size_t without = 0;
};

Denominators counted(std::span<const std::optional<double>> values,
                     std::span<const std::optional<double>> denominators) {
    Denominators found;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        const bool has = i < denominators.size() && denominators[i] && *denominators[i] > 0.0;
        ++(has ? found.with : found.without);
    }
    return found;
}

bool few(std::span<const double> counts) {
    const auto zeros = static_cast<double>(std::count(counts.begin(), counts.end(), 0.0));
    return *mean_of(counts) < few_a_month || zeros > many_zeros * static_cast<double>(counts.size());
}

/// Whether Pearson's dispersion of counts is one that Poisson counts have (Fisher's test of the Poisson index, both
/// sides).
bool as_poisson(std::span<const double> counts) {
    const double mean = *mean_of(counts);
    if (!(mean > 0.0)) return false;
    double squares = 0.0;
    for (const double count : counts) squares += (count - mean) * (count - mean);
    const boost::math::chi_squared chance(static_cast<double>(counts.size() - 1));
    const double below = boost::math::cdf(chance, squares / mean);
    constexpr double tail = (1.0 - dispersion_confidence) / 2.0;
    return below > tail && below < 1.0 - tail;
}

ChartType of_single_values(const RuleSet& rules) {
    return rules.individuals == SigmaOfValues::mean_moving_range ? ChartType::xmr : ChartType::individuals;
}

ChartChoice as_planned(ChartType wanted, const Denominators& found, const RuleSet& rules) {
    if (!needs_denominators(wanted)) return {wanted, "the plan asks for it"};
    const std::string word(to_word(wanted));
    if (found.with == 0)
        return {of_single_values(rules),
                fmt::format("the plan asks for a {} chart, but no figure came with its n", word)};
    if (found.without == 0) return {wanted, "the plan asks for it"};
    return {wanted, fmt::format("the plan asks for it; {} without n {} left out",
                                found.without == 1 ? "one month" : fmt::format("{} months", found.without),
                                found.without == 1 ? "is" : "are")};
}

}  // namespace

ChartChoice choose_chart(std::span<const std::optional<double>> values,
                         std::span<const std::optional<double>> denominators, const plan::Measure& measure,
                         const RuleSet& rules) {
    const Denominators found = counted(values, denominators);
    if (measure.chart_type) return as_planned(*measure.chart_type, found, rules);
    const bool by_office = rules.name == "opcc";
    if (!by_office && rules.name != "anhoej")
        return {of_single_values(rules), fmt::format("the rule set {} draws every measure so", rules.name)};

    const std::vector<double> known = present(values);
    if (known.size() < least_for_limits)
        return {ChartType::run, fmt::format("fewer than {} months have a figure", least_for_limits)};
    const bool all_with_n = found.without == 0;
    if (all_with_n && !by_office && measure.unit == plan::Unit::percent)
        return {ChartType::p_prime, "percentages that come with their n, which differs from month to month"};
    if (all_with_n && !by_office && measure.unit == plan::Unit::rate && measure.rate_per)
        return {ChartType::u_prime, "rates that come with their n, which differs from month to month"};
    if (measure.unit == plan::Unit::count && few(known)) {
        if (as_poisson(known))
            return {ChartType::c, "there are few a month, and they vary as counts of rare events do"};
        return {of_single_values(rules), "there are few a month, and they vary other than counts of rare events do"};
    }
    if (by_office) return {of_single_values(rules), "months are drawn as the published reports of offices draw them"};
    return {of_single_values(rules), "one figure a month"};
}

double chart_scale(ChartType type, const plan::Measure& measure) {
    if (!needs_denominators(type)) return 1.0;
    return measure.unit == plan::Unit::percent ? 100.0 : measure.rate_per.value_or(1.0);
}

}  // namespace panelbook::spc
