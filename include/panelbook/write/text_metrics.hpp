#pragma once

#include <string_view>

#include "panelbook/write/theme.hpp"

/// How much room text takes, from the advance widths of the Arial family: a spreadsheet does not make a row higher for
/// a merged cell, so whoever writes it must know.
namespace panelbook::write {

/// The width of one line in points. Text is UTF-8.
double text_width(std::string_view text, const Look& look);
/// How many lines the text takes when wrapped at blanks in `width` points (a word that is too long is broken); line
/// feeds begin a new line. At least 1.
int line_count(std::string_view text, const Look& look, double width);
/// The distance from line to line, in points.
double line_height(const Look& look);
/// The height in points of a cell that is `cell_width` points wide and shows all of the text, its margins included.
double text_height(std::string_view text, const Look& look, double cell_width);

/// Points and pixels of a sheet at 100%.
inline constexpr double points_per_pixel = 0.75;

}  // namespace panelbook::write
