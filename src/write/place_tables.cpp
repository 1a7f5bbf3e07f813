#include <algorithm>
#include <cmath>
#include <map>

#include "canvas.hpp"

namespace panelbook::write {

namespace {

constexpr double row_padding = 3.0;
constexpr double heading_padding = 4.5;
constexpr double space_after = 12.0;
constexpr int narrowest_prose = 760;   // pixels: a line of some hundred characters
constexpr double shared_width = 18.0;  // characters
constexpr double filter_button = 14.0;
constexpr int number_indent = 1;  // air before the text of the next column
constexpr double number_margins = 15.0;

int pixels_of(double characters) {
    return static_cast<int>(std::lround(characters * 7.0 + 5.0));
}

/// The longest part of a heading that cannot be broken.
double longest_word(const std::string& text, const Look& look) {
    double longest = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        longest = std::max(longest, text_width(std::string_view(text).substr(begin, end - begin), look));
        begin = end + 1;
    }
    return longest;
}

/// No narrower than a number or a word of the heading.
int least_pixels(const Canvas& canvas, const report::Table& table, std::size_t column) {
    const report::Column& head = table.columns[column];
    double points = longest_word(head.heading, look_of(Part::table_heading)) + number_margins +
                    (table.name.empty() ? 0 : filter_button);
    for (const auto& row : table.rows) {
        if (column < row.size() && canvas.is_number(row[column]))
            points = std::max(
                points, number_margins + text_width(canvas.words_of(row[column]), canvas.look_of_item(row[column])));
    }
    return static_cast<int>(std::ceil(points / points_per_pixel));
}

bool has_rows(const report::Table& table) {
    return !table.rows.empty();
}

Look heading_look(const report::Column& column) {
    Look look = look_of(Part::table_heading);
    if (column.number) {
        look.align = Align::right;
        look.indent = number_indent;
    }
    return look;
}

class TableRows {
public:
    TableRows(Canvas& canvas, const report::Table& table) : m_canvas(canvas), m_table(table) {
        for (const auto& [index, status] : table.statuses) m_statuses[index] = &status;
    }

    void place() {
        place_heading();
        for (std::size_t row = 0; row < m_table.rows.size(); ++row) place_row(row);
    }

private:
    void place_heading() {
        double height = 0;
        for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
            const auto at = static_cast<std::uint32_t>(column);
            const double room = m_canvas.width(at, at) - (m_table.name.empty() ? 0 : filter_button);
            const report::Column& head = m_table.columns[column];
            height = std::max(height, text_height(head.heading, heading_look(head), room));
        }
        const std::uint32_t row = m_canvas.add_row(height + heading_padding);
        for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
            const auto at = static_cast<std::uint32_t>(column);
            const report::Column& head = m_table.columns[column];
            m_canvas.put_text(cells(row, at, at), head.heading, heading_look(head)).in_table = true;
        }
    }

    Look cell_look(report::ItemId item, std::size_t column) const {
        Look look = m_canvas.look_of_item(item);
        look.vertical = Vertical::top;
        look.bottom = Edge::hairline;
        const bool number = m_canvas.is_number(item);
        look.align = number || m_table.columns[column].number ? Align::right : Align::left;
        look.wrap = !number;
        if (look.align == Align::right) look.indent = number_indent;
        return look;
    }

    void place_row(std::size_t row) {
        const std::vector<report::ItemId>& items = m_table.rows[row];
        double height = 0;
        const std::uint32_t at_row = m_canvas.next_row();
        for (std::size_t column = 0; column < items.size() && column < m_table.columns.size(); ++column) {
            const auto at = static_cast<std::uint32_t>(column);
            const auto status = m_statuses.find(row * m_table.columns.size() + column);
            Look look = cell_look(items[column], column);
            std::string words = m_canvas.words_of(items[column]);
            Placed* placed = nullptr;
            if (status != m_statuses.end()) {
                words = status_text(*status->second);
                look = look_of(status->second->tone);
                look.bottom = Edge::hairline;
                placed = &m_canvas.put_text(cells(at_row, at, at), words, look);
                placed->words_of = items[column];
                placed->link = m_canvas.link_of(items[column], placed->at, look);
            } else {
                placed = &m_canvas.put_item(cells(at_row, at, at), items[column], look);
            }
            placed->in_table = true;
            height = std::max(height, text_height(m_canvas, words, look, at, at));
        }
        m_canvas.add_row(height + row_padding);
    }

    Canvas& m_canvas;
    const report::Table& m_table;
    std::map<std::size_t, const report::Status*> m_statuses;
};

}  // namespace

std::vector<int> table_columns(const Canvas& canvas, const report::Page& page) {
    std::vector<int> columns;
    bool prose = false;
    const report::Table* longest = nullptr;
    for (const report::Block& block : page.blocks) {
        const auto* table = std::get_if<report::Table>(&block);
        prose = prose || table == nullptr || !has_rows(*table);
        if (table != nullptr && (longest == nullptr || table->rows.size() > longest->rows.size())) longest = table;
    }
    for (const report::Block& block : page.blocks) {
        const auto* table = std::get_if<report::Table>(&block);
        if (table == nullptr) continue;
        if (columns.size() < table->columns.size()) columns.resize(table->columns.size(), 0);
        for (std::size_t i = 0; i < table->columns.size(); ++i) {
            // Tables of one sheet share its columns: the longest has the widths it asks for, the others wrap.
            double asked = table->columns[i].width;
            if (table != longest && i < longest->columns.size()) asked = std::min(asked, shared_width);
            columns[i] = std::max({columns[i], pixels_of(asked), least_pixels(canvas, *table, i)});
        }
    }
    int total = 0;
    for (const int width : columns) total += width;
    if (columns.empty() || (prose && total < narrowest_prose)) columns.push_back(narrowest_prose - total);
    return columns;
}

void place_table(Canvas& canvas, const report::Table& table) {
    if (!table.title.empty()) canvas.add_line(table.title, Part::section, 3);
    if (!has_rows(table)) {
        canvas.add_wrapped(table.empty_words, look_of(report::Role::sentence), 0, canvas.last_column());
        canvas.add_row(space_after);
        return;
    }
    while (canvas.sheet.columns.size() < table.columns.size())
        canvas.sheet.columns.push_back(pixels_of(table.columns[canvas.sheet.columns.size()].width));
    const std::uint32_t heading = canvas.next_row();
    TableRows(canvas, table).place();
    if (!table.name.empty()) {
        PlacedTable placed;
        placed.at = {{heading, 0}, {canvas.next_row() - 1, static_cast<std::uint32_t>(table.columns.size()) - 1}};
        placed.name = table.name;
        for (const report::Column& column : table.columns)
            placed.headings.emplace_back(column.heading, heading_look(column));
        canvas.sheet.tables.push_back(std::move(placed));
    }
    canvas.add_row(space_after);
}

void place_paragraphs(Canvas& canvas, const report::Paragraphs& paragraphs) {
    if (!paragraphs.heading.empty()) canvas.add_line(paragraphs.heading, Part::section, 3);
    // Prose is easier to read in lines of a hundred characters than across a wide page.
    std::uint32_t last = 0;
    while (last < canvas.last_column() && canvas.width(0, last) < narrowest_prose * points_per_pixel) ++last;
    for (const report::ItemId item : paragraphs.items) {
        Look look = canvas.look_of_item(item);
        look.wrap = true;
        look.vertical = Vertical::top;
        const auto link = canvas.link_of(item, cells(0, 0, last), look);
        if (link) {
            look.colour = look_of(Part::back_link).colour;
            look.underline = true;
        }
        Placed& placed = canvas.add_wrapped(canvas.words_of(item), look, 0, last);
        if (canvas.is_number(item)) placed.look.number_format = number_format(canvas.style_of(item));
        placed.content = item;
        placed.link = link;
    }
    canvas.add_row(space_after);
}

}  // namespace panelbook::write
