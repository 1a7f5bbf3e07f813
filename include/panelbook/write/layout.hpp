#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/report/model.hpp"
#include "panelbook/write/theme.hpp"

/// Where everything stands: pages as sheets, still without a file.
namespace panelbook::write {

/// A piece of a text that looks different from its neighbours.
struct Run {
    std::string text;
    Look look;
    std::optional<report::ItemId> item;  ///< the item these words are
};

/// One cell, or a rectangle of cells merged to one.
struct Placed {
    CellRange at;
    std::variant<std::monostate, std::string, std::vector<Run>, report::ItemId> content;
    Look look;
    std::optional<report::ItemId> link;      ///< a click goes to where that item stands
    std::optional<std::size_t> link_page;    ///< a click goes to the first cell of that page
    std::optional<report::ItemId> words_of;  ///< the text is what is shown of this item
    bool in_table = false;
};

struct PlacedChart {
    CellRef at;
    double x_offset = 0;  ///< pixels from the top left corner of `at`
    double y_offset = 0;
    double width = 0;  ///< pixels
    double height = 0;
    const report::Chart* chart = nullptr;
};

/// An Excel table; its headings and cells are placed like any other.
struct PlacedTable {
    CellRange at;
    std::string name;
    std::vector<std::pair<std::string, Look>> headings;
};

struct PrintSetup {
    bool landscape = true;
    bool a3 = false;
    double margin = 0.5;         ///< left and right, inches
    double margin_top = 0.5;     ///< inches
    double margin_bottom = 0.6;  ///< inches
    int scale = 0;               ///< per cent; 0: fitted to one page across
    bool one_page = false;       ///< fitted to one page down, too
    std::optional<std::pair<std::uint32_t, std::uint32_t>> repeated_rows;
    std::vector<std::uint32_t> breaks;  ///< a page begins at this row
};

struct SheetLayout {
    const report::Page* page = nullptr;
    std::vector<int> columns;         ///< widths in pixels
    std::vector<double> row_heights;  ///< points
    std::vector<Placed> placed;
    std::vector<PlacedChart> charts;
    std::vector<PlacedTable> tables;
    std::optional<std::uint32_t> frozen_rows;
    int zoom = 100;  ///< per cent, on screen
    PrintSetup print;
};

/// One sheet a page, in the order of the pages. The report must outlive the layout.
std::vector<SheetLayout> lay_out(const report::Report& report);

/// The place of an item: a sheet of the layout, and a cell.
struct Address {
    std::size_t sheet = 0;
    CellRef cell;
};

/// Where the items stand: nothing for an item that is shown nowhere. A place in a table wins, else the first place.
std::vector<std::optional<Address>> addresses_of(const report::Report& report, const std::vector<SheetLayout>& sheets);

}  // namespace panelbook::write
