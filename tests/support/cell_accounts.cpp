#include "cell_accounts.hpp"

#include <map>
#include <set>

#include "panelbook/core/text.hpp"

namespace panelbook::tests {

namespace {

using Address = std::pair<std::string, CellRef>;

bool filled(const Cell& cell) {
    return !trimmed(to_text(cell.value)).empty();
}

std::string shown(const Address& address) {
    return address.first + "!" + to_a1(address.second);
}

std::set<Address> filled_in_tables(const workbook::Workbook& book, const std::vector<extract::TableRead>& tables) {
    std::set<Address> cells;
    for (const extract::TableRead& table : tables) {
        const workbook::Sheet* sheet = book.sheet(table.sheet);
        // A single cell that the plan names has no headings.
        const bool headed = table.header != CellRange{} || table.body.first != table.body.last;
        for (const Cell& cell : sheet->cells) {
            const bool within = (headed && table.header.contains(cell.at)) || table.body.contains(cell.at);
            if (filled(cell) && within) cells.emplace(table.sheet, cell.at);
        }
    }
    return cells;
}

char letter(CellRole role) {
    switch (role) {
        case CellRole::figure:
            return 'F';
        case CellRole::in_error:
            return 'E';
        case CellRole::denominator:
            return 'N';
        case CellRole::marker:
            return 'M';
        case CellRole::checked_total:
            return 'T';
        case CellRole::unchecked_total:
            return 'U';
        case CellRole::header:
            return 'H';
        case CellRole::label:
            return 'L';
        case CellRole::not_wanted:
            return 'W';
        case CellRole::unknown_label:
            return 'K';
        case CellRole::unknown_period:
            return 'P';
        case CellRole::words_measure:
            return 'X';
        case CellRole::not_read:
            return '-';
    }
    return '?';
}

}  // namespace

std::vector<std::string> wrong_accounts(const workbook::Workbook& book, const extract::Extract& extract) {
    std::vector<std::string> wrong;
    std::set<Address> claimed;
    for (const CellRun& run : extract.cells.runs()) {
        for (std::uint32_t row = run.first_row; row <= run.last_row; ++row) {
            const Address address{run.sheet, {row, run.column}};
            if (!claimed.insert(address).second) wrong.push_back(shown(address) + " is claimed twice");
            const workbook::Sheet* sheet = book.sheet(run.sheet);
            const Cell* cell = sheet ? sheet->at(address.second) : nullptr;
            if (!cell || !filled(*cell)) wrong.push_back(shown(address) + " is claimed but empty");
        }
    }
    for (const Address& address : filled_in_tables(book, extract.tables))
        if (!claimed.contains(address)) wrong.push_back(shown(address) + " is claimed by nothing");
    return wrong;
}

std::size_t filled_cells(const workbook::Workbook& book, const std::vector<extract::TableRead>& tables) {
    return filled_in_tables(book, tables).size();
}

std::string roles_text(const extract::Extract& extract, const workbook::Sheet& sheet) {
    std::vector<std::string> rows(sheet.row_count(), std::string(sheet.column_count(), '.'));
    for (const CellRun& run : extract.cells.runs()) {
        for (std::uint32_t row = run.first_row; row <= run.last_row; ++row) rows[row][run.column] = letter(run.role);
    }
    std::string text;
    for (const std::string& row : rows) text += row + "\n";
    return text;
}

}  // namespace panelbook::tests
