#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "panelbook/extract/locate.hpp"
#include "panelbook/validate/rule.hpp"

namespace panelbook::validate {

namespace {

/// A sum with the size of what went into it, which says how exact it can be.
struct Sum {
    double value = 0.0;
    double size = 0.0;
};

/// What the formula comes to from the values stored beside it; nothing where a cell holds what cannot be added.
std::optional<Sum> worked_out(const workbook::SumFormula& formula, const workbook::Sheet& sheet) {
    Sum sum;
    for (const workbook::Addend& addend : formula.addends) {
        if (addend.range.contains(formula.at)) return std::nullopt;
        for (const Cell& cell : extract::cells_of_rows(sheet, addend.range.first.row, addend.range.last.row)) {
            if (!addend.range.contains(cell.at)) continue;
            const auto* number = std::get_if<double>(&cell.value);
            if (number == nullptr) {
                const bool counts_for_nothing = addend.only_numbers && std::holds_alternative<std::string>(cell.value);
                if (!counts_for_nothing) return std::nullopt;
                continue;
            }
            sum.value += addend.subtracted ? -*number : *number;
            sum.size += std::abs(*number);
        }
    }
    return sum;
}

Finding about(const workbook::SumFormula& formula, double stored, double sum, const std::string& file,
              const std::string& sheet) {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = "stale-sum";
    finding.where = {file, sheet, formula.at};
    finding.found = to_text(CellValue{stored});
    finding.expected = to_text(CellValue{std::round(sum * 1e6) / 1e6});
    finding.message = fmt::format(
        "The file holds {} for this sum, but its cells come to {}: it was not worked out again "
        "after they changed.",
        finding.found, finding.expected);
    finding.remedy = "Open the file in Excel, press F9, check the figure and save the file again.";
    return finding;
}

}  // namespace

Findings stale_sums(const workbook::Workbook& book, std::span<const workbook::SheetSums> sums,
                    const std::string& file) {
    Findings findings;
    for (const workbook::SheetSums& of_sheet : sums) {
        const workbook::Sheet* sheet = book.sheet(of_sheet.sheet);
        if (sheet == nullptr) continue;
        for (const workbook::SumFormula& formula : of_sheet.sums) {
            const Cell* cell = sheet->at(formula.at);
            const auto* stored = cell == nullptr ? nullptr : std::get_if<double>(&cell->value);
            if (stored == nullptr) continue;
            const std::optional<Sum> sum = worked_out(formula, *sheet);
            if (!sum || std::abs(sum->value - *stored) <= 1e-9 * std::max(sum->size, std::abs(*stored))) continue;
            findings.push_back(about(formula, *stored, sum->value, file, of_sheet.sheet));
        }
    }
    return findings;
}

void check_stale_sums(Sent& sent, Findings& findings) {
    for (Finding& finding : stale_sums(sent.book, sent.sums, sent.file.name)) {
        for (Observation& one : sent.extract.observations) {
            if (one.where.sheet != finding.where.sheet || one.where.cell != *finding.where.cell) continue;
            finding.severity = Severity::error;
            withhold(one);
        }
        findings.push_back(std::move(finding));
    }
}

}  // namespace panelbook::validate
