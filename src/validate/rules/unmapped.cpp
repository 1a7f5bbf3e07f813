#include <fmt/format.h>
#include <map>

#include "panelbook/extract/number_text.hpp"
#include "panelbook/validate/rule.hpp"

#include "date_line.hpp"

namespace panelbook::validate {

namespace {

using workbook::Sheet;

/// The non-empty cells of each column, from the top.
std::map<std::uint32_t, std::vector<const Cell*>> columns_of(const Sheet& sheet) {
    std::map<std::uint32_t, std::vector<const Cell*>> columns;
    for (const Cell& cell : sheet.cells) columns[cell.at.column].push_back(&cell);
    return columns;
}

bool is_number(const Cell* cell) {
    return cell != nullptr && std::holds_alternative<double>(cell->value);
}

class SheetRules {
public:
    SheetRules(const Sheet& sheet, const std::string& file, Findings& findings)
        : m_sheet(sheet), m_file(file), m_findings(findings) {}

    void check() {
        find_errors();
        for (const auto& [column, cells] : columns_of(m_sheet)) {
            find_text_numbers(cells);
            find_date_texts(cells);
        }
        find_hidden_rows();
    }

private:
    void add(Severity severity, std::string rule, CellRef at, std::string message, std::string remedy,
             std::string expected = {}) {
        const Cell* cell = m_sheet.at(at);
        m_findings.push_back({severity,
                              std::move(rule),
                              {m_file, m_sheet.name, at},
                              std::move(message),
                              std::move(remedy),
                              cell != nullptr ? to_text(cell->value) : std::string(),
                              std::move(expected)});
    }

    void find_errors() {
        for (const Cell& cell : m_sheet.cells) {
            const auto* error = std::get_if<CellError>(&cell.value);
            if (error == nullptr) continue;
            add(Severity::warning, "error-value", cell.at, fmt::format("This cell shows the error {}.", error->code),
                "Mend the formula, or type the figure, or .. if there is none.");
        }
    }

    /// A text that is a number, right below a number, in a column where such texts are few.
    void find_text_numbers(const std::vector<const Cell*>& cells) {
        std::vector<const Cell*> texts;
        std::size_t numbers = 0;
        for (const Cell* cell : cells) {
            if (is_number(cell)) ++numbers;
            const auto* text = std::get_if<std::string>(&cell->value);
            if (text == nullptr || cell->at.row == 0 || !is_number(m_sheet.at({cell->at.row - 1, cell->at.column})))
                continue;
            const auto number = extract::parse_number_text(*text);
            if (number && !number->marked && number->marker == Marker::none) texts.push_back(cell);
        }
        constexpr std::size_t enough = 3;
        if (numbers < enough || texts.size() * 3 > numbers) return;
        for (const Cell* cell : texts) {
            add(Severity::warning, "text-number", cell->at, "This number is stored as text among real numbers.",
                "Select the cell, and choose Convert to Number from the warning sign beside it.");
        }
    }

    void find_date_texts(const std::vector<const Cell*>& cells) {
        for (const DateFault& fault : date_faults(cells)) {
            // Which way round a date is can be told only where it is known to be a period.
            if (fault.kind == DateFault::Kind::swapped) continue;
            add(Severity::warning, "date-as-text", fault.at, "This date is stored as text among real dates.",
                "Type it again as a date.", to_iso(fault.meant));
        }
    }

    void find_hidden_rows() {
        std::map<std::uint32_t, CellRef> rows;
        for (const Cell& cell : m_sheet.cells) {
            if (m_sheet.hidden_rows.contains(cell.at.row) && is_number(&cell)) rows.try_emplace(cell.at.row, cell.at);
        }
        if (rows.empty()) return;
        const bool one = rows.size() == 1;
        add(Severity::warning, "hidden-row", rows.begin()->second,
            one ? fmt::format("Row {} is hidden and holds figures.", rows.begin()->first + 1)
                : fmt::format("{} hidden rows hold figures, row {} first.", rows.size(), rows.begin()->first + 1),
            "If a filter hides them, clear it; if they are not meant to be sent, delete them.");
    }

    const Sheet& m_sheet;
    const std::string& m_file;
    Findings& m_findings;
};

}  // namespace

Findings validate_unmapped(const workbook::Workbook& book, std::span<const workbook::SheetSums> sums,
                           const std::string& file) {
    Findings findings = stale_sums(book, sums, file);
    for (const Sheet& sheet : book.sheets) SheetRules(sheet, file, findings).check();
    return findings;
}

}  // namespace panelbook::validate
