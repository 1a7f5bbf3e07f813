#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "panelbook/core/date.hpp"

/// What the dashboard says: meaning, never colours or addresses. `write` places it and looks roles up in its theme.
namespace panelbook::report {

using ItemValue = std::variant<std::monostate, double, std::string, Date>;

/// An item is named by its place in Report::items; where it stands on a sheet is the writer's affair.
struct ItemId {
    std::uint32_t index = 0;
    auto operator<=>(const ItemId&) const = default;
};

/// The cells from `first` to `last`, both in one column of one table, `first` above.
struct ItemRange {
    ItemId first;
    ItemId last;
};

using Reference = std::variant<ItemId, ItemRange>;

/// A live formula without the leading "=": "IF({1}=0,\"NA\",{0}/{1}-1)"; {n} is references[n]. Its cached value is the
/// item's value, worked out by the engine; the two must agree.
struct Formula {
    std::string text;
    std::vector<Reference> references;
};

/// What an item is for. The theme alone knows what that looks like.
enum class Role {
    label,         ///< the words that say what a figure is
    figure,        ///< the figure that matters: bold
    reference,     ///< a figure it is set against: grey
    cell,          ///< a number or text in a plain table
    muted,         ///< a note in a table: grey, small
    large_figure,  ///< the headline of a KPI block
    large_better,  ///< the same, tested and better
    large_worse,
    sentence,  ///< prose
    comment,   ///< italics under a tile
    footnote,
    not_available,  ///< "NA"
};

/// How a number is shown.
struct NumberStyle {
    enum class Kind {
        general,
        number,            ///< 15,243
        percent_points,    ///< a percentage held as 0 to 100: 88.2 is shown as 88.2%
        points,            ///< a difference of two percentages: 2 is shown as 2 pp
        fraction_percent,  ///< a change held as a fraction: 0.158 is shown as 15.8%
        pounds,            ///< held in pounds
        millions,          ///< held in millions of pounds: 17.92 is shown as £17.92m
        date,
        month,  ///< a date shown as its month: Jun-20
    } kind = Kind::general;
    int decimals = 0;
    bool sign = false;  ///< a plus sign before a positive number
};

struct Item {
    ItemValue value;
    Role role = Role::cell;
    NumberStyle number;
    std::optional<Formula> formula;
    std::optional<ItemId> link;  ///< a click goes to where that item stands
};

/// A status is always shape + word + colour. The arrow follows the figure, the word says better or worse.
struct Status {
    enum class Tone { better, worse, no_change, attention, not_available, none } tone = Tone::none;
    enum class Shape { up, down, dot, diamond, ring, none } shape = Shape::none;
    std::string words;  ///< "Improved", "Worse", "No change", "NA", "Above the upper limit (worse)"
};

struct Column {
    std::string heading;
    double width = 12;    ///< characters
    bool number = false;  ///< right-aligned
};

/// A table with one header row. With a `name` it becomes an Excel table with filters.
struct Table {
    std::string name;   ///< letters only: "Comparisons"; empty: a plain grid
    std::string title;  ///< section heading above it; may be empty
    std::vector<Column> columns;
    std::vector<std::vector<ItemId>> rows;                 ///< one item a column
    std::vector<std::pair<std::size_t, Status>> statuses;  ///< (row * columns + column) -> shown as a status cell
    std::string empty_words;                               ///< what is said where there are no rows
};

struct Paragraphs {
    std::string heading;        ///< may be empty
    std::vector<ItemId> items;  ///< one line or wrapped paragraph each
};

struct TileLine {
    std::optional<Status> status;
    std::string label;
    std::string marks;            ///< footnote marks: "1", "2,3"
    std::vector<ItemId> figures;  ///< one a column of the tile; an assessment has one sentence instead
};

struct Tile {
    std::string number;  ///< "14A"
    std::string title;
    std::vector<std::string> columns;  ///< "YTD", "L. YTD", "% Var"; "Assessment" for sentences
    std::vector<TileLine> lines;
    std::string comment;
    std::vector<std::string> footnotes;  ///< "1 Some of the cohort ..."
};

/// One page of tiles, A3 landscape, three across, equal heights in a row, with the key.
struct TilePage {
    std::vector<std::pair<Status, std::string>> key;  ///< status -> what it means
    std::vector<Tile> tiles;
};

/// A line or a set of points. Its values run row by row beside the chart's categories, over the whole window: an item
/// without a value (and without a formula: a spreadsheet draws an empty text as 0) is a gap. A line breaks only at a
/// gap, so the limits of neighbouring segments stand in different columns and are different series, each empty where
/// the other is drawn; the third segment may use the columns of the first.
struct ChartSeries {
    enum class Role {
        values,
        centre,
        limit,
        point_limit,  ///< a limit of its own for every month: steps, no line
        better_exception,
        worse_exception,
        neutral_exception,
        event,
        earlier_year_1,
        earlier_year_2,
        earlier_year_3
    } role = Role::values;
    std::string name;                       ///< for the alt text and the legend, where there is one
    ItemRange values;                       ///< a column of a table of this report
    std::string end_label;                  ///< written at the last point: "Mean 12,159"; empty: none
    std::vector<std::string> point_labels;  ///< event series: the label of each present point
};

struct Chart {
    enum class Kind { control, comparator } kind = Kind::control;
    std::string alt_text;
    ItemRange categories;  ///< dates (control) or month names (comparator)
    std::vector<ChartSeries> series;
    std::optional<double> axis_minimum;  ///< chosen so that the scale starts where the data live
    std::optional<double> axis_maximum;
    std::optional<double> axis_step;  ///< from label to label; the bounds are multiples of it
    NumberStyle number;
};

/// One KPI: left the class and the change in large type, in the middle the chart, right the words.
struct KpiBlock {
    std::string number;  ///< "3.4.1"
    std::string name;
    Status status;
    std::string status_caption;                         ///< "latest month, June 2020"
    std::vector<Status> icons;                          ///< further standings: variation, and the target
    std::optional<ItemId> headline;                     ///< the change in large type
    std::string headline_caption;                       ///< "against the same quarter of last year"
    std::vector<std::pair<std::string, ItemId>> lines;  ///< "This quarter" -> 22,736; "Last year" -> ...; "Mean" ...
    std::optional<Chart> chart;
    std::string no_chart;           ///< why there is none
    std::vector<ItemId> sentences;  ///< the tool's and then the analyst's
};

/// A KPI block with a second chart below the first: the same quarter in earlier years.
struct ExceptionBlock {
    KpiBlock kpi;
    std::optional<Chart> comparator;
    std::string next_step;
};

using Block = std::variant<Paragraphs, Table, TilePage, KpiBlock, ExceptionBlock>;

struct Page {
    std::string name;  ///< of the sheet: at most 31 characters, none of []:*?/\ and unique
    std::string title;
    std::string subtitle;   ///< "Quarter 1 2014/15: April to June 2014. As known on 29 September 2014."
    bool internal = false;  ///< headed "Not for publication"
    bool landscape = true;
    bool a3 = false;
    std::vector<Block> blocks;
};

/// An item may be shown in several places; a reference or a link to it leads to its place in a table, else to the first
/// place on the pages in their order. An item that a formula, a link or a chart names must be shown somewhere.
struct Report {
    std::string title;
    std::string organisation;
    std::string period;  ///< "Quarter 1 2014/15"
    std::string classification;
    Date as_of;
    std::vector<Item> items;
    std::vector<Page> pages;  ///< in the order of the tabs

    ItemId add(Item item);
    const Item& operator[](ItemId id) const { return items[id.index]; }
    Item& operator[](ItemId id) { return items[id.index]; }
};

}  // namespace panelbook::report
