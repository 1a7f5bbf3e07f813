#include "panelbook/write/check.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <string>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::write {

namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t longest_text = 32767;
constexpr std::size_t longest_heading = 255;
constexpr std::size_t longest_alt_text = 2000;
constexpr std::size_t longest_formula = 8192;

std::string lower(std::string_view text) {
    std::string folded;
    for (const char letter : text) folded += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return folded;
}

class Checker {
public:
    explicit Checker(const report::Report& report) : m_report(report) {}

    void run() {
        m_place = "the report";
        for (const std::string* text :
             {&m_report.title, &m_report.organisation, &m_report.period, &m_report.classification})
            check_text(*text, longest_heading);
        if (m_report.pages.empty()) fail("there is no page to write");
        if (m_report.as_of.is_special()) fail("the as-of date is missing");
        for (const report::Page& page : m_report.pages) check_page(page);
        m_place = "the report";
        for (const report::Item& item : m_report.items) check_item(item);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw WriteError(fmt::format("cannot write {}: {}", m_place, what));
    }

    void check_text(std::string_view text, std::size_t longest = longest_text) const {
        if (!valid_utf8(text)) fail("a text is not valid UTF-8");
        if (text.find('\0') != std::string_view::npos) fail("a text holds a NUL character");
        const std::size_t length = utf16_length(text);
        if (length > longest)
            fail(fmt::format("a text of {} characters is longer than the {} a spreadsheet holds: \"{}...\"", length,
                             longest, start_of(text)));
    }

    static std::string_view start_of(std::string_view text) {
        std::size_t end = std::min<std::size_t>(40, text.size());
        while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return text.substr(0, end);
    }

    void check_id(report::ItemId item) const {
        if (item.index >= m_report.items.size()) fail(fmt::format("there is no item {}", item.index));
        const report::Item& shown = m_report[item];
        if (const auto* number = std::get_if<double>(&shown.value); number != nullptr && !std::isfinite(*number))
            fail("a number is not finite");
        if (const auto* text = std::get_if<std::string>(&shown.value)) check_text(*text);
    }

    void check_item(const report::Item& item) const {
        if (const auto* number = std::get_if<double>(&item.value); number != nullptr && !std::isfinite(*number))
            fail("a number is not finite");
        if (const auto* date = std::get_if<Date>(&item.value);
            date != nullptr && (date->is_special() || date->year() < 1900))
            fail("a date cannot be shown in a spreadsheet");
        if (item.link) check_id(*item.link);
        if (!item.formula) return;
        check_text(item.formula->text, longest_formula);
        for (const report::Reference& reference : item.formula->references) check_reference(reference);
    }

    void check_reference(const report::Reference& reference) const {
        if (const auto* item = std::get_if<report::ItemId>(&reference)) check_id(*item);
        if (const auto* range = std::get_if<report::ItemRange>(&reference)) check_range(*range);
    }

    void check_range(const report::ItemRange& range) const {
        check_id(range.first);
        check_id(range.last);
    }

    void check_page(const report::Page& page) {
        m_place = fmt::format("sheet \"{}\"", page.name);
        check_name(page.name);
        check_text(page.title, longest_heading);
        check_text(page.subtitle);
        for (const report::Block& block : page.blocks)
            std::visit([this](const auto& part) { check_block(part); }, block);
    }

    void check_name(const std::string& name) {
        check_text(name);
        if (name.empty()) fail("a sheet needs a name");
        if (utf16_length(name) > longest_sheet_name)
            fail(fmt::format("its name is longer than {} characters", longest_sheet_name));
        if (name.find_first_of("[]:*?/\\") != std::string::npos) fail("its name holds one of []:*?/\\");
        if (name.front() == '\'' || name.back() == '\'') fail("its name begins or ends with an apostrophe");
        if (lower(name) == "history") fail("a spreadsheet keeps this name for itself");
        if (!m_names.insert(lower(name)).second) fail("its name is used twice");
    }

    void check_block(const report::Paragraphs& paragraphs) {
        check_text(paragraphs.heading);
        for (const report::ItemId item : paragraphs.items) check_id(item);
    }

    void check_block(const report::Table& table) {
        check_text(table.title);
        check_text(table.empty_words);
        if (table.columns.empty()) fail("a table has no column");
        std::set<std::string> headings;
        for (const report::Column& column : table.columns) {
            check_text(column.heading, longest_heading);
            if (table.name.empty()) continue;
            if (column.heading.empty() || column.heading.find('\n') != std::string::npos)
                fail(fmt::format("a column of table {} has no heading of one line", table.name));
            if (!headings.insert(lower(column.heading)).second)
                fail(fmt::format("two columns of table {} are headed \"{}\"", table.name, column.heading));
        }
        if (!table.name.empty()) check_table_name(table.name);
        for (const auto& row : table.rows) {
            if (row.size() != table.columns.size()) fail("a row of a table has another length than its heading");
            for (const report::ItemId item : row) check_id(item);
        }
        for (const auto& [index, status] : table.statuses) {
            if (index >= table.rows.size() * table.columns.size()) fail("a status stands outside its table");
            check_text(status.words);
        }
    }

    void check_table_name(const std::string& name) {
        const bool letters =
            std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
        if (!letters || name.size() < 2 || name.size() > longest_heading)
            fail(fmt::format("the table name \"{}\" is not two letters or more", name));
        if (!m_tables.insert(lower(name)).second) fail(fmt::format("the table name \"{}\" is used twice", name));
    }

    void check_block(const report::TilePage& page) {
        for (const auto& [status, words] : page.key) {
            check_text(status.words);
            check_text(words);
        }
        for (const report::Tile& tile : page.tiles) {
            for (const std::string* text : {&tile.number, &tile.title, &tile.comment}) check_text(*text);
            for (const std::string& text : tile.columns) check_text(text);
            for (const std::string& text : tile.footnotes) check_text(text);
            for (const report::TileLine& line : tile.lines) {
                check_text(line.label);
                check_text(line.marks);
                if (line.status) check_text(line.status->words);
                for (const report::ItemId item : line.figures) check_id(item);
            }
        }
    }

    void check_block(const report::KpiBlock& block) {
        for (const report::Status& icon : block.icons) check_text(icon.words);
        for (const std::string* text : {&block.number, &block.name, &block.status.words, &block.status_caption,
                                        &block.headline_caption, &block.no_chart})
            check_text(*text);
        if (block.headline) check_id(*block.headline);
        for (const auto& [label, item] : block.lines) {
            check_text(label);
            check_id(item);
        }
        for (const report::ItemId item : block.sentences) check_id(item);
        if (block.chart) check_chart(*block.chart);
    }

    void check_block(const report::ExceptionBlock& block) {
        check_block(block.kpi);
        if (block.comparator) check_chart(*block.comparator);
        check_text(block.next_step);
    }

    void check_chart(const report::Chart& chart) const {
        check_text(chart.alt_text, longest_alt_text);
        check_range(chart.categories);
        for (const auto& bound : {chart.axis_minimum, chart.axis_maximum, chart.axis_step})
            if (bound && !std::isfinite(*bound)) fail("the scale of a chart is not finite");
        for (const report::ChartSeries& series : chart.series) {
            check_text(series.name, longest_heading);
            check_text(series.end_label, longest_heading);
            for (const std::string& label : series.point_labels) check_text(label, longest_heading);
            check_range(series.values);
        }
    }

    const report::Report& m_report;
    std::string m_place;
    std::set<std::string> m_names;
    std::set<std::string> m_tables;
};

}  // namespace

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if ((value & 0xC0U) != 0x80U) units += value >= 0xF0 ? 2 : 1;
    }
    return units;
}

void check(const report::Report& report) {
    Checker(report).run();
}

}  // namespace panelbook::write
