#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/validate/rule.hpp"

#include "series.hpp"

namespace panelbook::validate {

namespace {

/// The least change that is worth a question, in the measure's own unit.
double least_change(plan::Unit unit) {
    switch (unit) {
        case plan::Unit::count:
            return 20.0;
        case plan::Unit::percent:
            return 15.0;
        default:
            return 0.0;
    }
}

/// Whether a figure lies so far outside all that its series was that a slip of the pen is likelier than an event:
/// beyond the largest or smallest by twice the whole range, and by half of the middle figure.
bool far_outside(const std::vector<double>& earlier, double value, double least) {
    const auto [low, high] = std::minmax_element(earlier.begin(), earlier.end());
    const double outside = std::max(*low - value, value - *high);
    return outside > 2.0 * (*high - *low) && outside > 0.5 * std::abs(middle_of(earlier)) && outside >= least;
}

}  // namespace

void check_sudden_change(Sent& sent, Findings& findings) {
    constexpr std::size_t enough = 6;
    const auto known = known_series(sent.known);
    for (const auto& [key, figures] : sent_series(sent)) {
        const plan::Measure* measure = sent.plan.measure(std::get<MeasureId>(key));
        if (measure == nullptr) continue;
        const auto of_series = known.find(key);
        for (const auto& [period, one] : figures) {
            const bool is_new =
                of_series == known.end() ? period == figures.rbegin()->first : !of_series->second.contains(period);
            if (!is_new) continue;
            std::vector<double> earlier;
            for (const auto& [other, figure] : figures) {
                if (other < period) earlier.push_back(to_number(*figure->value));
            }
            if (of_series != known.end()) {
                for (const auto& [other, value] : of_series->second) {
                    if (other < period && !figures.contains(other)) earlier.push_back(value);
                }
            }
            const double value = to_number(*one->value);
            if (earlier.size() < enough || !far_outside(earlier, value, least_change(measure->unit))) continue;
            const auto [low, high] = std::minmax_element(earlier.begin(), earlier.end());
            Finding finding = finding_at(*one, Severity::warning, "sudden-change");
            finding.message = fmt::format("{}: is {} right? The {} figures before it lie between {} and {}.",
                                          subject(*one, sent.plan), to_text(CellValue{value}), earlier.size(),
                                          to_text(CellValue{*low}), to_text(CellValue{*high}));
            finding.remedy = "Check the figure; if it is right, say why in the comments of the return.";
            finding.expected = fmt::format("about {}", to_text(CellValue{middle_of(earlier)}));
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace panelbook::validate
