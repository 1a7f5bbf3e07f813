#pragma once

#include <string>

#include "panelbook/compare/compare.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::commentary {

/// A number as it is printed: thousands separated, halves rounded away from zero as spreadsheets round them, a true
/// minus sign (U+2212) unless it rounds to 0.
std::string number(double value, int decimals);

/// The size of a change without its sign: "41%", "2 percentage points", "less than 1%"; of figures where there is no
/// per cent, the figure.
std::string size_of_change(const compare::Comparison& comparison, const plan::Measure& measure);

/// Two figures that differ, with as many decimals as show it: "961" and "924", "23.7" and "23.6".
struct FigurePair {
    std::string first;
    std::string second;
};
FigurePair told_apart(double first, double second, const plan::Measure& measure);

}  // namespace panelbook::commentary
