#include "panelbook/write/layout.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "canvas.hpp"

namespace panelbook::write {

namespace {

constexpr double title_space = 3.0;
constexpr double subtitle_space = 4.0;
constexpr double head_space = 3.75;
// Paper, in points: the long side of A4 is the short side of A3.
constexpr double a4_short_side = 595.3;
constexpr double a4_long_side = 841.9;
constexpr double a3_long_side = 1190.6;
constexpr double points_per_inch = 72.0;
constexpr double most_overrun = 0.3;     // of a page: more would be too small to read
constexpr double widest_on_a4 = 1200.0;  // points: a wider sheet would be too small to read
constexpr int tile_zoom = 85;            // per cent: three tiles fit across a laptop's screen
constexpr int narrowest_tile = 486;      // pixels
constexpr int widest_tile = 720;
constexpr int tile_step = 9;
constexpr double tile_margin = 0.4;       // inches
constexpr double freeze_at_most = 150.0;  // points of a screen that may stand still

bool is_kpi(const report::Block& block) {
    return std::holds_alternative<report::KpiBlock>(block) || std::holds_alternative<report::ExceptionBlock>(block);
}

const report::TilePage* tiles_of(const report::Page& page) {
    for (const report::Block& block : page.blocks)
        if (const auto* tiles = std::get_if<report::TilePage>(&block)) return tiles;
    return nullptr;
}

std::vector<int> columns_of(const Canvas& canvas, const report::Page& page) {
    if (std::any_of(page.blocks.begin(), page.blocks.end(), is_kpi)) return kpi_columns();
    return table_columns(canvas, page);
}

/// Title, what it is about, whom it is for, and the way back. Returns how many of the rows belong on every printed
/// page.
std::uint32_t place_head(Canvas& canvas, const report::Page& page, bool first_page) {
    canvas.add_line(page.title, Part::title, title_space);
    if (page.internal) {
        const Look look = look_of(Part::not_for_publication);
        canvas.put_text(cells(canvas.add_row(line_height(look) + 3), 0, canvas.last_column()), "Not for publication",
                        look);
    }
    if (!page.subtitle.empty()) canvas.add_line(page.subtitle, Part::subtitle, subtitle_space);
    const std::uint32_t repeated = canvas.next_row();
    if (!first_page) {
        const Look look = look_of(Part::back_link);
        const std::uint32_t row = canvas.add_row(line_height(look));
        canvas.put_text(cells(row, 0, 0), "Back to " + canvas.report().pages.front().name, look).link_page = 0;
    }
    canvas.add_row(head_space);
    return repeated;
}

void place_block(Canvas& canvas, const report::Block& block) {
    if (const auto* paragraphs = std::get_if<report::Paragraphs>(&block)) place_paragraphs(canvas, *paragraphs);
    if (const auto* table = std::get_if<report::Table>(&block)) place_table(canvas, *table);
    if (const auto* tiles = std::get_if<report::TilePage>(&block)) place_tiles(canvas, *tiles);
}

/// A sheet that ends in one table keeps the headings of that table in sight, on screen and on paper.
void keep_headings(Canvas& canvas) {
    if (canvas.sheet.tables.size() != 1) return;
    const std::uint32_t heading = canvas.sheet.tables.front().at.first.row;
    canvas.sheet.print.repeated_rows = {heading, heading};
    if (canvas.height(0, heading + 1) <= freeze_at_most) canvas.sheet.frozen_rows = heading + 1;
}

/// The narrowest tiles whose page is not too high for its width: printed, they are the largest.
SheetLayout lay_out_tiles(const report::Report& report, const report::Page& page, const report::TilePage& tiles,
                          bool first_page) {
    for (int tile_pixels = narrowest_tile;; tile_pixels += tile_step) {
        Canvas canvas(report, page);
        canvas.sheet.columns = tile_columns(tiles, tile_pixels);
        place_head(canvas, page, first_page);
        double spare = 0;
        for (const report::Block& block : page.blocks) {
            if (&block == &page.blocks.front() && std::holds_alternative<report::TilePage>(block))
                spare = place_tiles(canvas, std::get<report::TilePage>(block));
            else
                place_block(canvas, block);
        }
        if (spare < 0 && tile_pixels < widest_tile) continue;
        canvas.sheet.zoom = tile_zoom;
        canvas.sheet.print.one_page = true;
        canvas.sheet.print.margin = canvas.sheet.print.margin_top = tile_margin;
        canvas.sheet.print.landscape = page.landscape;
        canvas.sheet.print.a3 = page.a3;
        return std::move(canvas.sheet);
    }
}

/// Whether the sheet, fitted to the width of its paper, would leave a few rows for a page of their own.
bool runs_over_a_little(const Canvas& canvas) {
    const PrintSetup& print = canvas.sheet.print;
    double across = print.a3 ? a3_long_side : a4_long_side;
    double down = print.a3 ? a4_long_side : a4_short_side;
    if (!print.landscape) std::swap(across, down);
    across -= 2 * print.margin * points_per_inch;
    down -= (print.margin_top + print.margin_bottom) * points_per_inch;
    const double scale = std::min(1.0, across / canvas.width(0, canvas.last_column()));
    const double pages = canvas.height(0, canvas.next_row()) * scale / down;
    return pages > 0.95 && pages <= 1 + most_overrun;
}

SheetLayout lay_out_page(const report::Report& report, const report::Page& page, bool first_page) {
    if (const report::TilePage* tiles = tiles_of(page)) return lay_out_tiles(report, page, *tiles, first_page);
    Canvas canvas(report, page);
    canvas.sheet.columns = columns_of(canvas, page);
    canvas.sheet.print.landscape = page.landscape;
    canvas.sheet.print.a3 = page.a3;
    const std::uint32_t repeated = place_head(canvas, page, first_page);
    const std::span<const report::Block> blocks(page.blocks);
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t end = i;
        while (end < blocks.size() && is_kpi(blocks[end])) ++end;
        if (end > i) {
            place_kpi_pages(canvas, blocks.subspan(i, end - i), repeated);
            i = end;
        } else {
            place_block(canvas, blocks[i++]);
        }
    }
    if (!std::any_of(blocks.begin(), blocks.end(), is_kpi)) {
        keep_headings(canvas);
        if (canvas.width(0, canvas.last_column()) > widest_on_a4) canvas.sheet.print.a3 = true;
        canvas.sheet.print.one_page = runs_over_a_little(canvas);
    }
    return std::move(canvas.sheet);
}

}  // namespace

std::vector<SheetLayout> lay_out(const report::Report& report) {
    std::vector<SheetLayout> sheets;
    for (const report::Page& page : report.pages) sheets.push_back(lay_out_page(report, page, sheets.empty()));
    return sheets;
}

std::vector<std::optional<Address>> addresses_of(const report::Report& report, const std::vector<SheetLayout>& sheets) {
    std::vector<std::optional<Address>> addresses(report.items.size());
    std::vector<bool> in_table(report.items.size(), false);
    const auto stand = [&](report::ItemId item, std::size_t sheet, const Placed& placed) {
        std::optional<Address>& address = addresses[item.index];
        if (address && (in_table[item.index] || !placed.in_table)) return;
        address = Address{sheet, placed.at.first};
        in_table[item.index] = placed.in_table;
    };
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
        for (const Placed& placed : sheets[sheet].placed) {
            if (const auto* item = std::get_if<report::ItemId>(&placed.content)) stand(*item, sheet, placed);
            if (placed.words_of) stand(*placed.words_of, sheet, placed);
            if (const auto* runs = std::get_if<std::vector<Run>>(&placed.content))
                for (const Run& run : *runs)
                    if (run.item) stand(*run.item, sheet, placed);
        }
    }
    return addresses;
}

}  // namespace panelbook::write
