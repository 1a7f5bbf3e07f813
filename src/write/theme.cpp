#include "panelbook/write/theme.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace panelbook::write {

namespace {

constexpr int title_size = 22;
constexpr int section_size = 12;
constexpr int heading_size = 10;
constexpr int body_size = 9;
constexpr int small_size = 8;

constexpr std::string_view minus = "\u2212";

Look text_look(int size, Colour text_colour, bool bold = false) {
    Look look;
    look.size = size;
    look.colour = text_colour;
    look.bold = bold;
    return look;
}

Look wrapped(Look look, Vertical vertical = Vertical::top) {
    look.wrap = true;
    look.vertical = vertical;
    return look;
}

Look filled(Look look, Colour fill) {
    look.fill = fill;
    return look;
}

Look right(Look look) {
    look.align = Align::right;
    return look;
}

struct NumberShape {
    std::string before;
    std::string after;
    bool percent = false;  // the format itself multiplies by 100
};

NumberShape shape_of(report::NumberStyle::Kind kind) {
    using Kind = report::NumberStyle::Kind;
    switch (kind) {
        case Kind::percent_points:
            return {"", "%", false};
        case Kind::points:
            return {"", " pp", false};
        case Kind::fraction_percent:
            return {"", "%", true};
        case Kind::pounds:
            return {"£", "", false};
        case Kind::millions:
            return {"£", "m", false};
        case Kind::general:
        case Kind::number:
        case Kind::date:
        case Kind::month:
            break;
    }
    return {};
}

std::string quoted(std::string_view text) {
    return text.empty() ? std::string() : fmt::format("\"{}\"", text);
}

double linear(Colour channel) {
    const double part = static_cast<double>(channel & 0xFFU) / 255.0;
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour >> 16U) + 0.7152 * linear(colour >> 8U) + 0.0722 * linear(colour);
}

std::string grouped(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    for (std::size_t from_right = 3; from_right < whole; from_right += 3) digits.insert(whole - from_right, 1, ',');
    return digits;
}

}  // namespace

Look look_of(Part part) {
    switch (part) {
        case Part::title:
            return text_look(title_size, colour::navy, true);
        case Part::subtitle:
            return text_look(body_size, colour::grey);
        case Part::not_for_publication:
            return filled(text_look(heading_size, colour::ink, true), colour::pale);
        case Part::back_link: {
            Look look = text_look(small_size, colour::blue);
            look.underline = true;
            return look;
        }
        case Part::section:
            return text_look(section_size, colour::navy, true);
        case Part::band:
            return filled(text_look(heading_size, colour::white, true), colour::navy);
        case Part::tile_column: {
            Look look = right(text_look(small_size, colour::grey));
            look.vertical = Vertical::bottom;
            look.bottom = Edge::rule;
            return look;
        }
        case Part::tile_text:
            return wrapped(text_look(body_size, colour::ink), Vertical::middle);
        case Part::table_heading: {
            Look look = filled(wrapped(text_look(body_size, colour::navy, true), Vertical::bottom), colour::pale);
            look.bottom = Edge::rule;
            return look;
        }
        case Part::caption:
            return wrapped(text_look(small_size, colour::grey));
        case Part::key_words:
            return wrapped(text_look(small_size, colour::grey), Vertical::middle);
        case Part::next_step_heading:
            return filled(text_look(body_size, colour::navy, true), colour::pale);
        case Part::next_step:
            return filled(wrapped(text_look(body_size, colour::ink)), colour::pale);
    }
    return {};
}

Look look_of(report::Role role) {
    using report::Role;
    switch (role) {
        case Role::label:
            return text_look(body_size, colour::ink);
        case Role::figure:
            return text_look(heading_size, colour::ink, true);
        case Role::reference:
            return text_look(body_size, colour::grey);
        case Role::cell:
            return text_look(body_size, colour::ink);
        case Role::muted:
            return text_look(small_size, colour::grey);
        case Role::large_figure:
            return text_look(title_size, colour::ink, true);
        case Role::large_better:
            return text_look(title_size, colour::green, true);
        case Role::large_worse:
            return text_look(title_size, colour::red, true);
        case Role::sentence:
            return wrapped(text_look(body_size, colour::ink));
        case Role::comment: {
            Look look = wrapped(text_look(small_size, colour::grey));
            look.italic = true;
            return look;
        }
        case Role::footnote:
            return wrapped(text_look(small_size, colour::grey));
        case Role::not_available:
            return text_look(body_size, colour::grey);
    }
    return {};
}

Look look_of(report::Status::Tone tone) {
    using Tone = report::Status::Tone;
    Look look = wrapped(text_look(small_size, colour::ink, true), Vertical::middle);
    look.align = Align::centre;
    switch (tone) {
        case Tone::better:
            look.colour = colour::white, look.fill = colour::green;
            break;
        case Tone::worse:
            look.colour = colour::white, look.fill = colour::red;
            break;
        case Tone::no_change:
        case Tone::attention:
            look.fill = colour::amber;
            break;
        case Tone::not_available:
            look.colour = colour::grey;
            look.fill = colour::pale;
            look.bold = false;
            break;
        case Tone::none:
            look.colour = colour::grey;
            look.bold = false;
            break;
    }
    return look;
}

std::string_view symbol(report::Status::Shape shape) {
    using Shape = report::Status::Shape;
    switch (shape) {
        case Shape::up:
            return "\u25B2";
        case Shape::down:
            return "\u25BC";
        case Shape::dot:
            return "\u25CF";
        case Shape::diamond:
            return "\u25C6";
        case Shape::ring:
            return "\u25CB";
        case Shape::none:
            break;
    }
    return {};
}

std::string status_text(const report::Status& status) {
    const std::string_view shape = symbol(status.shape);
    if (shape.empty() || status.words.empty()) return std::string(shape) + status.words;
    return fmt::format("{} {}", shape, status.words);
}

std::string superscript(std::string_view marks) {
    static constexpr std::array<std::string_view, 10> raised = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                                "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    std::string text;
    for (const char mark : marks) {
        if (mark >= '0' && mark <= '9')
            text += raised[static_cast<std::size_t>(mark - '0')];
        else
            text += mark;
    }
    return text;
}

std::string number_format(const report::NumberStyle& style) {
    using Kind = report::NumberStyle::Kind;
    if (style.kind == Kind::date) return "d mmm yyyy";
    if (style.kind == Kind::month) return "mmm\\-yy";
    const NumberShape shape = shape_of(style.kind);
    std::string digits = style.kind == Kind::general ? "General" : "#,##0";
    if (style.kind != Kind::general && style.decimals > 0)
        digits += "." + std::string(static_cast<std::size_t>(style.decimals), '0');
    const std::string after = shape.percent ? "%" : quoted(shape.after);
    const std::string body = quoted(shape.before) + digits + after;
    const std::string negative = quoted(std::string(minus) + shape.before) + digits + after;
    if (!style.sign) return body + ";" + negative;
    return quoted("+" + shape.before) + digits + after + ";" + negative + ";" + body;
}

std::string number_text(double value, const report::NumberStyle& style) {
    using Kind = report::NumberStyle::Kind;
    if (style.kind == Kind::date) return "30 Sep 2014";
    if (style.kind == Kind::month) return "Sep-14";
    const NumberShape shape = shape_of(style.kind);
    const std::string sign(value < 0 ? minus : (style.sign && value > 0 ? "+" : ""));
    if (style.kind == Kind::general) return sign + fmt::format("{:.10g}", std::fabs(value));
    return sign + shape.before + grouped(shape.percent ? value * 100.0 : value, style.decimals) + shape.after;
}

SeriesLook look_of(report::ChartSeries::Role role) {
    using Role = report::ChartSeries::Role;
    using Dash = SeriesLook::Dash;
    using Marker = SeriesLook::Marker;
    switch (role) {
        case Role::values:
            return {colour::blue, 1.5F, Dash::solid, Marker::circle, 4, colour::blue, 3};
        case Role::centre:
            return {colour::grey, 1.25F, Dash::solid, Marker::none, 0, colour::grey, 1};
        case Role::limit:
            return {colour::grey, 1.0F, Dash::dashed, Marker::none, 0, colour::grey, 1};
        case Role::point_limit:
            return {std::nullopt, 0, Dash::solid, Marker::circle, 2, colour::grey, 1};
        case Role::better_exception:
            return {std::nullopt, 0, Dash::solid, Marker::diamond, 10, colour::green, 4};
        case Role::worse_exception:
            return {std::nullopt, 0, Dash::solid, Marker::diamond, 10, colour::red, 4};
        case Role::neutral_exception:
            return {std::nullopt, 0, Dash::solid, Marker::diamond, 10, colour::ink, 4};
        case Role::event:
            return {std::nullopt, 0, Dash::dotted, Marker::none, 0, colour::grey, 0};
        case Role::earlier_year_1:
            return {std::nullopt, 0, Dash::solid, Marker::none, 0, colour::line, 2};
        case Role::earlier_year_2:
            return {std::nullopt, 0, Dash::solid, Marker::none, 0, colour::pale, 1};
        case Role::earlier_year_3:
            return {std::nullopt, 0, Dash::solid, Marker::none, 0, colour::white, 0};
    }
    return {};
}

double contrast(Colour a, Colour b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace panelbook::write
