#include "panelbook/workbook/ods_content.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "panelbook/workbook/cell_fault_rules.hpp"
#include "panelbook/workbook/iso_duration.hpp"
#include "panelbook/workbook/number_text.hpp"
#include "panelbook/workbook/rich_text.hpp"
#include "panelbook/workbook/serial_date.hpp"

namespace panelbook::workbook {

namespace {

using namespace std::string_view_literals;

// How the namespaces of OpenDocument end; what stands before is the same for all.
constexpr std::string_view office = ":office:1.0";
constexpr std::string_view style = ":style:1.0";
constexpr std::string_view table = ":table:1.0";
constexpr std::string_view words = ":text:1.0";

bool is(const XmlName& name, std::string_view space, std::string_view local) {
    return name.local == local && name.space.ends_with(space);
}

/// A count of an attribute, 1 where there is none. What is no number is 1 too: the cell itself is there.
std::uint64_t count_in(const XmlAttributes& attributes, std::string_view space, std::string_view local) {
    const std::string_view text = attributes.find_in(space, local).value_or("1");
    std::uint64_t count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc::result_out_of_range) return UINT64_MAX;
    return error == std::errc() ? count : 1;
}

bool is_hidden(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes.find_in(table, "visibility").value_or("visible");
    return visibility == "collapse" || visibility == "filter";
}

/// Whether a table is the copy that a program keeps of a sheet of another file: 'file:///Other.ods'#$Sheet1
bool is_copy_of_other_file(std::string_view name) {
    return name.starts_with('\'') && name.find("'#") != std::string_view::npos;
}

/// Whether a text is one that a formula gives for an error.
bool is_error_code(std::string_view text) {
    constexpr std::array codes{"#NULL!"sv, "#DIV/0!"sv, "#VALUE!"sv, "#REF!"sv, "#NAME?"sv, "#NUM!"sv, "#N/A"sv};
    return std::find(codes.begin(), codes.end(), text) != codes.end() || text.starts_with("Err:");
}

}  // namespace

OdsContent::OdsContent(const std::string& file, ReadCount& count, CellSink& sink)
    : m_file(file), m_count(count), m_sink(sink), m_text(count.limits()) {}

void OdsContent::start_element(const XmlName& name, const XmlAttributes& attributes) {
    const Element parent = m_open.empty() ? Element::other : m_open.back();
    m_open.push_back(m_open.empty() ? Element::document : element_in(parent, name));
    switch (m_open.back()) {
        case Element::style:
            if (parent == Element::styles) m_style = attributes.find_in(style, "name").value_or("");
            if (attributes.find_in(table, "display") == "false") m_hidden_styles.insert(m_style);
            break;
        case Element::table:
            start_table(attributes);
            break;
        case Element::part:
            if (name.local == "table-column" && m_table)
                m_table->add_columns(count_in(attributes, table, "number-columns-repeated"), is_hidden(attributes));
            if (name.local == "table-source") m_has_links = true;
            break;
        case Element::row:
            if (m_table) m_table->begin_row(count_in(attributes, table, "number-rows-repeated"), is_hidden(attributes));
            break;
        case Element::cell:
            start_cell(attributes);
            break;
        case Element::paragraph:
            if (parent == Element::cell) m_text.begin_paragraph();
            if (parent == Element::paragraph) start_characters(name, attributes);
            break;
        case Element::other:
            if (parent == Element::body)
                throw not_read("The file is an OpenDocument file, but not a spreadsheet.",
                               "Put the figures in a spreadsheet and send that.");
            break;
        default:
            break;
    }
}

void OdsContent::end_element(const XmlName&) {
    if (m_table && m_open.back() == Element::cell) end_cell();
    if (m_table && m_open.back() == Element::row) m_table->end_row();
    if (m_table && m_open.back() == Element::table) end_table();
    m_open.pop_back();
}

void OdsContent::text(std::string_view piece) {
    if (m_open.back() == Element::paragraph && !m_has_text_value) m_text.add(piece);
}

void OdsContent::set_place(Refused& refused) const {
    if (!m_table) return;
    refused.set_sheet(m_sheet);
    if (std::find(m_open.begin(), m_open.end(), Element::cell) != m_open.end()) refused.set_cell(m_table->at());
}

OdsContent::Element OdsContent::element_in(Element parent, const XmlName& name) {
    switch (parent) {
        case Element::document:
            if (is(name, office, "automatic-styles")) return Element::styles;
            return is(name, office, "body") ? Element::body : Element::other;
        case Element::styles:
            return is(name, style, "style") ? Element::style : Element::other;
        case Element::style:
            return is(name, style, "table-properties") ? Element::style : Element::other;
        case Element::body:
            return is(name, office, "spreadsheet") ? Element::spreadsheet : Element::other;
        case Element::spreadsheet:
            return is(name, table, "table") ? Element::table : Element::other;
        case Element::table:
        case Element::part:
            // Rows and columns may lie in groups, and these in one another.
            if (!name.space.ends_with(table)) return Element::other;
            if (name.local == "table-row") return Element::row;
            return name.local.starts_with("table-") ? Element::part : Element::other;
        case Element::row:
            return is(name, table, "table-cell") || is(name, table, "covered-table-cell") ? Element::cell
                                                                                          : Element::other;
        case Element::cell:
            return is(name, words, "p") || is(name, words, "h") ? Element::paragraph : Element::other;
        case Element::paragraph:
            return name.space.ends_with(words) && name.local != "note" && name.local != "ruby-text" ? Element::paragraph
                                                                                                    : Element::other;
        case Element::other:
            break;
    }
    return Element::other;
}

void OdsContent::start_table(const XmlAttributes& attributes) {
    const Limits& limits = m_count.limits();
    m_sheet = attributes.find_in(table, "name").value_or("");
    if (is_copy_of_other_file(m_sheet)) return;
    if (m_tables++ == limits.sheets) throw limit_hit("of " + grouped(limits.sheets) + " sheets (sheets)");
    const std::string shown_as(attributes.find_in(table, "style-name").value_or(""));
    m_table.emplace(m_count, m_sink);
    m_sink.begin_sheet(m_sheet, m_hidden_styles.contains(shown_as) ? Visibility::hidden : Visibility::visible);
}

void OdsContent::end_table() {
    m_table->end();
    m_table.reset();
    m_sink.end_sheet();
    for (Finding& finding : m_faults.findings(m_file, m_sheet)) m_findings.push_back(std::move(finding));
    m_faults = {};
}

void OdsContent::start_cell(const XmlAttributes& attributes) {
    m_cell = {};
    m_cell.columns_repeated = count_in(attributes, table, "number-columns-repeated");
    m_cell.columns_spanned = count_in(attributes, table, "number-columns-spanned");
    m_cell.rows_spanned = count_in(attributes, table, "number-rows-spanned");
    m_cell.formula = attributes.find_in(table, "formula").has_value();
    m_text.clear();
    m_type = attributes.find_in(office, "value-type").value_or("");
    if (attributes.find_in(":calcext:1.0", "value-type") == "error") m_type = "error";
    const std::string_view kind = m_type == "date" || m_type == "time" || m_type == "boolean" ? m_type : ""sv;
    const std::string attribute = kind.empty() ? "value" : std::string(kind) + "-value";
    m_value = attributes.find_in(office, attribute).value_or("");
    m_has_text_value = false;
    if (m_type != "string") return;
    const std::optional<std::string_view> text_value = attributes.find_in(office, "string-value");
    m_has_text_value = text_value.has_value();
    m_value = text_value.value_or("");
}

void OdsContent::start_characters(const XmlName& name, const XmlAttributes& attributes) {
    if (m_has_text_value) return;
    if (name.local == "s") m_text.add_characters(' ', count_in(attributes, words, "c"));
    if (name.local == "tab") m_text.add_characters('\t', 1);
    if (name.local == "line-break") m_text.add_characters('\n', 1);
}

void OdsContent::end_cell() {
    m_cell.value = cell_value();
    m_cell.percent_format = m_type == "percentage" && m_cell.value && std::holds_alternative<double>(*m_cell.value);
    if (!m_cell.value && m_cell.formula && m_type.empty()) m_faults.add(formula_not_calculated, m_table->at(), "");
    m_table->add_cell(m_cell);
}

std::optional<CellValueView> OdsContent::cell_value() {
    const std::string_view shown = m_has_text_value ? m_value : m_text.text();
    if (m_cell.formula && is_error_code(shown)) return ErrorCodeView{shown};
    if (m_type == "error") return ErrorCodeView{shown.empty() ? "#VALUE!"sv : shown};
    if (m_type == "float" || m_type == "percentage" || m_type == "currency") {
        if (const std::optional<double> number = number_from_xml(m_value)) return *number;
        return unreadable(m_value);
    }
    if (m_type == "boolean") {
        if (m_value == "true" || m_value == "1") return true;
        if (m_value == "false" || m_value == "0") return false;
        return unreadable(m_value);
    }
    if (m_type == "date") {
        if (const std::optional<CellValueView> date = value_of_iso(m_value)) return date;
        return unreadable(m_value);
    }
    if (m_type == "time") {
        if (const std::optional<double> days = days_of_duration(m_value)) return Elapsed{*days};
        return unreadable(m_value);
    }
    check_cell_text(shown, m_count.limits());
    if (shown.empty()) return std::nullopt;
    return shown;
}

CellValueView OdsContent::unreadable(std::string_view found) {
    m_faults.add(cell_not_readable, m_table->at(), found);
    return ErrorCodeView{"#VALUE!"};
}

}  // namespace panelbook::workbook
