#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/report/model.hpp"

/// What everything looks like: the one place that knows colours, sizes, shapes and number formats.
namespace panelbook::write {

using Colour = std::uint32_t;  ///< 0xRRGGBB

namespace colour {
inline constexpr Colour white = 0xFFFFFF;
inline constexpr Colour ink = 0x0B0C0C;
inline constexpr Colour grey = 0x505A5F;
inline constexpr Colour pale = 0xF3F2F1;
inline constexpr Colour line = 0xB1B4B6;
inline constexpr Colour navy = 0x12335B;
inline constexpr Colour blue = 0x1D70B8;
inline constexpr Colour green = 0x00703C;
inline constexpr Colour amber = 0xFFBF47;
inline constexpr Colour red = 0xB10E1E;
}  // namespace colour

inline constexpr std::string_view font_name = "Arial";

enum class Align { left, centre, right };
enum class Vertical { top, middle, bottom };
enum class Edge { none, hairline, rule };

/// How one cell, or one run of text in it, looks. Sizes in points.
struct Look {
    int size = 9;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool wrap = false;
    Colour colour = colour::ink;
    std::optional<Colour> fill;
    Align align = Align::left;
    Vertical vertical = Vertical::middle;
    int indent = 0;
    Edge top = Edge::none;
    Edge bottom = Edge::none;
    std::string number_format;
    auto operator<=>(const Look&) const = default;
};

/// Parts of a page that the report does not name as roles.
enum class Part {
    title,
    subtitle,
    not_for_publication,
    back_link,
    section,      ///< heading of a table or of paragraphs
    band,         ///< heading of a tile or a KPI
    tile_column,  ///< "YTD" over the figures of a tile
    tile_text,    ///< the label of a line of a tile
    table_heading,
    caption,  ///< small grey words under a figure
    key_words,
    next_step_heading,
    next_step,
};

Look look_of(Part part);
Look look_of(report::Role role);
/// Fill and font of a status cell.
Look look_of(report::Status::Tone tone);

/// "▲", "▼", "●", "◆", "○" or nothing.
std::string_view symbol(report::Status::Shape shape);
/// Shape and words: "▲ Improved".
std::string status_text(const report::Status& status);
/// "1,2" as "¹,²"; anything but digits stays.
std::string superscript(std::string_view marks);

/// The number format of a spreadsheet, with a true minus sign.
std::string number_format(const report::NumberStyle& style);
/// The number as that format shows it, to judge how wide it is.
std::string number_text(double value, const report::NumberStyle& style);

/// How a series of a chart is drawn.
struct SeriesLook {
    enum class Dash { solid, dashed, dotted };
    enum class Marker { none, circle, diamond };
    std::optional<Colour> line;
    float width = 0;  ///< points
    Dash dash = Dash::solid;
    Marker marker = Marker::none;
    std::uint8_t marker_size = 0;
    Colour colour = colour::ink;  ///< of markers, columns and labels
    int layer = 0;                ///< higher is drawn over lower
};
SeriesLook look_of(report::ChartSeries::Role role);

/// How light a colour is against another, as WCAG 2 has it: 1 to 21.
double contrast(Colour a, Colour b);

}  // namespace panelbook::write
