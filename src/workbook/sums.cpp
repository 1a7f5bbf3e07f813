#include "panelbook/workbook/sums.hpp"

#include <cstdint>
#include <map>
#include <optional>

#include "panelbook/core/text.hpp"
#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/relationships.hpp"
#include "panelbook/workbook/workbook_part.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::int64_t most_rows = 1'048'576;
constexpr std::int64_t most_columns = 16'384;

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads a sum from the left; every step says whether it could.
class SumReader {
public:
    SumReader(std::string_view text, CellRef from, CellRef at) : m_rest(text), m_from(from), m_at(at) {}

    /// Terms with + and - between them, to the end.
    bool read() {
        bool subtracted = false;
        if (!take('+')) subtracted = take('-');
        if (!term(subtracted)) return false;
        while (!at_end()) {
            if (take('+'))
                subtracted = false;
            else if (take('-'))
                subtracted = true;
            else
                return false;
            if (!term(subtracted)) return false;
        }
        return true;
    }

    std::vector<Addend> addends;

private:
    void skip_blanks() {
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == '\n')) m_rest.remove_prefix(1);
    }
    bool at_end() {
        skip_blanks();
        return m_rest.empty();
    }
    bool take(char sign) {
        skip_blanks();
        if (m_rest.empty() || m_rest.front() != sign) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool term(bool subtracted) {
        skip_blanks();
        if (m_rest.size() > 4 && folded(m_rest.substr(0, 4)) == "sum(") {
            m_rest.remove_prefix(4);
            do {
                if (!range(subtracted, true)) return false;
            } while (take(','));
            return take(')');
        }
        return range(subtracted, false);
    }

    bool range(bool subtracted, bool only_numbers) {
        skip_blanks();
        const std::optional<CellRef> first = reference();
        if (!first) return false;
        CellRange cells{*first, *first};
        if (take(':')) {
            const std::optional<CellRef> last = reference();
            // A range outside SUM stands for one of its cells, and which one nobody can see.
            if (!last || !only_numbers || last->row < first->row || last->column < first->column) return false;
            cells.last = *last;
        }
        addends.push_back({cells, subtracted, only_numbers});
        return true;
    }

    /// "B4", "$B$4", moved from the cell it was written for to the cell it is read in.
    std::optional<CellRef> reference() {
        skip_blanks();
        std::string plain;
        const bool fixed_column = take_dollar();
        while (!m_rest.empty() && is_letter(m_rest.front())) next_into(plain);
        if (plain.empty()) return std::nullopt;
        const bool fixed_row = take_dollar();
        const std::size_t letters = plain.size();
        while (!m_rest.empty() && is_digit(m_rest.front())) next_into(plain);
        if (plain.size() == letters) return std::nullopt;
        // LOG10(, Sheet1! and names such as Q1_total are no cells.
        if (!m_rest.empty() && std::string_view("(!_.[").find(m_rest.front()) != std::string_view::npos)
            return std::nullopt;
        if (!m_rest.empty() && is_letter(m_rest.front())) return std::nullopt;
        const std::optional<CellRef> written = parse_a1(plain);
        if (!written) return std::nullopt;
        std::int64_t row = written->row;
        std::int64_t column = written->column;
        if (!fixed_row) row += std::int64_t{m_at.row} - m_from.row;
        if (!fixed_column) column += std::int64_t{m_at.column} - m_from.column;
        if (row < 0 || column < 0 || row >= most_rows || column >= most_columns) return std::nullopt;
        return CellRef{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
    }

    bool take_dollar() {
        if (m_rest.empty() || m_rest.front() != '$') return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void next_into(std::string& text) {
        text += m_rest.front();
        m_rest.remove_prefix(1);
    }

    std::string_view m_rest;
    CellRef m_from;
    CellRef m_at;
};

/// Collects the sums among the formulas of a sheet.
class FormulaHandler : public XmlHandler {
public:
    explicit FormulaHandler(std::vector<SumFormula>& sums) : m_sums(sums) {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (!is_spreadsheet(name)) return;
        if (name.local == "c") m_cell = parse_a1(attributes.find("r").value_or(""));
        if (name.local != "f") return;
        m_in_formula = true;
        m_text.clear();
        const std::string_view kind = attributes.find("t").value_or("normal");
        m_shared = kind == "shared";
        m_plain = kind == "normal";
        m_group = attributes.find("si").value_or("");
    }
    void end_element(const XmlName& name) override {
        if (!is_spreadsheet(name) || name.local != "f") return;
        m_in_formula = false;
        if (!m_cell || (!m_plain && !m_shared)) return;
        CellRef from = *m_cell;
        if (m_shared) {
            if (!m_text.empty()) m_groups[m_group] = {m_text, *m_cell};
            const auto group = m_groups.find(m_group);
            if (group == m_groups.end()) return;
            m_text = group->second.text;
            from = group->second.from;
        }
        std::vector<Addend> addends = parse_sum(m_text, from, *m_cell);
        if (!addends.empty()) m_sums.push_back({*m_cell, std::move(addends)});
    }
    void text(std::string_view piece) override {
        constexpr std::size_t longest_formula = 8192;
        if (m_in_formula && m_text.size() <= longest_formula) m_text += piece;
    }

private:
    struct Shared {
        std::string text;
        CellRef from;
    };
    std::vector<SumFormula>& m_sums;
    std::map<std::string, Shared> m_groups;
    std::optional<CellRef> m_cell;
    std::string m_group;
    std::string m_text;
    bool m_in_formula = false;
    bool m_shared = false;
    bool m_plain = false;
};

}  // namespace

std::vector<Addend> parse_sum(std::string_view formula, CellRef from, CellRef at) {
    SumReader reader(formula, from, at);
    if (!reader.read()) return {};
    return std::move(reader.addends);
}

std::vector<SheetSums> read_sums(std::string_view bytes, const Limits& limits) {
    if (!bytes.starts_with("PK")) return {};
    Package package(bytes, limits);
    const std::vector<Relationship> of_package = relationships_of(package, "", limits);
    const Relationship* workbook = first_of_type(of_package, "officeDocument");
    if (workbook == nullptr || !package.has(workbook->target)) return {};
    const WorkbookPart part = read_workbook_part(package.open(workbook->target), limits);
    const std::vector<Relationship> links = relationships_of(package, workbook->target, limits);
    std::vector<SheetSums> all;
    for (const SheetEntry& entry : part.sheets) {
        for (const Relationship& link : links) {
            if (link.id != entry.relationship || link.type != "worksheet" || !package.has(link.target)) continue;
            SheetSums& sheet = all.emplace_back();
            sheet.sheet = entry.name;
            PartStream stream = package.open(link.target);
            FormulaHandler handler(sheet.sums);
            read_xml(stream, handler, limits);
        }
    }
    return all;
}

}  // namespace panelbook::workbook
