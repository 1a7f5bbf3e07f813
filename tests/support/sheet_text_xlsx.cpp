#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <tuple>
#include <xlsxwriter.h>

#include "support/sheet_text.hpp"
#include "support/zip_parts.hpp"

namespace panelbook::tests {
namespace {

constexpr double days_from_1900_to_1904_epoch = 1462;
constexpr lxw_color_t heading_colour = 0x1F4E79;
constexpr time_t created_on = 1404172800;  // 2014-07-01, the same in every file

lxw_col_t column_of(std::uint32_t column) {
    return static_cast<lxw_col_t>(column);
}

struct Book {
    explicit Book(const std::filesystem::path& path, bool constant_memory) {
        lxw_workbook_options options{};
        options.constant_memory = constant_memory ? 1 : 0;
        m_book = workbook_new_opt(path.c_str(), &options);
        if (m_book == nullptr) throw std::runtime_error("cannot write " + path.string());
        lxw_doc_properties properties{};
        properties.created = created_on;
        workbook_set_properties(m_book, &properties);
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book() {
        if (m_book != nullptr) workbook_close(m_book);
    }
    void close() {
        const lxw_error error = workbook_close(m_book);
        m_book = nullptr;
        if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
    }
    lxw_workbook* get() const { return m_book; }

private:
    lxw_workbook* m_book = nullptr;
};

/// How a cell is dressed; one format of the workbook for each combination.
struct Dress {
    std::string number_format;
    bool bold = false;
    bool wrapped = false;
    int style = -1;  ///< TextStyle::Kind, or -1
    auto operator<=>(const Dress&) const = default;
};

class SheetWriter {
public:
    SheetWriter(const TextWorkbook& text, lxw_workbook* book) : m_text(text), m_book(book) {}

    void write(const TextSheet& sheet) {
        lxw_worksheet* target = workbook_add_worksheet(m_book, sheet.name.c_str());
        if (target == nullptr) throw std::runtime_error("'" + sheet.name + "' cannot name a sheet");
        set_columns(sheet, target);
        write_cells(sheet, target);
        for (const CellRange& range : sheet.merged) merge(sheet, range, target);
        for (const std::uint32_t row : sheet.hidden_rows) hide_row(target, row);
        if (sheet.hidden) worksheet_hide(target);
    }

private:
    static void set_columns(const TextSheet& sheet, lxw_worksheet* target) {
        const auto& hidden = sheet.hidden_columns;
        std::uint32_t count = static_cast<std::uint32_t>(sheet.widths.size());
        for (const std::uint32_t column : hidden) count = std::max(count, column + 1);
        for (std::uint32_t column = 0; column < count; ++column) {
            lxw_row_col_options options{};
            options.hidden = std::find(hidden.begin(), hidden.end(), column) != hidden.end() ? 1 : 0;
            const double width = column < sheet.widths.size() ? sheet.widths[column] : LXW_DEF_COL_WIDTH;
            worksheet_set_column_opt(target, column_of(column), column_of(column), width, nullptr, &options);
        }
    }

    static void hide_row(lxw_worksheet* target, std::uint32_t row) {
        lxw_row_col_options options{};
        options.hidden = 1;
        worksheet_set_row_opt(target, row, LXW_DEF_ROW_HEIGHT, nullptr, &options);
    }

    /// Cells in order of row and column, with the dressed but empty ones between them.
    void write_cells(const TextSheet& sheet, lxw_worksheet* target) {
        std::map<CellRef, const TextCell*> places;
        for (const TextStyle& style : sheet.styles)
            for (std::uint32_t row = style.range.first.row; row <= style.range.last.row; ++row)
                for (std::uint32_t column = style.range.first.column; column <= style.range.last.column; ++column)
                    places[{row, column}] = nullptr;
        for (const TextCell& cell : sheet.cells) places[cell.at] = &cell;
        for (const auto& [at, cell] : places) {
            lxw_format* format = format_at(sheet, at, cell);
            if (cell == nullptr)
                worksheet_write_blank(target, at.row, column_of(at.column), format);
            else
                write_cell(*cell, target, format);
        }
    }

    void write_cell(const TextCell& cell, lxw_worksheet* target, lxw_format* format) const {
        const lxw_row_t row = cell.at.row;
        const lxw_col_t column = column_of(cell.at.column);
        const std::string formula = "=" + cell.formula;
        if (const auto* number = std::get_if<double>(&cell.value)) {
            const bool dated = cell.shown == TextCell::Shown::day || cell.shown == TextCell::Shown::month;
            const double value = *number - (dated && m_text.epoch_1904 ? days_from_1900_to_1904_epoch : 0);
            if (cell.formula.empty())
                worksheet_write_number(target, row, column, value, format);
            else
                worksheet_write_formula_num(target, row, column, formula.c_str(), format, value);
        } else if (const auto* flag = std::get_if<bool>(&cell.value)) {
            if (cell.formula.empty())
                worksheet_write_boolean(target, row, column, *flag ? 1 : 0, format);
            else
                worksheet_write_formula_str(target, row, column, formula.c_str(), format, *flag ? "TRUE" : "FALSE");
        } else if (const auto* error = std::get_if<CellError>(&cell.value)) {
            // A constant error gets the formula of the error itself; the finishing pass marks both as errors.
            const std::string text = cell.formula.empty() ? "=" + error->code : formula;
            worksheet_write_formula_str(target, row, column, text.c_str(), format, error->code.c_str());
        } else {
            const auto& text = std::get<std::string>(cell.value);
            if (cell.formula.empty())
                worksheet_write_string(target, row, column, text.c_str(), format);
            else
                worksheet_write_formula_str(target, row, column, formula.c_str(), format, text.c_str());
        }
    }

    void merge(const TextSheet& sheet, const CellRange& range, lxw_worksheet* target) {
        const auto first = std::find_if(sheet.cells.begin(), sheet.cells.end(),
                                        [&](const TextCell& cell) { return cell.at == range.first; });
        const TextCell* cell = first == sheet.cells.end() ? nullptr : &*first;
        lxw_format* format = format_at(sheet, range.first, cell);
        worksheet_merge_range(target, range.first.row, column_of(range.first.column), range.last.row,
                              column_of(range.last.column), "", format);
        if (cell != nullptr) write_cell(*cell, target, format);
    }

    lxw_format* format_at(const TextSheet& sheet, CellRef at, const TextCell* cell) {
        Dress dress;
        for (const TextStyle& style : sheet.styles)
            if (style.range.contains(at)) dress.style = static_cast<int>(style.kind);
        if (cell != nullptr) {
            dress.bold = cell->bold;
            dress.number_format = number_format(sheet, *cell);
            const auto* text = std::get_if<std::string>(&cell->value);
            dress.wrapped = text != nullptr && text->find('\n') != std::string::npos;
        }
        return dress == Dress{} ? nullptr : format_of(dress);
    }

    static std::string number_format(const TextSheet& sheet, const TextCell& cell) {
        if (!std::holds_alternative<double>(cell.value)) return {};
        switch (cell.shown) {
            case TextCell::Shown::percent:
                return cell.decimals == 0 ? "0%"
                                          : "0." + std::string(static_cast<std::size_t>(cell.decimals), '0') + "%";
            case TextCell::Shown::day:
                return "dd/mm/yyyy";
            case TextCell::Shown::month:
                return "mmm-yy";
            case TextCell::Shown::time:
                return "hh:mm:ss";
            case TextCell::Shown::general:
                break;
        }
        return sheet.number_format;
    }

    lxw_format* format_of(const Dress& dress) {
        lxw_format*& format = m_formats[dress];
        if (format != nullptr) return format;
        format = workbook_add_format(m_book);
        if (!dress.number_format.empty()) format_set_num_format(format, dress.number_format.c_str());
        if (dress.bold) format_set_bold(format);
        if (dress.wrapped) format_set_text_wrap(format);
        if (dress.style == static_cast<int>(TextStyle::Kind::title)) {
            format_set_bold(format);
            format_set_font_size(format, 14);
        } else if (dress.style == static_cast<int>(TextStyle::Kind::heading)) {
            format_set_bold(format);
            format_set_font_color(format, LXW_COLOR_WHITE);
            format_set_bg_color(format, heading_colour);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
            format_set_border(format, LXW_BORDER_THIN);
        } else if (dress.style == static_cast<int>(TextStyle::Kind::total)) {
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
        } else if (dress.style == static_cast<int>(TextStyle::Kind::note)) {
            format_set_italic(format);
            format_set_font_color(format, 0x595959);
        }
        return format;
    }

    const TextWorkbook& m_text;
    lxw_workbook* m_book;
    std::map<Dress, lxw_format*> m_formats;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// Error values are texts to libxlsxwriter: the cells that hold one get the type they should have.
void mark_errors(std::string& sheet_xml) {
    constexpr std::string_view as_text = " t=\"str\"><f>";
    for (std::size_t at = 0; (at = sheet_xml.find(as_text, at)) != std::string::npos; ++at) {
        const std::size_t value = sheet_xml.find("</f><v>", at);
        if (value == std::string::npos || sheet_xml[value + 7] != '#') continue;
        const std::size_t formula = at + as_text.size();
        const bool constant = sheet_xml[formula] == '#';
        if (constant) sheet_xml.erase(formula - 3, value + 4 - (formula - 3));
        sheet_xml.replace(at, 8, " t=\"e\"");
    }
}

void finish(const TextWorkbook& text, const std::filesystem::path& path) {
    std::vector<ZipPart> parts = read_zip(path);
    for (ZipPart& part : parts) {
        if (part.name.starts_with("xl/worksheets/")) mark_errors(part.bytes);
        if (part.name == "xl/workbook.xml" && text.epoch_1904)
            replace_all(part.bytes, "<workbookPr ", "<workbookPr date1904=\"1\" ");
    }
    write_zip(parts, path);
}

}  // namespace

void write_workbook(std::string_view text, const std::filesystem::path& path) {
    const TextWorkbook sheets = parse_sheets(text);
    for (const TextSheet& sheet : sheets.sheets)
        if (sheets.inline_strings && !sheet.hidden_rows.empty())
            throw std::runtime_error("@inline and hidden rows cannot go together");
    Book book(path, sheets.inline_strings);
    SheetWriter writer(sheets, book.get());
    for (const TextSheet& sheet : sheets.sheets) writer.write(sheet);
    book.close();
    finish(sheets, path);
}

}  // namespace panelbook::tests
