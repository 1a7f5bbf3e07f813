#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/write/layout.hpp"
#include "panelbook/write/text_metrics.hpp"

namespace panelbook::write {

/// A sheet that is being laid out from top to bottom.
class Canvas {
public:
    Canvas(const report::Report& report, const report::Page& page) : m_report(report) { sheet.page = &page; }

    SheetLayout sheet;

    const report::Report& report() const { return m_report; }
    std::uint32_t next_row() const { return static_cast<std::uint32_t>(sheet.row_heights.size()); }
    std::uint32_t last_column() const { return static_cast<std::uint32_t>(sheet.columns.size()) - 1; }
    /// Adds a row of this height in points and returns its index. No row is higher than a spreadsheet allows.
    std::uint32_t add_row(double height);
    /// The width in points of the columns from `first` to `last`.
    double width(std::uint32_t first, std::uint32_t last) const;
    /// The height in points of the rows from `first` to before `end`.
    double height(std::uint32_t first, std::uint32_t end) const;

    Placed& put(CellRange at, Look look);
    Placed& put_text(CellRange at, std::string text, Look look);
    /// The item as its role looks, with its number format. Numbers to the right, unless `look` says otherwise.
    Placed& put_item(CellRange at, report::ItemId item);
    Placed& put_item(CellRange at, report::ItemId item, Look look);
    Placed& put_status(CellRange at, const report::Status& status);

    /// One line of text in a row of its own: it may run over empty cells to its right, and is merged and wrapped over
    /// the columns if they are narrower than it.
    Placed& add_line(std::string text, Part part, double space_below = 0);
    /// Text or an item wrapped over the columns from `first` to `last`, in as many rows as it needs.
    Placed& add_wrapped(std::string_view words, Look look, std::uint32_t first, std::uint32_t last);

    /// What the item shows, to judge its size.
    std::string words_of(report::ItemId item) const;
    Look look_of_item(report::ItemId item) const;
    bool is_number(report::ItemId item) const;
    /// How the item is shown: a date is a date, whatever else its style says.
    report::NumberStyle style_of(report::ItemId item) const;

    /// Where a click on the item leads, if its words stand on one line: LibreOffice does not wrap words with a link.
    std::optional<report::ItemId> link_of(report::ItemId item, CellRange at, const Look& look) const;

private:
    const report::Report& m_report;
};

/// "3.1   All crime"; the name alone where there is no number.
std::string numbered(const std::string& number, const std::string& name);

/// The height that text needs over the columns from `first` to `last`.
double text_height(const Canvas& canvas, std::string_view text, const Look& look, std::uint32_t first,
                   std::uint32_t last);

inline CellRange cells(std::uint32_t row, std::uint32_t first_column, std::uint32_t last_column) {
    return {{row, first_column}, {row, last_column}};
}

/// Returns the height in points that is left of the page after the rows were stretched to fill it; negative if the
/// tiles are too high for their width.
double place_tiles(Canvas& canvas, const report::TilePage& tiles);
std::vector<int> tile_columns(const report::TilePage& tiles, int tile_pixels);

std::vector<int> kpi_columns();
/// The least height in points of what stands under the heading of a KPI or an exception.
double least_body(const Canvas& canvas, const report::Block& block);
/// The height of a block without its body.
double kpi_frame_height();
void place_kpi_block(Canvas& canvas, const report::Block& block, double body);
/// Places KPIs and exceptions so that they fill printed pages and none is split; the first rows of the sheet are
/// repeated on every page.
void place_kpi_pages(Canvas& canvas, std::span<const report::Block> blocks, std::uint32_t repeated_rows);

void place_table(Canvas& canvas, const report::Table& table);
/// Widths for the tables of a page, wide enough for their numbers.
std::vector<int> table_columns(const Canvas& canvas, const report::Page& page);
void place_paragraphs(Canvas& canvas, const report::Paragraphs& paragraphs);

}  // namespace panelbook::write
