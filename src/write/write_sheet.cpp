#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/write/check.hpp"

#include "lxw.hpp"

namespace panelbook::write {

namespace {

constexpr std::size_t longest_text = 32767;
constexpr std::size_t longest_footer = 255;
constexpr std::uint8_t a3_paper = 8;
constexpr std::uint8_t a4_paper = 9;

class SheetWriter {
public:
    SheetWriter(Book& book, std::size_t index, lxw_worksheet* worksheet)
        : m_book(book), m_index(index), m_layout(book.sheet(index)), m_worksheet(worksheet) {}

    void write() {
        set_size();
        set_print();
        for (const Placed& placed : m_layout.placed) write_placed(placed);
        for (const PlacedTable& table : m_layout.tables) write_table(table);
        for (const PlacedChart& chart : m_layout.charts) write_chart(m_book, chart, m_index, m_worksheet);
    }

private:
    void require(lxw_error result, std::string_view doing) const { m_book.require(result, m_index, doing); }

    [[noreturn]] void fail(const std::string& what) const {
        throw WriteError(fmt::format("cannot write sheet \"{}\": {}", m_layout.page->name, what));
    }

    void set_size() {
        for (std::size_t column = 0; column < m_layout.columns.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            require(worksheet_set_column_pixels(m_worksheet, at, at,
                                                static_cast<std::uint32_t>(m_layout.columns[column]), nullptr),
                    "setting a column width");
        }
        for (std::size_t row = 0; row < m_layout.row_heights.size(); ++row)
            require(worksheet_set_row(m_worksheet, static_cast<lxw_row_t>(row), m_layout.row_heights[row], nullptr),
                    "setting a row height");
        worksheet_set_zoom(m_worksheet, static_cast<std::uint16_t>(m_layout.zoom));
        worksheet_gridlines(m_worksheet, LXW_HIDE_ALL_GRIDLINES);
        worksheet_set_selection(m_worksheet, 0, 0, 0, 0);
        if (m_layout.frozen_rows) worksheet_freeze_panes(m_worksheet, *m_layout.frozen_rows, 0);
    }

    void set_print() {
        const PrintSetup& print = m_layout.print;
        if (print.landscape) worksheet_set_landscape(m_worksheet);
        worksheet_set_paper(m_worksheet, print.a3 ? a3_paper : a4_paper);
        worksheet_set_margins(m_worksheet, print.margin, print.margin, print.margin_top, print.margin_bottom);
        if (print.scale > 0)
            worksheet_set_print_scale(m_worksheet, static_cast<std::uint16_t>(print.scale));
        else
            worksheet_fit_to_pages(m_worksheet, 1, print.one_page ? 1 : 0);
        worksheet_center_horizontally(m_worksheet);
        if (!m_layout.row_heights.empty())
            require(worksheet_print_area(m_worksheet, 0, 0, static_cast<lxw_row_t>(m_layout.row_heights.size() - 1),
                                         static_cast<lxw_col_t>(m_layout.columns.size() - 1)),
                    "setting the print area");
        if (print.repeated_rows)
            require(worksheet_repeat_rows(m_worksheet, print.repeated_rows->first, print.repeated_rows->second),
                    "setting the rows to repeat");
        if (!print.breaks.empty()) {
            std::vector<lxw_row_t> breaks(print.breaks.begin(), print.breaks.end());
            breaks.push_back(0);
            require(worksheet_set_h_pagebreaks(m_worksheet, breaks.data()), "setting page breaks");
        }
        set_footer();
    }

    static std::string footer_text(std::string_view text) {
        std::string safe;
        for (const char letter : text) {
            safe += letter == '\n' ? ' ' : letter;
            if (letter == '&') safe += letter;
        }
        return safe;
    }

    void set_footer() {
        const report::Report& report = m_book.report();
        const std::string font = fmt::format("&\"{},Regular\"&8&K{:06X}", font_name, colour::grey);
        std::string marking = footer_text(report.classification);
        if (m_layout.page->internal) marking += marking.empty() ? "Not for publication" : ". Not for publication";
        const std::string left = footer_text(report.title) + ", " + footer_text(report.period);
        // The size of the font would swallow a digit that follows it.
        const std::string footer = fmt::format("&L{0} {1}&C{0} {2}&R{0} Page &P of &N", font, left, marking);
        if (utf16_length(footer) >= longest_footer)
            fail("its footer is too long: shorten the title or the classification");
        const double margin = 0.3;
        lxw_header_footer_options options{};
        options.margin = margin;
        require(worksheet_set_footer_opt(m_worksheet, footer.c_str(), &options), "setting the footer");
    }

    std::string text_of(std::string_view text) const {
        std::string safe = cell_text(text);
        if (utf16_length(safe) > longest_text) fail("a text is longer than a cell holds");
        return safe;
    }

    void write_placed(const Placed& placed) {
        lxw_format* format = m_book.format(placed.look);
        const CellRange& at = placed.at;
        const auto column = static_cast<lxw_col_t>(at.first.column);
        if (at.first != at.last)
            require(worksheet_merge_range(m_worksheet, at.first.row, column, at.last.row,
                                          static_cast<lxw_col_t>(at.last.column), nullptr, format),
                    "merging cells");
        write_link(placed, format);
        if (const auto* text = std::get_if<std::string>(&placed.content))
            write_text(at.first, *text, format);
        else if (const auto* runs = std::get_if<std::vector<Run>>(&placed.content))
            write_runs(at.first, *runs, format);
        else if (const auto* item = std::get_if<report::ItemId>(&placed.content))
            write_item(at.first, m_book.report()[*item], format);
        else
            require(worksheet_write_blank(m_worksheet, at.first.row, column, format), "writing an empty cell");
    }

    /// The link first: what is then written to the cell keeps it.
    void write_link(const Placed& placed, lxw_format* format) {
        std::string target;
        if (placed.link_page)
            target = quoted_sheet(m_book.sheet(*placed.link_page).page->name) + "!A1";
        else if (placed.link) {
            const Address to = m_book.address(*placed.link, "a link");
            target = quoted_sheet(m_book.sheet(to.sheet).page->name) + "!" + to_a1(to.cell);
        } else {
            return;
        }
        require(worksheet_write_url(m_worksheet, placed.at.first.row, static_cast<lxw_col_t>(placed.at.first.column),
                                    ("internal:" + target).c_str(), format),
                "writing a link");
    }

    void write_text(CellRef at, const std::string& text, lxw_format* format) {
        const auto column = static_cast<lxw_col_t>(at.column);
        if (text.empty())
            require(worksheet_write_blank(m_worksheet, at.row, column, format), "writing an empty cell");
        else
            require(worksheet_write_string(m_worksheet, at.row, column, text_of(text).c_str(), format), "writing text");
    }

    void write_runs(CellRef at, const std::vector<Run>& runs, lxw_format* format) {
        std::vector<std::pair<lxw_format*, std::string>> parts;
        std::string whole;
        for (const Run& run : runs) {
            whole += run.text;
            if (!run.text.empty()) parts.emplace_back(m_book.run_format(run.look), cell_text(run.text));
        }
        if (utf16_length(cell_text(whole)) > longest_text) fail("a text is longer than a cell holds");
        if (parts.size() < 2) {
            write_text(at, whole, format);
            return;
        }
        std::vector<lxw_rich_string_tuple> tuples;
        tuples.reserve(parts.size());
        for (auto& [run_format, text] : parts) tuples.push_back({run_format, text.data()});
        std::vector<lxw_rich_string_tuple*> pointers;
        for (lxw_rich_string_tuple& tuple : tuples) pointers.push_back(&tuple);
        pointers.push_back(nullptr);
        require(worksheet_write_rich_string(m_worksheet, at.row, static_cast<lxw_col_t>(at.column), pointers.data(),
                                            format),
                "writing text");
    }

    void write_item(CellRef at, const report::Item& item, lxw_format* format) {
        if (item.formula) {
            write_formula(at, item, format);
            return;
        }
        const auto column = static_cast<lxw_col_t>(at.column);
        if (const auto* text = std::get_if<std::string>(&item.value))
            write_text(at, *text, format);
        else if (const auto* number = std::get_if<double>(&item.value))
            require(worksheet_write_number(m_worksheet, at.row, column, *number, format), "writing a number");
        else if (const auto* date = std::get_if<Date>(&item.value))
            require(worksheet_write_number(m_worksheet, at.row, column, serial_day(*date), format), "writing a date");
        else
            require(worksheet_write_blank(m_worksheet, at.row, column, format), "writing an empty cell");
    }

    void write_formula(CellRef at, const report::Item& item, lxw_format* format) {
        const std::string formula = "=" + formula_text(*item.formula);
        const auto column = static_cast<lxw_col_t>(at.column);
        lxw_error result = LXW_NO_ERROR;
        if (const auto* number = std::get_if<double>(&item.value))
            result = worksheet_write_formula_num(m_worksheet, at.row, column, formula.c_str(), format, *number);
        else if (const auto* date = std::get_if<Date>(&item.value))
            result =
                worksheet_write_formula_num(m_worksheet, at.row, column, formula.c_str(), format, serial_day(*date));
        else {
            const auto* text = std::get_if<std::string>(&item.value);
            const std::string cached = text_of(text != nullptr ? *text : "");
            result = worksheet_write_formula_str(m_worksheet, at.row, column, formula.c_str(), format, cached.c_str());
        }
        require(result, "writing a formula");
    }

    /// The formula with every {n} turned into the address of the n-th reference.
    std::string formula_text(const report::Formula& formula) const {
        std::string text;
        for (std::size_t i = 0; i < formula.text.size(); ++i) {
            std::size_t end = i + 1;
            while (end < formula.text.size() && std::isdigit(static_cast<unsigned char>(formula.text[end])) != 0) ++end;
            const bool named =
                formula.text[i] == '{' && end > i + 1 && end < formula.text.size() && formula.text[end] == '}';
            if (!named) {
                text += formula.text[i];
                continue;
            }
            const std::size_t index = std::stoul(formula.text.substr(i + 1, end - i - 1));
            if (index >= formula.references.size())
                fail(fmt::format("the formula {} names a reference it has not", formula.text));
            text += m_book.reference(formula.references[index], m_index);
            i = end;
        }
        return text;
    }

    void write_table(const PlacedTable& table) {
        std::vector<std::string> headings;
        for (const auto& [heading, look] : table.headings) headings.push_back(cell_text(heading));
        std::vector<lxw_table_column> columns(headings.size());
        std::vector<lxw_table_column*> pointers;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            columns[i].header = headings[i].data();
            // libxlsxwriter writes the headings again: as they were placed.
            columns[i].header_format = m_book.format(table.headings[i].second);
            pointers.push_back(&columns[i]);
        }
        pointers.push_back(nullptr);
        std::string name = table.name;
        lxw_table_options options{};
        options.name = name.data();
        options.columns = pointers.data();
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = 0;
        options.no_banded_rows = LXW_TRUE;
        require(worksheet_add_table(m_worksheet, table.at.first.row, static_cast<lxw_col_t>(table.at.first.column),
                                    table.at.last.row, static_cast<lxw_col_t>(table.at.last.column), &options),
                "adding the table " + table.name);
    }

    Book& m_book;
    std::size_t m_index;
    const SheetLayout& m_layout;
    lxw_worksheet* m_worksheet;
};

}  // namespace

void write_sheet(Book& book, std::size_t index, lxw_worksheet* worksheet) {
    SheetWriter(book, index, worksheet).write();
}

}  // namespace panelbook::write
