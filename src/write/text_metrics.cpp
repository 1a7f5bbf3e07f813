#include "panelbook/write/text_metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace panelbook::write {

namespace {

// Advance widths of U+0020 to U+007E in thousandths of the size: Adobe's Helvetica metrics, which Arial shares.
constexpr std::array<int, 95> regular_widths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr std::array<int, 95> bold_widths = {
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};
constexpr int other_width = 600;
constexpr int wide_width = 1000;
constexpr char32_t first_wide = 0x2E80;

// A spreadsheet keeps some pixels free at both sides of a cell; and its fonts are hinted, so a line may be longer on
// screen than in print.
constexpr double cell_margins = 5.0;
constexpr double hinting = 1.03;
constexpr double indent_width = 6.75;

struct Character {
    char32_t code;
    std::size_t bytes;
};

Character next_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = bytes == 1 ? lead : lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes && i < text.size(); ++i)
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {code, std::min(bytes, text.size())};
}

double advance(char32_t code, const Look& look) {
    int width = code >= first_wide ? wide_width : other_width;
    if (code >= 0x20 && code <= 0x7E) {
        const std::size_t index = code - 0x20;
        width = look.bold ? bold_widths[index] : regular_widths[index];
    }
    return width * look.size / 1000.0 * hinting;
}

}  // namespace

double text_width(std::string_view text, const Look& look) {
    double width = 0;
    while (!text.empty()) {
        const Character character = next_character(text);
        width += advance(character.code, look);
        text.remove_prefix(character.bytes);
    }
    return width;
}

int line_count(std::string_view text, const Look& look, double width) {
    int lines = 1;
    double line = 0;  // up to the last blank
    double word = 0;
    while (!text.empty()) {
        const Character character = next_character(text);
        text.remove_prefix(character.bytes);
        if (character.code == '\n') {
            ++lines;
            line = word = 0;
            continue;
        }
        const double step = advance(character.code, look);
        if (character.code == ' ') {
            line += word + step;
            word = 0;
            continue;
        }
        word += step;
        if (line + word <= width) continue;
        ++lines;
        if (line > 0)
            line = 0;
        else
            word = step;
    }
    return lines;
}

double line_height(const Look& look) {
    return std::ceil(look.size * 1.28 / points_per_pixel) * points_per_pixel;
}

double text_height(std::string_view text, const Look& look, double cell_width) {
    const double width = std::max(cell_width - cell_margins - look.indent * indent_width, 1.0);
    return line_count(text, look, look.wrap ? width : 1e9) * line_height(look);
}

}  // namespace panelbook::write
