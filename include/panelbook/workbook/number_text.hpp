#pragma once

#include <optional>
#include <string_view>

namespace panelbook::workbook {

/// The nearest double to a number as XML spells it, white space around it aside. Nothing for what is not a finite
/// number: "NaN", "1e999", "12a". What is nearer to 0 than any double is 0.
std::optional<double> number_from_xml(std::string_view text);

/// The number that a field of a csv file plainly is, blanks around it aside: 12, -0.5, .5, 1e+05.
/// Nothing for what may be a label or a code or would lose digits: 007, -00, +5, 1,234, 5., 1E5 (an exponent needs its
/// sign), whole numbers from 2^53 on, 1e+999.
std::optional<double> number_from_csv(std::string_view field);

}  // namespace panelbook::workbook
