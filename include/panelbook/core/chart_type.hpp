#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace panelbook {

/// What a control chart takes its points and limits from.
enum class ChartType {
    individuals,    ///< "i": one value a point, the standard deviation as the rule set estimates it
    xmr,            ///< one value a point, mean -/+ 2.66 x mean moving range
    run,            ///< the median and no limits
    p,              ///< shares, binomial limits
    p_prime,        ///< shares, binomial limits widened by Laney's sigma z
    u,              ///< rates, Poisson limits
    u_prime,        ///< rates, Poisson limits widened by Laney's sigma z
    c,              ///< counts, Poisson limits
    t,              ///< time between events
    g,              ///< cases between events
    moving_ranges,  ///< "mr": how far each value lies from the one before
};

/// "i", "xmr", "run", "p", "p'", "u", "u'", "c", "t", "g", "mr".
std::string_view to_word(ChartType type);
std::optional<ChartType> chart_type_from_word(std::string_view word);
std::span<const std::string_view> chart_type_words();

/// Whether a point is a value divided by its denominator.
bool needs_denominators(ChartType type);

}  // namespace panelbook
