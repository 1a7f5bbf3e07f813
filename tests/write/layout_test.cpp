#include "panelbook/write/layout.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "support/sample_report.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::write;

const SheetLayout& sheet(const std::vector<SheetLayout>& sheets, const std::string& name) {
    return *std::find_if(sheets.begin(), sheets.end(), [&](const auto& one) { return one.page->name == name; });
}

double height(const SheetLayout& sheet, std::uint32_t first, std::uint32_t end) {
    double points = 0;
    for (std::uint32_t row = first; row < end; ++row) points += sheet.row_heights[row];
    return points;
}

double width(const SheetLayout& sheet) {
    double pixels = 0;
    for (const int column : sheet.columns) pixels += column;
    return pixels * 0.75;
}

/// The rows of the headings of tiles and KPIs.
std::vector<std::uint32_t> bands(const SheetLayout& sheet) {
    std::vector<std::uint32_t> rows;
    for (const Placed& placed : sheet.placed)
        if (placed.look == look_of(Part::band)) rows.push_back(placed.at.first.row);
    return rows;
}

struct Fixture {
    report::Report report = tests::sample_report();
    std::vector<SheetLayout> sheets = lay_out(report);
};

BOOST_AUTO_TEST_SUITE(write)
BOOST_FIXTURE_TEST_SUITE(laid_out, Fixture)

BOOST_AUTO_TEST_CASE(no_two_things_share_a_cell) {
    for (const SheetLayout& one : sheets) {
        std::map<CellRef, std::size_t> taken;
        for (const Placed& placed : one.placed) {
            BOOST_REQUIRE(placed.at.last.row < one.row_heights.size());
            BOOST_REQUIRE(placed.at.last.column < one.columns.size());
            for (std::uint32_t row = placed.at.first.row; row <= placed.at.last.row; ++row)
                for (std::uint32_t column = placed.at.first.column; column <= placed.at.last.column; ++column)
                    ++taken[{row, column}];
        }
        const bool alone = std::all_of(taken.begin(), taken.end(), [](const auto& cell) { return cell.second == 1; });
        BOOST_TEST(alone, one.page->name);
    }
}

BOOST_AUTO_TEST_CASE(the_tile_page_fills_an_a3_sheet) {
    const SheetLayout& tiles = sheet(sheets, "Dashboard");
    BOOST_TEST(tiles.print.a3);
    BOOST_TEST(tiles.print.one_page);
    const double ratio = height(tiles, 0, static_cast<std::uint32_t>(tiles.row_heights.size())) / width(tiles);
    const double paper = (841.9 - 72.0) / (1190.6 - 57.6);
    BOOST_TEST(ratio > 0.95 * paper);
    BOOST_TEST(ratio < 1.04 * paper);
}

BOOST_AUTO_TEST_CASE(tiles_stand_three_across_under_the_same_heads) {
    const std::vector<std::uint32_t> rows = bands(sheet(sheets, "Dashboard"));
    BOOST_REQUIRE_EQUAL(rows.size(), 19U);
    for (std::size_t i = 0; i < rows.size(); ++i) BOOST_TEST(rows[i] == rows[i / 3 * 3]);
}

BOOST_AUTO_TEST_CASE(pages_of_kpis_hold_three_and_split_none) {
    const SheetLayout& crime = sheet(sheets, "3 Crime");
    const std::vector<std::uint32_t> rows = bands(crime);
    BOOST_REQUIRE_EQUAL(rows.size(), 6U);
    BOOST_TEST(crime.print.breaks == (std::vector<std::uint32_t>{rows[3]}), boost::test_tools::per_element());
    BOOST_REQUIRE(crime.print.repeated_rows.has_value());
    const double repeated = height(crime, 0, crime.print.repeated_rows->second + 1);
    const double page = (595.3 - 72 * (crime.print.margin_top + crime.print.margin_bottom)) * 100 / crime.print.scale;
    BOOST_TEST(height(crime, 0, rows[3]) <= page);
    BOOST_TEST(repeated + height(crime, rows[3], static_cast<std::uint32_t>(crime.row_heights.size())) <= page);
    BOOST_TEST(width(crime) * crime.print.scale / 100 <= 841.9 - 2 * 72 * crime.print.margin);
}

BOOST_AUTO_TEST_CASE(charts_stand_clear_of_each_other) {
    for (const SheetLayout& one : sheets) {
        double end = 0;
        for (const PlacedChart& chart : one.charts) {
            const double top = height(one, 0, chart.at.row) + chart.y_offset * 0.75;
            BOOST_TEST(top >= end);
            end = top + chart.height * 0.75;
            BOOST_TEST(chart.height > 60);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_sheet_of_one_table_keeps_its_headings_in_sight) {
    const SheetLayout& data = sheet(sheets, "Q1");
    BOOST_REQUIRE_EQUAL(data.tables.size(), 1U);
    const std::uint32_t heading = data.tables[0].at.first.row;
    BOOST_TEST(data.frozen_rows.value() == heading + 1);
    BOOST_TEST(data.print.repeated_rows->first == heading);
    BOOST_TEST(!sheet(sheets, "Summary").frozen_rows.has_value());
}

BOOST_AUTO_TEST_CASE(a_few_rows_do_not_get_a_page_of_their_own) {
    const auto one_page = [](std::size_t paragraphs) {
        report::Report prose;
        prose.as_of = Date(2020, boost::gregorian::Sep, 29);
        report::Paragraphs block;
        for (std::size_t i = 0; i < paragraphs; ++i)
            block.items.push_back(prose.add({std::string("One line."), report::Role::sentence, {}, {}, {}}));
        report::Page page;
        page.name = "Notes";
        page.blocks = {block};
        prose.pages = {page};
        return lay_out(prose).front().print.one_page;
    };
    BOOST_TEST(!one_page(5));
    BOOST_TEST(one_page(36));
    BOOST_TEST(!one_page(60));
}

BOOST_AUTO_TEST_CASE(a_place_in_a_table_wins) {
    report::Report both;
    both.as_of = Date(2020, boost::gregorian::Sep, 29);
    const report::ItemId item = both.add({5.0, report::Role::cell, {}, {}, {}});
    const report::ItemId nowhere = both.add({6.0, report::Role::cell, {}, {}, {}});
    report::Paragraphs prose;
    prose.items = {item};
    report::Table table;
    table.columns = {{"Count", 10, true}};
    table.rows = {{item}};
    report::Page first;
    first.name = "First";
    first.blocks = {prose};
    report::Page second;
    second.name = "Second";
    second.blocks = {table};
    both.pages = {first, second};
    const auto addresses = addresses_of(both, lay_out(both));
    BOOST_TEST(addresses[item.index].value().sheet == 1U);
    BOOST_TEST(!addresses[nowhere.index].has_value());
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
