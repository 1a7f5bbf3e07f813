#include "sheet_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <vector>

#include "xml_text.hpp"

namespace panelbook::annotate {

namespace {

std::uint32_t number_or(std::optional<std::string_view> text, std::uint32_t otherwise) {
    std::uint32_t number = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc()) return otherwise;
    return number;
}

/// Told of every row and cell of a sheet in the order of the file.
class SheetWalk {
public:
    virtual ~SheetWalk() = default;
    virtual void row(const Tag& tag, std::uint32_t number) = 0;  ///< zero-based
    virtual void end_row(const Tag& tag) = 0;
    virtual void cell(const Tag& tag, CellRef at) = 0;
    virtual void end_sheet_data(const Tag& tag) = 0;

    void walk(std::string_view xml) {
        std::vector<std::string_view> open;
        std::uint32_t next_row = 0;
        std::uint32_t next_column = 0;
        std::uint32_t in_row = 0;
        for (std::size_t from = 0;;) {
            const auto tag = next_tag(xml, from);
            if (!tag) return;
            from = tag->end;
            const bool in_data = open.size() >= 2 && open[1] == "sheetData";
            if (tag->closing) {
                if (open.empty()) throw NotAnnotatable("The XML of a sheet is not written as it should be.");
                open.pop_back();
                if (in_data && open.size() == 2) end_row(*tag);
                if (in_data && open.size() == 1) end_sheet_data(*tag);
                continue;
            }
            const std::string_view text = xml.substr(tag->begin, tag->end - tag->begin);
            if (in_data && open.size() == 2 && tag->local() == "row") {
                in_row = number_or(attribute(text, "r"), next_row + 1) - 1;
                next_row = in_row + 1;
                next_column = 0;
                row(*tag, in_row);
                if (tag->empty) end_row(*tag);
            } else if (in_data && open.size() == 3 && open[2] == "row" && tag->local() == "c") {
                CellRef at{in_row, next_column};
                if (const auto r = attribute(text, "r")) at = parse_a1(*r).value_or(at);
                next_column = at.column + 1;
                cell(*tag, at);
            } else if (open.size() == 1 && tag->local() == "sheetData" && tag->empty) {
                end_sheet_data(*tag);
            }
            if (!tag->empty) open.push_back(tag->local());
        }
    }
};

/// Which of the cells, and which of their rows, are in the file.
class Present : public SheetWalk {
public:
    explicit Present(const std::map<CellRef, Severity>& wanted) : m_wanted(wanted) {}
    void row(const Tag&, std::uint32_t number) override { rows.insert(number); }
    void end_row(const Tag&) override {}
    void cell(const Tag&, CellRef at) override {
        if (m_wanted.contains(at)) cells.insert(at);
    }
    void end_sheet_data(const Tag&) override {}

    std::set<std::uint32_t> rows;
    std::set<CellRef> cells;

private:
    const std::map<CellRef, Severity>& m_wanted;
};

class Filler : public SheetWalk {
public:
    Filler(std::string_view xml, const std::map<CellRef, Severity>& wanted, const Present& present,
           const StyleFor& style_for)
        : m_xml(xml), m_wanted(wanted), m_style_for(style_for) {
        for (const auto& [at, severity] : wanted) {
            if (present.cells.contains(at)) continue;
            (present.rows.contains(at.row) ? m_missing_cells : m_missing_rows).emplace(at, severity);
        }
    }

    void row(const Tag& tag, std::uint32_t number) override {
        m_prefix = tag.prefix();
        add_rows(tag.begin, number);
        m_row = number;
        m_row_style = 0;
        const std::string_view text = text_of(tag);
        if (number_or(attribute(text, "customFormat"), 0) != 0) m_row_style = number_or(attribute(text, "s"), 0);
        if (!tag.empty || !any_missing_in_row()) return;
        // "<row r="5"/>" is opened up.
        copy_to(tag.end);
        m_out.erase(m_out.rfind('/'), 1);
        m_opened_up = true;
    }

    void end_row(const Tag& tag) override {
        if (!tag.empty) {
            add_cells(tag.begin, {m_row, ~0u});
            return;
        }
        if (!m_opened_up) return;
        m_opened_up = false;
        add_cells(tag.end, {m_row, ~0u});
        m_out += fmt::format("</{}>", tag.name);
    }

    void cell(const Tag& tag, CellRef at) override {
        add_cells(tag.begin, at);
        const auto wanted = m_wanted.find(at);
        if (wanted == m_wanted.end()) return;
        copy_to(tag.begin);
        const std::string_view text = text_of(tag);
        const std::uint32_t style = m_style_for(number_or(attribute(text, "s"), 0), wanted->second);
        m_out += with_attribute(text, "s", std::to_string(style));
        m_copied = tag.end;
    }

    void end_sheet_data(const Tag& tag) override {
        if (m_prefix.empty()) m_prefix = tag.prefix();
        if (!tag.empty) {
            add_rows(tag.begin, ~0u);
            return;
        }
        if (m_missing_rows.empty()) return;
        copy_to(tag.end);
        m_out.erase(m_out.rfind('/'), 1);
        add_rows(tag.end, ~0u);
        m_out += fmt::format("</{}>", tag.name);
    }

    std::string take() {
        copy_to(m_xml.size());
        return std::move(m_out);
    }

private:
    std::string_view text_of(const Tag& tag) const { return m_xml.substr(tag.begin, tag.end - tag.begin); }

    void copy_to(std::size_t place) {
        if (place <= m_copied) return;
        m_out += m_xml.substr(m_copied, place - m_copied);
        m_copied = place;
    }

    bool any_missing_in_row() const {
        const auto next = m_missing_cells.lower_bound({m_row, 0});
        return next != m_missing_cells.end() && next->first.row == m_row;
    }

    std::string empty_cell(CellRef at, std::uint32_t style, Severity severity) const {
        return fmt::format("<{}c r=\"{}\" s=\"{}\"/>", m_prefix, to_a1(at), m_style_for(style, severity));
    }

    /// The missing cells of the row that is read which stand left of `before`.
    void add_cells(std::size_t place, CellRef before) {
        for (auto next = m_missing_cells.lower_bound({m_row, 0});
             next != m_missing_cells.end() && next->first.row == m_row && next->first < before;
             next = m_missing_cells.erase(next)) {
            copy_to(place);
            m_out += empty_cell(next->first, m_row_style, next->second);
        }
    }

    /// The missing rows above `before`.
    void add_rows(std::size_t place, std::uint32_t before) {
        while (!m_missing_rows.empty() && m_missing_rows.begin()->first.row < before) {
            copy_to(place);
            const std::uint32_t row = m_missing_rows.begin()->first.row;
            m_out += fmt::format("<{}row r=\"{}\">", m_prefix, row + 1);
            while (!m_missing_rows.empty() && m_missing_rows.begin()->first.row == row) {
                m_out += empty_cell(m_missing_rows.begin()->first, 0, m_missing_rows.begin()->second);
                m_missing_rows.erase(m_missing_rows.begin());
            }
            m_out += fmt::format("</{}row>", m_prefix);
        }
    }

    std::string_view m_xml;
    const std::map<CellRef, Severity>& m_wanted;
    const StyleFor& m_style_for;
    std::map<CellRef, Severity> m_missing_cells;  // of rows that are there
    std::map<CellRef, Severity> m_missing_rows;   // of rows that are not
    std::string m_prefix;
    std::string m_out;
    std::size_t m_copied = 0;
    std::uint32_t m_row = 0;
    std::uint32_t m_row_style = 0;
    bool m_opened_up = false;
};

}  // namespace

std::string with_filled_cells(std::string_view sheet, const std::map<CellRef, Severity>& cells,
                              const StyleFor& style_for) {
    Present present(cells);
    present.walk(sheet);
    Filler filler(sheet, cells, present, style_for);
    filler.walk(sheet);
    return filler.take();
}

std::optional<std::string> legacy_drawing(std::string_view sheet) {
    const auto element = child_named(sheet, root_of(sheet), "legacyDrawing");
    if (!element) return std::nullopt;
    const auto id = prefixed_attribute(element->in(sheet), "id");
    if (!id) throw NotAnnotatable("The drawing of a sheet's comments has no name.");
    return std::string(*id);
}

std::string with_legacy_drawing(std::string_view sheet, std::string_view id) {
    // CT_Worksheet, ECMA-376 part 1, 18.3.1.99: what may stand behind legacyDrawing. Controls come wrapped.
    constexpr std::array<std::string_view, 9> behind = {"legacyDrawingHF", "drawingHF", "picture",
                                                        "oleObjects",      "controls",  "webPublishItems",
                                                        "tableParts",      "extLst",    "AlternateContent"};
    const Element root = root_of(sheet);
    std::size_t place = root.close;
    for (const Element& child : children_of(sheet, root)) {
        if (std::find(behind.begin(), behind.end(), child.open.local()) == behind.end()) continue;
        place = child.open.begin;
        break;
    }
    const std::string_view space = is_strict(sheet)
                                       ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::string text(sheet);
    text.insert(place, fmt::format("<{}legacyDrawing xmlns:r=\"{}\" r:id=\"{}\"/>", root.open.prefix(), space, id));
    return text;
}

}  // namespace panelbook::annotate
