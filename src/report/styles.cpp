#include "styles.hpp"

#include <cmath>

namespace panelbook::report {

namespace {

// Below this a mean rounded to whole numbers says too little.
constexpr double few = 10.0;

NumberStyle::Kind kind_of(plan::Unit unit) {
    switch (unit) {
        case plan::Unit::percent:
            return NumberStyle::Kind::percent_points;
        case plan::Unit::gbp:
            return NumberStyle::Kind::pounds;
        case plan::Unit::text:
            return NumberStyle::Kind::general;
        default:
            return NumberStyle::Kind::number;
    }
}

}  // namespace

NumberStyle figure_style(const plan::Measure& measure) {
    return {kind_of(measure.unit), measure.decimals, false};
}

NumberStyle statistic_style(const plan::Measure& measure, double centre) {
    NumberStyle style = figure_style(measure);
    if (measure.unit == plan::Unit::count && std::abs(centre) < few) ++style.decimals;
    return style;
}

NumberStyle difference_style(const plan::Measure& measure) {
    NumberStyle style = figure_style(measure);
    style.sign = true;
    if (measure.unit == plan::Unit::percent) {
        style.kind = NumberStyle::Kind::points;
        style.decimals = measure.change_decimals;
    }
    return style;
}

NumberStyle change_style(const plan::Measure& measure, bool sign) {
    return {NumberStyle::Kind::fraction_percent, measure.change_decimals, sign};
}

std::string with_unit_of_time(const std::string& label, plan::Unit unit) {
    switch (unit) {
        case plan::Unit::seconds:
        case plan::Unit::minutes:
        case plan::Unit::hours:
        case plan::Unit::days:
            break;
        default:
            return label;
    }
    const std::string word(plan::to_word(unit));
    return label.find(word) != std::string::npos ? label : label + " (" + word + ")";
}

std::string unit_words(const plan::Measure& measure) {
    switch (measure.unit) {
        case plan::Unit::percent:
            return "%";
        case plan::Unit::gbp:
            return "£";
        case plan::Unit::count:
            return measure.noun.empty() ? "number" : measure.noun;
        default:
            return std::string(plan::to_word(measure.unit));
    }
}

}  // namespace panelbook::report
