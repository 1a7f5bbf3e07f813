#include <fmt/format.h>
#include <map>
#include <set>

#include "panelbook/extract/locate.hpp"
#include "panelbook/validate/rule.hpp"

#include "date_line.hpp"

namespace panelbook::validate {

namespace {

/// Cells of a table by row of its headings and by column of its body: where its periods stand, whichever way it is
/// turned.
struct DateLines {
    std::map<std::uint32_t, std::vector<const Cell*>> rows;
    std::map<std::uint32_t, std::vector<const Cell*>> columns;
};

DateLines lines_of(const workbook::Sheet& sheet, const extract::TableRead& table) {
    DateLines lines;
    for (const Cell& cell : extract::cells_of_rows(sheet, table.header.first.row, table.header.last.row))
        lines.rows[cell.at.row].push_back(&cell);
    for (const Cell& cell : extract::cells_of_rows(sheet, table.body.first.row, table.body.last.row))
        lines.columns[cell.at.column].push_back(&cell);
    return lines;
}

Finding about(const DateFault& fault, const std::string& file, const std::string& sheet) {
    Finding finding;
    finding.where = {file, sheet, fault.at};
    finding.found = fault.found;
    if (fault.kind == DateFault::Kind::swapped) {
        finding.severity = Severity::error;
        finding.rule = "day-month-swap";
        finding.message =
            fmt::format("Day and month of this date have changed places: {} stands among dates of the {}.", fault.found,
                        fault.meant.day() == 1 ? "first of the month" : "same day");
        finding.remedy = "Type the date again, with the month in letters: 1-May-2014.";
        finding.expected = to_iso(fault.meant);
        return finding;
    }
    finding.severity = Severity::warning;
    finding.rule = "date-as-text";
    finding.message = "This date is stored as text among real dates. It was taken as the date it shows.";
    finding.remedy = "Type it again as a date.";
    finding.expected = to_iso(fault.meant);
    return finding;
}

}  // namespace

void check_dates(Sent& sent, Findings& findings) {
    std::set<std::pair<std::string, CellRef>> said;  // two tables of the plan may read the same cells
    for (const extract::TableRead& table : sent.extract.tables) {
        const workbook::Sheet* sheet = sent.book.sheet(table.sheet);
        if (sheet == nullptr || table.header == CellRange{}) continue;
        const DateLines lines = lines_of(*sheet, table);
        const auto find = [&](const std::vector<const Cell*>& line, bool across) {
            for (const DateFault& fault : date_faults(line)) {
                if (said.insert({table.sheet, fault.at}).second)
                    findings.push_back(about(fault, sent.file.name, table.sheet));
                if (fault.kind != DateFault::Kind::swapped) continue;
                for (Observation& one : sent.extract.observations) {
                    if (one.where.sheet != table.sheet || !table.body.contains(one.where.cell)) continue;
                    const bool under =
                        across ? one.where.cell.column == fault.at.column : one.where.cell.row == fault.at.row;
                    if (under) withhold(one);
                }
            }
        };
        for (const auto& [row, line] : lines.rows) find(line, true);
        for (const auto& [column, line] : lines.columns) find(line, false);
    }
}

}  // namespace panelbook::validate
