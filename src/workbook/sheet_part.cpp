#include "panelbook/workbook/sheet_part.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "panelbook/workbook/a1_range.hpp"
#include "panelbook/workbook/cell_fault_rules.hpp"
#include "panelbook/workbook/cell_text.hpp"
#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/number_text.hpp"
#include "panelbook/workbook/plain_cell.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/rich_text.hpp"
#include "panelbook/workbook/xml.hpp"
#include "panelbook/workbook/xml_scanner.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::uint32_t most_columns = 16'384;

enum class Element { other, worksheet, columns, sheet_data, row, cell, value, formula, inline_text, merges };

/// A whole number of an attribute; nothing if it is none.
std::optional<std::uint32_t> whole_number(std::string_view text) {
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

class SheetHandler : public XmlHandler {
public:
    SheetHandler(const SheetContext& context, ReadCount& count, CellSink& sink)
        : m_context(context), m_count(count), m_sink(sink), m_rich(count.limits()) {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (m_open.empty() && name.local != "macrosheet" && !(name.local == "worksheet" && is_spreadsheet(name)))
            throw damaged("What should be a sheet is something else.");
        const Element parent = m_open.empty() ? Element::other : m_open.back();
        m_open.push_back(m_open.empty() ? Element::worksheet : element_in(parent, name));
        switch (m_open.back()) {
            case Element::row:
                start_row(attributes);
                break;
            case Element::cell:
                start_cell(attributes);
                break;
            case Element::value:
                m_has_value = true;
                break;
            case Element::formula:
                m_has_formula = true;
                break;
            case Element::columns:
                if (parent == Element::columns) take_column(attributes);
                break;
            case Element::merges:
                if (parent == Element::merges) take_merge(attributes);
                break;
            case Element::inline_text:
                m_rich.start_element(name);
                break;
            default:
                break;
        }
    }

    void end_element(const XmlName& name) override {
        if (m_open.back() == Element::inline_text) m_rich.end_element(name);
        if (m_open.back() == Element::cell) end_cell();
        m_open.pop_back();
    }

    void text(std::string_view piece) override {
        if (m_open.back() == Element::value) {
            m_value += piece;
            check_stored_text(m_value, m_count.limits());
        } else if (m_open.back() == Element::inline_text) {
            m_rich.text(piece);
        }
    }

    std::size_t take(std::string_view ahead) override {
        constexpr std::size_t levels_of_a_cell = 2;
        if (m_open.empty() || m_open.back() != Element::row) return 0;
        if (m_open.size() + levels_of_a_cell > m_count.limits().xml_depth) return 0;
        std::size_t taken = 0;
        while (ahead.size() - taken >= plain_cell_room) {
            if (!parse_plain_cell(ahead.substr(taken), m_plain) || !take_plain_cell()) break;
            taken += m_plain.size;
        }
        return taken;
    }

    const CellFaults& faults() const { return m_faults; }
    /// The cell that is being read, if one is.
    std::optional<CellRef> open_cell() const {
        const bool open = m_taking || std::find(m_open.begin(), m_open.end(), Element::cell) != m_open.end();
        return open ? std::optional(m_at) : std::nullopt;
    }

private:
    static Element element_in(Element parent, const XmlName& name) {
        if (!is_spreadsheet(name)) return parent == Element::inline_text ? Element::inline_text : Element::other;
        switch (parent) {
            case Element::worksheet:
                if (name.local == "sheetData") return Element::sheet_data;
                if (name.local == "cols") return Element::columns;
                if (name.local == "mergeCells") return Element::merges;
                return Element::other;
            case Element::columns:
                return name.local == "col" ? Element::columns : Element::other;
            case Element::merges:
                return name.local == "mergeCell" ? Element::merges : Element::other;
            case Element::sheet_data:
                return name.local == "row" ? Element::row : Element::other;
            case Element::row:
                return name.local == "c" ? Element::cell : Element::other;
            case Element::cell:
                if (name.local == "v") return Element::value;
                if (name.local == "f") return Element::formula;
                if (name.local == "is") return Element::inline_text;
                return Element::other;
            case Element::inline_text:
                return Element::inline_text;
            default:
                return Element::other;
        }
    }

    void start_row(const XmlAttributes& attributes) {
        if (const auto r = attributes.find("r")) {
            const std::optional<std::uint32_t> number = whole_number(*r);
            if (!number || *number == 0 || *number > most_rows)
                throw damaged("A row has a number that no row can have.");
            m_next_row = *number - 1;
        }
        if (m_next_row == most_rows) throw damaged("It has more rows than a sheet can have.");
        m_row = m_next_row++;
        m_next_column = 0;
        if (attributes.is_true("hidden")) m_sink.hidden_rows(m_row, m_row);
    }

    void start_cell(const XmlAttributes& attributes) {
        if (const auto r = attributes.find("r")) {
            const std::optional<CellRef> at = parse_a1(*r);
            if (!at) throw damaged("A cell has an address that no cell can have.");
            m_at = *at;
        } else {
            if (m_next_column == most_columns) throw damaged("A row has more cells than a sheet has columns.");
            m_at = {m_row, m_next_column};
        }
        m_next_column = m_at.column + 1;
        m_type = attributes.find("t").value_or("n");
        m_style = attributes.find("s").value_or("");
        m_value.clear();
        m_rich.clear();
        m_has_value = false;
        m_has_formula = false;
    }

    void end_cell() {
        const std::optional<CellValueView> value = cell_value();
        if (!value) {
            if (m_has_formula && (!m_has_value || (m_type == "n" && m_value.empty())))
                m_faults.add(formula_not_calculated, m_at, "");
            return;
        }
        m_count.add_cell();
        if (const auto* text = std::get_if<std::string_view>(&*value)) m_count.add_text(*text);
        const bool percent = std::holds_alternative<double>(*value) && shown() == Shown::percent;
        m_sink.cell({m_at, *value, m_has_formula, percent});
    }

    /// False for a plain cell with anything wrong or unusual about it, which is then read in the ordinary way.
    bool take_plain_cell() {
        if (!m_plain.at && m_next_column == most_columns) return false;
        const CellRef at = m_plain.at.value_or(CellRef{m_row, m_next_column});
        const std::size_t style = m_plain.style.value_or(0);
        if (style >= m_context.styles.size() && style > 0) return false;
        const Shown shown = m_context.styles.empty() ? Shown::number : m_context.styles[style];
        std::optional<CellValueView> value;
        if (!m_plain.value.empty()) {
            value = plain_value(shown);
            if (!value) return false;
        }
        m_at = at;
        m_next_column = at.column + 1;
        const auto* text = value ? std::get_if<std::string_view>(&*value) : nullptr;
        if (!value || (text && text->empty())) return true;
        m_taking = true;
        m_count.add_cell();
        if (text) m_count.add_text(*text);
        m_sink.cell({at, *value, false, shown == Shown::percent && std::holds_alternative<double>(*value)});
        m_taking = false;
        return true;
    }

    std::optional<CellValueView> plain_value(Shown shown) const {
        if (m_plain.type == 's') {
            const std::optional<std::uint32_t> index = whole_number(m_plain.value);
            if (!index || *index >= m_context.texts.size()) return std::nullopt;
            return m_context.texts[*index];
        }
        if (m_plain.type == 'b') {
            if (m_plain.value != "0" && m_plain.value != "1") return std::nullopt;
            return m_plain.value == "1";
        }
        const std::optional<double> number = number_from_xml(m_plain.value);
        if (!number) return std::nullopt;
        return value_of_number(*number, shown, m_context.dates);
    }

    std::optional<CellValueView> cell_value() {
        if (m_type == "inlineStr") return text_or_empty(m_has_value ? unescaped(m_value) : m_rich.take());
        if (m_type == "str") return text_or_empty(unescaped(m_value));
        if (m_value.empty()) return std::nullopt;
        if (m_type == "s") return shared_text();
        if (m_type == "e") return ErrorCodeView{m_value};
        if (m_type == "b") return boolean();
        if (m_type == "d") return iso_date();
        if (m_type != "n") return unreadable();
        const std::optional<double> number = number_from_xml(m_value);
        if (!number) return unreadable();
        return value_of_number(*number, shown(), m_context.dates);
    }

    std::optional<CellValueView> text_or_empty(std::string text) {
        check_cell_text(text, m_count.limits());
        if (text.empty()) return std::nullopt;
        m_text = std::move(text);
        return m_text;
    }

    std::optional<CellValueView> shared_text() {
        const std::optional<std::uint32_t> index = whole_number(m_value);
        if (!index || *index >= m_context.texts.size()) return unreadable();
        if (m_context.texts[*index].empty()) return std::nullopt;
        return m_context.texts[*index];
    }

    CellValueView boolean() {
        if (m_value == "1" || m_value == "true") return true;
        if (m_value == "0" || m_value == "false") return false;
        return unreadable();
    }

    CellValueView iso_date() {
        const std::optional<CellValueView> date = value_of_iso(m_value);
        return date ? *date : unreadable();
    }

    CellValueView unreadable() {
        m_faults.add(cell_not_readable, m_at, m_value);
        return ErrorCodeView{"#VALUE!"};
    }

    Shown shown() {
        if (m_style.empty()) return m_context.styles.empty() ? Shown::number : m_context.styles.front();
        const std::optional<std::uint32_t> index = whole_number(m_style);
        if (index && *index < m_context.styles.size()) return m_context.styles[*index];
        if (!index || *index != 0) m_faults.add(style_missing, m_at, m_value);
        return Shown::number;
    }

    void take_column(const XmlAttributes& attributes) {
        if (!attributes.is_true("hidden")) return;
        const std::optional<std::uint32_t> first = whole_number(attributes.find("min").value_or(""));
        const std::optional<std::uint32_t> last = whole_number(attributes.find("max").value_or(""));
        if (!first || !last || *first == 0) return;
        const std::uint32_t end = std::min(*last, most_columns);
        if (*first <= end) m_sink.hidden_columns(*first - 1, end - 1);
    }

    void take_merge(const XmlAttributes& attributes) {
        const std::string_view reference = attributes.find("ref").value_or("");
        const std::optional<CellRange> range = parse_range(reference);
        if (!range) {
            m_faults.add(merge_not_readable, {}, reference);
            return;
        }
        m_count.add_merged();
        m_sink.merged(*range);
    }

    const SheetContext& m_context;
    ReadCount& m_count;
    CellSink& m_sink;
    RichText m_rich;
    CellFaults m_faults;
    std::vector<Element> m_open;
    std::uint32_t m_row = 0;
    std::uint32_t m_next_row = 0;
    std::uint32_t m_next_column = 0;
    CellRef m_at;
    std::string m_type;
    std::string m_style;
    std::string m_value;
    std::string m_text;  // what the sink is shown of it
    bool m_has_value = false;
    bool m_has_formula = false;
    PlainCell m_plain;
    bool m_taking = false;  // a plain cell is being counted and told
};

using XmlReader = void (*)(PieceSource&, XmlHandler&, const Limits&);

void read_by(XmlReader read, PieceSource& part, const std::string& sheet, const SheetContext& context, ReadCount& count,
             CellSink& sink, Findings& findings) {
    SheetHandler handler(context, count, sink);
    try {
        read(part, handler, count.limits());
    } catch (Refused& refused) {
        refused.set_sheet(sheet);
        if (const std::optional<CellRef> cell = handler.open_cell()) refused.set_cell(*cell);
        throw;
    }
    for (Finding& finding : handler.faults().findings(context.file, sheet)) findings.push_back(std::move(finding));
}

}  // namespace

void read_sheet_part(PieceSource& part, const std::string& sheet, const SheetContext& context, ReadCount& count,
                     CellSink& sink, Findings& findings) {
    read_by(scan_xml, part, sheet, context, count, sink, findings);
}

void read_sheet_part_by_expat(PieceSource& part, const std::string& sheet, const SheetContext& context,
                              ReadCount& count, CellSink& sink, Findings& findings) {
    read_by(read_xml, part, sheet, context, count, sink, findings);
}

}  // namespace panelbook::workbook
