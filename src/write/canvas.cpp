#include "canvas.hpp"

#include <algorithm>
#include <utility>

#include "panelbook/core/date.hpp"

namespace panelbook::write {

namespace {
constexpr double highest_row = 409.0;
}

std::uint32_t Canvas::add_row(double height) {
    sheet.row_heights.push_back(std::min(height, highest_row));
    return next_row() - 1;
}

double Canvas::width(std::uint32_t first, std::uint32_t last) const {
    int pixels = 0;
    for (std::uint32_t column = first; column <= last; ++column) pixels += sheet.columns[column];
    return pixels * points_per_pixel;
}

double Canvas::height(std::uint32_t first, std::uint32_t end) const {
    double points = 0;
    for (std::uint32_t row = first; row < end; ++row) points += sheet.row_heights[row];
    return points;
}

Placed& Canvas::put(CellRange at, Look look) {
    Placed placed;
    placed.at = at;
    placed.look = std::move(look);
    sheet.placed.push_back(std::move(placed));
    return sheet.placed.back();
}

Placed& Canvas::put_text(CellRange at, std::string text, Look look) {
    Placed& placed = put(at, std::move(look));
    placed.content = std::move(text);
    return placed;
}

Placed& Canvas::put_item(CellRange at, report::ItemId item) {
    Look look = look_of_item(item);
    if (is_number(item)) look.align = Align::right;
    return put_item(at, item, std::move(look));
}

Placed& Canvas::put_item(CellRange at, report::ItemId item, Look look) {
    if (is_number(item)) look.number_format = number_format(style_of(item));
    Placed& placed = put(at, std::move(look));
    placed.content = item;
    placed.link = link_of(item, at, placed.look);
    return placed;
}

Placed& Canvas::put_status(CellRange at, const report::Status& status) {
    return put_text(at, status_text(status), look_of(status.tone));
}

Placed& Canvas::add_line(std::string text, Part part, double space_below) {
    Look look = look_of(part);
    if (text_width(text, look) > width(0, last_column())) {
        look.wrap = true;
        return add_wrapped(text, look, 0, last_column());
    }
    const std::uint32_t row = add_row(line_height(look) + space_below);
    look.vertical = Vertical::top;
    return put_text(cells(row, 0, 0), std::move(text), look);
}

Placed& Canvas::add_wrapped(std::string_view words, Look look, std::uint32_t first, std::uint32_t last) {
    const double needed = text_height(*this, words, look, first, last) + 3;
    const std::uint32_t top = next_row();
    double left = needed;
    do {
        add_row(left);
        left -= highest_row;
    } while (left > 0);
    return put_text({{top, first}, {next_row() - 1, last}}, std::string(words), std::move(look));
}

std::string Canvas::words_of(report::ItemId item) const {
    const report::Item& shown = m_report[item];
    if (const auto* text = std::get_if<std::string>(&shown.value)) return *text;
    if (const auto* number = std::get_if<double>(&shown.value)) return number_text(*number, shown.number);
    if (std::holds_alternative<Date>(shown.value)) return number_text(0, style_of(item));
    return {};
}

report::NumberStyle Canvas::style_of(report::ItemId item) const {
    const report::Item& shown = m_report[item];
    report::NumberStyle style = shown.number;
    if (std::holds_alternative<Date>(shown.value) && style.kind != report::NumberStyle::Kind::month)
        style.kind = report::NumberStyle::Kind::date;
    return style;
}

Look Canvas::look_of_item(report::ItemId item) const {
    return look_of(m_report[item].role);
}

bool Canvas::is_number(report::ItemId item) const {
    const report::ItemValue& value = m_report[item].value;
    return std::holds_alternative<double>(value) || std::holds_alternative<Date>(value);
}

std::optional<report::ItemId> Canvas::link_of(report::ItemId item, CellRange at, const Look& look) const {
    if (is_number(item)) return m_report[item].link;
    const bool one_line =
        text_height(*this, words_of(item), look, at.first.column, at.last.column) <= line_height(look);
    return one_line ? m_report[item].link : std::nullopt;
}

std::string numbered(const std::string& number, const std::string& name) {
    return number.empty() ? name : number + "   " + name;
}

double text_height(const Canvas& canvas, std::string_view text, const Look& look, std::uint32_t first,
                   std::uint32_t last) {
    return text_height(text, look, canvas.width(first, last));
}

}  // namespace panelbook::write
