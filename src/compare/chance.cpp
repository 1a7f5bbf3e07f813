#include "panelbook/compare/compare.hpp"

namespace panelbook::compare {

ChanceVerdicts chance_verdicts(const std::vector<Comparison>& comparisons, const plan::Plan& plan) {
    ChanceVerdicts chance;
    for (const Comparison& comparison : comparisons) {
        const plan::Measure* measure = plan.measure(comparison.measure);
        if (measure && measure->good != plan::Good::none && comparison.interval && !comparison.small_numbers)
            ++chance.tested;
    }
    chance.expected = static_cast<double>(chance.tested) * (1.0 - plan.settings.confidence / 100.0);
    return chance;
}

}  // namespace panelbook::compare
