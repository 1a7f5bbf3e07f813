#include "panelbook/write/plan_workbook.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <xlsxwriter.h>

#include "panelbook/core/cell.hpp"
#include "panelbook/core/date.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/plan/schema.hpp"

namespace panelbook::write {
namespace {

using plan::ColumnKind;
using plan::ColumnSchema;
using plan::SheetSchema;

constexpr lxw_color_t ink = 0x0B0C0C;
constexpr lxw_color_t grey = 0x505A5F;
constexpr lxw_color_t pale = 0xF3F2F1;
constexpr lxw_color_t line = 0xB1B4B6;
constexpr lxw_color_t navy = 0x12335B;
constexpr lxw_color_t slate = 0x5B6F8A;

constexpr time_t created_on = 1388534400;  // 2014-01-01, so that the same rows give the same bytes
constexpr lxw_row_t purpose_row = 0;
constexpr lxw_row_t heading_row = 1;
constexpr lxw_row_t example_row = 2;
constexpr lxw_row_t first_row = 3;
constexpr lxw_row_t last_row_with_choices = 999;
constexpr std::size_t longest_choice_list = 255;  // what Excel takes in one drop-down
constexpr std::size_t longest_text = 32767;
constexpr double letters_a_unit = 1.2;  // a width counts digits of a wider font than ours
constexpr double points_a_line = 13.0;
constexpr double points_around_a_row = 5.0;
constexpr double highest_row = 400.0;
constexpr double widest_page = 230.0;  // characters that are still readable on one landscape page

lxw_col_t column_number(std::size_t column) {
    return static_cast<lxw_col_t>(column);
}

/// The formats of the workbook, made once.
class Dress {
public:
    explicit Dress(lxw_workbook* book) : m_book(book) {
        m_purpose = made();
        format_set_bold(m_purpose);
        format_set_font_size(m_purpose, 12);
        format_set_font_color(m_purpose, navy);
        format_set_align(m_purpose, LXW_ALIGN_VERTICAL_CENTER);
        m_needed = heading(navy);
        m_optional = heading(slate);
        for (const ColumnKind kind : {ColumnKind::text, ColumnKind::code, ColumnKind::number, ColumnKind::date}) {
            m_cells[kind] = body(kind);
            m_examples[kind] = body(kind);
            format_set_italic(m_examples[kind]);
            format_set_font_color(m_examples[kind], grey);
            format_set_bg_color(m_examples[kind], pale);
        }
        m_explanation = body(ColumnKind::text);
        format_set_font_color(m_explanation, grey);
    }

    lxw_format* purpose() const { return m_purpose; }
    lxw_format* heading_of(const ColumnSchema& column) const { return column.required ? m_needed : m_optional; }
    lxw_format* cell(ColumnKind kind) const { return m_cells.at(kind); }
    lxw_format* example(ColumnKind kind) const { return m_examples.at(kind); }
    lxw_format* explanation() const { return m_explanation; }

private:
    lxw_format* made() {
        lxw_format* format = workbook_add_format(m_book);
        format_set_font_name(format, "Arial");
        format_set_font_size(format, 10);
        format_set_font_color(format, ink);
        return format;
    }
    lxw_format* heading(lxw_color_t colour) {
        lxw_format* format = made();
        format_set_bold(format);
        format_set_font_color(format, LXW_COLOR_WHITE);
        format_set_bg_color(format, colour);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_text_wrap(format);
        format_set_right(format, LXW_BORDER_THIN);
        format_set_right_color(format, LXW_COLOR_WHITE);
        return format;
    }
    lxw_format* body(ColumnKind kind) {
        lxw_format* format = made();
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(format);
        format_set_bottom(format, LXW_BORDER_HAIR);
        format_set_bottom_color(format, line);
        if (kind == ColumnKind::code) format_set_num_format(format, "@");
        if (kind == ColumnKind::date) format_set_num_format(format, "d mmm yyyy");
        if (kind != ColumnKind::number) format_set_align(format, LXW_ALIGN_LEFT);
        return format;
    }

    lxw_workbook* m_book;
    lxw_format* m_purpose = nullptr;
    lxw_format* m_needed = nullptr;
    lxw_format* m_optional = nullptr;
    lxw_format* m_explanation = nullptr;
    std::map<ColumnKind, lxw_format*> m_cells;
    std::map<ColumnKind, lxw_format*> m_examples;
};

/// A drop-down of words; owns the texts that libxlsxwriter wants as char*.
class WordList {
public:
    explicit WordList(const std::vector<std::string_view>& words) : m_words(words.begin(), words.end()) {
        for (std::string& word : m_words) m_pointers.push_back(word.data());
        m_pointers.push_back(nullptr);
    }
    WordList(const WordList&) = delete;
    WordList& operator=(const WordList&) = delete;
    /// Nothing to offer, or more than one drop-down can hold.
    bool fits() const {
        const std::size_t length = fmt::format("{}", fmt::join(m_words, ",")).size();
        return length > 0 && length <= longest_choice_list;
    }
    lxw_data_validation validation() {
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.ignore_blank = LXW_VALIDATION_ON;
        validation.value_list = m_pointers.data();
        validation.error_title = m_error_title.data();
        validation.error_message = m_error_message.data();
        return validation;
    }

private:
    std::vector<std::string> m_words;
    std::vector<char*> m_pointers;
    std::string m_error_title = "Not one of the words";
    std::string m_error_message = "Choose from the list, or see the note on the heading.";
};

void require_writable(const std::string& text, const std::string& where) {
    if (!valid_utf8(text)) throw UsageError(where + ": the text is not valid UTF-8");
    if (text.size() > longest_text) throw UsageError(where + ": the text is too long for a cell");
}

std::optional<double> number_from(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, ColumnKind kind,
                lxw_format* format) {
    if (text.empty()) {
        worksheet_write_blank(sheet, row, column, format);
    } else if (const auto number = number_from(text); kind == ColumnKind::number && number) {
        worksheet_write_number(sheet, row, column, *number, format);
    } else if (const auto date = parse_iso_date(text); kind == ColumnKind::date && date) {
        lxw_datetime day{};
        day.year = date->year();
        day.month = date->month();
        day.day = date->day();
        worksheet_write_datetime(sheet, row, column, &day, format);
    } else {
        worksheet_write_string(sheet, row, column, text.c_str(), format);
    }
}

void write_note(lxw_worksheet* sheet, lxw_col_t column, const ColumnSchema& schema) {
    std::string text = fmt::format("{}{}", schema.required ? "Needed. " : "", schema.note);
    if (!schema.choices.empty()) text += fmt::format("\nOne of: {}.", fmt::join(schema.choices, ", "));
    if (!schema.refers_to.empty()) text += fmt::format("\nOne of the names on the sheet {}.", schema.refers_to);
    std::string font = "Arial";
    lxw_comment_options options{};
    options.width = 260;
    options.height = static_cast<std::uint16_t>(30 + 15 * (text.size() / 38 + 1));
    options.font_name = font.data();
    options.font_size = 9;
    options.color = 0xFFFFFF;
    worksheet_write_comment_opt(sheet, heading_row, column, text.c_str(), &options);
}

void offer_choices(lxw_worksheet* sheet, lxw_col_t column, const ColumnSchema& schema) {
    WordList words(schema.choices);
    lxw_data_validation validation = words.validation();
    std::string names = fmt::format("={}!$A${}:$A${}", schema.refers_to, first_row + 1, last_row_with_choices + 1);
    if (!schema.refers_to.empty()) {
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_list = nullptr;
        validation.value_formula = names.data();
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    } else if (!words.fits()) {
        return;
    }
    worksheet_data_validation_range(sheet, first_row, column, last_row_with_choices, column, &validation);
}

/// The rows as they are written: for Settings every setting with its meaning, in the order of the schema.
std::vector<PlanRow> complete_rows(const SheetSchema& schema, const std::vector<PlanRow>& given) {
    for (const PlanRow& row : given)
        for (const auto& cell : row) {
            const bool known = std::any_of(schema.columns.begin(), schema.columns.end(),
                                           [&](const ColumnSchema& column) { return column.heading == cell.first; });
            if (!known) throw UsageError(fmt::format("{}: there is no column '{}'", schema.name, cell.first));
            require_writable(cell.second, fmt::format("{}: {}", schema.name, cell.first));
        }
    if (schema.name != "Settings") return given;
    std::vector<PlanRow> rows;
    for (const plan::SettingSchema& setting : plan::settings_schema())
        rows.push_back({{"setting", std::string(setting.name)},
                        {"meaning", fmt::format("{} Blank: {}.", setting.meaning, setting.otherwise)}});
    for (const PlanRow& row : given) {
        const auto name = row.find("setting");
        const auto target = std::find_if(rows.begin(), rows.end(), [&](const PlanRow& setting) {
            return name != row.end() && setting.at("setting") == name->second;
        });
        if (target == rows.end())
            throw UsageError(fmt::format("Settings: there is no setting '{}'", name == row.end() ? "" : name->second));
        if (const auto value = row.find("value"); value != row.end()) (*target)["value"] = value->second;
    }
    return rows;
}

ColumnKind kind_of_cell(const SheetSchema& sheet, const ColumnSchema& column, const PlanRow& row) {
    if (sheet.name != "Settings" || column.heading != "value") return column.kind;
    for (const plan::SettingSchema& setting : plan::settings_schema())
        if (setting.name == row.at("setting")) return setting.kind;
    return column.kind;
}

void offer_setting_choices(lxw_worksheet* sheet) {
    lxw_row_t row = first_row;
    for (const plan::SettingSchema& setting : plan::settings_schema()) {
        WordList words(setting.choices);
        lxw_data_validation validation = words.validation();
        if (words.fits()) worksheet_data_validation_cell(sheet, row, 1, &validation);
        ++row;
    }
}

/// Room for every line of a row: spreadsheet programs do not fit rows that a program wrote.
double row_height(const SheetSchema& schema, const PlanRow& row) {
    double lines = 1;
    for (const ColumnSchema& column : schema.columns) {
        const auto cell = row.find(std::string(column.heading));
        if (cell == row.end()) continue;
        double wrapped = 0;
        for (std::size_t start = 0; start <= cell->second.size();) {
            const std::size_t end = std::min(cell->second.find('\n', start), cell->second.size());
            wrapped += std::max(1.0, std::ceil(static_cast<double>(end - start) / (column.width * letters_a_unit)));
            start = end + 1;
        }
        lines = std::max(lines, wrapped);
    }
    return std::min(lines * points_a_line + points_around_a_row, highest_row);
}

void set_page(lxw_worksheet* sheet, const SheetSchema& schema) {
    double width = 0;
    for (const ColumnSchema& column : schema.columns) width += column.width;
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    if (width <= widest_page) {
        worksheet_fit_to_pages(sheet, 1, 0);
    } else {
        worksheet_set_print_scale(sheet, 65);
        worksheet_repeat_columns(sheet, 0, 0);
    }
    worksheet_repeat_rows(sheet, purpose_row, heading_row);
    worksheet_set_footer(sheet, "&L&A&RPage &P of &N");
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_freeze_panes(sheet, first_row, 1);
}

void write_sheet(const SheetSchema& schema, const std::vector<PlanRow>& given, lxw_workbook* book, const Dress& dress) {
    const std::string name(schema.name);
    lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
    const std::vector<PlanRow> rows = complete_rows(schema, given);
    worksheet_set_row(sheet, purpose_row, 24, nullptr);
    worksheet_set_row(sheet, heading_row, 30, nullptr);
    worksheet_write_string(sheet, purpose_row, 0, std::string(schema.purpose).c_str(), dress.purpose());
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
        const ColumnSchema& column = schema.columns[i];
        const lxw_col_t at = column_number(i);
        worksheet_set_column(sheet, at, at, column.width, dress.cell(column.kind));
        worksheet_write_string(sheet, heading_row, at, std::string(column.heading).c_str(), dress.heading_of(column));
        write_note(sheet, at, column);
        write_text(sheet, example_row, at, std::string(column.example), column.kind, dress.example(column.kind));
        offer_choices(sheet, at, column);
        lxw_row_t row = first_row;
        for (const PlanRow& cells : rows) {
            const auto cell = cells.find(std::string(column.heading));
            const ColumnKind kind = kind_of_cell(schema, column, cells);
            lxw_format* format =
                column.heading == "meaning" && schema.name == "Settings" ? dress.explanation() : dress.cell(kind);
            if (name == "Settings" && kind == ColumnKind::number) format = dress.cell(ColumnKind::text);
            write_text(sheet, row++, at, cell == cells.end() ? std::string{} : cell->second, kind, format);
        }
    }
    PlanRow example;
    for (const ColumnSchema& column : schema.columns)
        example[std::string(column.heading)] = std::string(column.example);
    worksheet_set_row(sheet, example_row, row_height(schema, example), nullptr);
    for (std::size_t i = 0; i < rows.size(); ++i)
        worksheet_set_row(sheet, first_row + static_cast<lxw_row_t>(i), row_height(schema, rows[i]), nullptr);
    if (schema.name == "Settings") offer_setting_choices(sheet);
    set_page(sheet, schema);
}

}  // namespace

void write_plan_workbook(const PlanRows& rows, const std::filesystem::path& path) {
    for (const auto& [name, given] : rows)
        if (const SheetSchema* known = plan::sheet_schema(name); known == nullptr || known->name != name)
            throw UsageError(fmt::format("the plan has no sheet '{}'", name));
    for (const SheetSchema& schema : plan::schema())
        if (const auto given = rows.find(std::string(schema.name)); given != rows.end())
            complete_rows(schema, given->second);

    lxw_workbook* book = workbook_new(path.c_str());
    if (book == nullptr) throw WriteError("cannot write " + path.string());
    lxw_doc_properties properties{};
    std::string title = "Plan of the dashboard";
    properties.title = title.data();
    properties.created = created_on;
    workbook_set_properties(book, &properties);
    const Dress dress(book);
    for (const SheetSchema& schema : plan::schema()) {
        const auto given = rows.find(std::string(schema.name));
        write_sheet(schema, given == rows.end() ? std::vector<PlanRow>{} : given->second, book, dress);
    }
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        throw WriteError(fmt::format("cannot write {}: {}", path.string(), lxw_strerror(error)));
}

}  // namespace panelbook::write
