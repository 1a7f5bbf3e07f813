#include <cctype>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"

#include "lxw.hpp"

namespace panelbook::write {

namespace {

lxw_color_t lxw_colour(Colour colour) {
    return colour;
}

std::uint8_t border_of(Edge edge) {
    return edge == Edge::none ? std::uint8_t{LXW_BORDER_NONE} : std::uint8_t{LXW_BORDER_THIN};
}

Colour border_colour(Edge edge) {
    return edge == Edge::rule ? colour::grey : colour::line;
}

void set_font(lxw_format* format, const Look& look) {
    format_set_font_name(format, font_name.data());
    format_set_font_size(format, look.size);
    format_set_font_color(format, lxw_colour(look.colour));
    if (look.bold) format_set_bold(format);
    if (look.italic) format_set_italic(format);
    if (look.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
}

void set_cell(lxw_format* format, const Look& look) {
    if (look.wrap) format_set_text_wrap(format);
    switch (look.align) {
        case Align::left:
            format_set_align(format, LXW_ALIGN_LEFT);
            break;
        case Align::centre:
            format_set_align(format, LXW_ALIGN_CENTER);
            break;
        case Align::right:
            format_set_align(format, LXW_ALIGN_RIGHT);
            break;
    }
    switch (look.vertical) {
        case Vertical::top:
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
        case Vertical::middle:
            format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
            break;
        case Vertical::bottom:
            format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
            break;
    }
    if (look.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(look.indent));
    if (look.fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, lxw_colour(*look.fill));
    }
    format_set_top(format, border_of(look.top));
    format_set_bottom(format, border_of(look.bottom));
    if (look.top != Edge::none) format_set_top_color(format, lxw_colour(border_colour(look.top)));
    if (look.bottom != Edge::none) format_set_bottom_color(format, lxw_colour(border_colour(look.bottom)));
    if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
}

// The font of empty cells decides how wide a column of so many characters is.
void set_default_font(lxw_workbook* workbook) {
    lxw_format* format = STAILQ_FIRST(workbook->formats);
    format_set_font_name(format, font_name.data());
    format_set_font_size(format, 10);
    format_set_font_scheme(format, "");
}

std::string absolute(CellRef cell) {
    return fmt::format("${}${}", column_letters(cell.column), cell.row + 1);
}

bool escapes_a_character(std::string_view text) {
    // _x0041_
    if (text.size() < 7 || text[1] != 'x' || text[6] != '_') return false;
    for (const char digit : text.substr(2, 4))
        if (std::isxdigit(static_cast<unsigned char>(digit)) == 0) return false;
    return true;
}

}  // namespace

Book::Book(const report::Report& report, const std::vector<SheetLayout>& sheets, const std::string& path)
    : m_report(report), m_sheets(sheets), m_addresses(addresses_of(report, sheets)) {
    for (std::size_t i = 0; i < m_addresses.size(); ++i)
        if (m_addresses[i])
            m_items[{m_addresses[i]->sheet, m_addresses[i]->cell}] = report::ItemId{static_cast<std::uint32_t>(i)};
    m_workbook.reset(workbook_new(path.c_str()));
    if (!m_workbook) throw WriteError(fmt::format("cannot write {}: out of memory", path));
    set_default_font(m_workbook.get());
}

lxw_format* Book::format(const Look& look) {
    lxw_format*& format = m_formats[look];
    if (format == nullptr) {
        format = workbook_add_format(workbook());
        if (format == nullptr) throw WriteError("cannot write the workbook: out of memory");
        set_font(format, look);
        set_cell(format, look);
    }
    return format;
}

lxw_format* Book::run_format(const Look& look) {
    Look font;
    font.size = look.size;
    font.bold = look.bold;
    font.italic = look.italic;
    font.underline = look.underline;
    font.colour = look.colour;
    lxw_format*& format = m_run_formats[font];
    if (format == nullptr) {
        format = workbook_add_format(workbook());
        if (format == nullptr) throw WriteError("cannot write the workbook: out of memory");
        set_font(format, font);
    }
    return format;
}

Address Book::address(report::ItemId item, std::string_view wanted_by) const {
    const std::optional<Address>& address = m_addresses[item.index];
    if (!address)
        throw WriteError(
            fmt::format("cannot write {}: it names item {}, which is shown nowhere", wanted_by, item.index));
    return *address;
}

Book::Range Book::range_of(const report::ItemRange& range) const {
    const Address first = address(range.first, "a range");
    const Address last = address(range.last, "a range");
    if (first.sheet != last.sheet || first.cell.column != last.cell.column || first.cell.row > last.cell.row)
        throw WriteError(fmt::format("cannot write sheet \"{}\": items {} and {} are not one column from top to bottom",
                                     m_sheets[first.sheet].page->name, range.first.index, range.last.index));
    return {first.sheet, first.cell, last.cell};
}

std::string Book::reference(const report::Reference& reference, std::size_t from_sheet) const {
    std::string text;
    std::size_t sheet = 0;
    if (const auto* item = std::get_if<report::ItemId>(&reference)) {
        const Address at = address(*item, "a formula");
        sheet = at.sheet;
        text = absolute(at.cell);
    } else {
        const Range range = range_of(std::get<report::ItemRange>(reference));
        sheet = range.sheet;
        text = absolute(range.first) + ":" + absolute(range.last);
    }
    return sheet == from_sheet ? text : quoted_sheet(m_sheets[sheet].page->name) + "!" + text;
}

std::string Book::range(const report::ItemRange& range) const {
    const Range cells = range_of(range);
    return quoted_sheet(m_sheets[cells.sheet].page->name) + "!" + absolute(cells.first) + ":" + absolute(cells.last);
}

std::vector<const report::Item*> Book::items_of(const report::ItemRange& range) const {
    const Range cells = range_of(range);
    std::vector<const report::Item*> items;
    for (std::uint32_t row = cells.first.row; row <= cells.last.row; ++row) {
        const auto found = m_items.find({cells.sheet, CellRef{row, cells.first.column}});
        items.push_back(found == m_items.end() ? nullptr : &m_report[found->second]);
    }
    return items;
}

void Book::require(lxw_error result, std::size_t sheet, std::string_view doing) const {
    if (result == LXW_NO_ERROR) return;
    throw WriteError(
        fmt::format("cannot write sheet \"{}\": {}: {}", m_sheets[sheet].page->name, doing, lxw_strerror(result)));
}

void Book::close(const std::string& path) {
    const lxw_error result = workbook_close(m_workbook.release());
    if (result != LXW_NO_ERROR) throw WriteError(fmt::format("cannot write {}: {}", path, lxw_strerror(result)));
}

double serial_day(const Date& date) {
    const Date epoch(1899, boost::gregorian::Dec, 31);
    const long days = (date - epoch).days();
    // Spreadsheets count 29 February 1900, which never was.
    return static_cast<double>(days > 59 ? days + 1 : days);
}

std::string quoted_sheet(std::string_view name) {
    std::string quoted = "'";
    for (const char letter : name) {
        quoted += letter;
        if (letter == '\'') quoted += letter;
    }
    return quoted + "'";
}

std::string cell_text(std::string_view text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.front() == '_' && escapes_a_character(rest)) safe += "_x005F";
        // U+FFFE and U+FFFF are UTF-8 but not XML.
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            safe += rest[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
            i += 2;
            continue;
        }
        safe += rest.front();
    }
    return safe;
}

std::string xml_text(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(letter) < 0x20 && letter != '\t' && letter != '\n')
                    safe += fmt::format("_x{:04X}_", static_cast<unsigned>(letter));
                else
                    safe += letter;
        }
    }
    return safe;
}

}  // namespace panelbook::write
