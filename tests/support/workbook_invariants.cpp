#include "support/workbook_invariants.hpp"

#include <cmath>
#include <variant>

#include "panelbook/core/text.hpp"
#include "panelbook/workbook/cell_text.hpp"

namespace panelbook::tests {

namespace {

/// Says what is wrong with a value; empty if nothing is.
struct ValueCheck {
    const workbook::Limits& limits;

    std::string operator()(std::monostate) const { return "a cell is empty"; }
    std::string operator()(double number) const { return std::isfinite(number) ? "" : "a number is not finite"; }
    std::string operator()(bool) const { return {}; }
    std::string operator()(const std::string& text) const {
        if (text.empty()) return "a text is empty";
        if (!valid_utf8(text)) return "a text is not UTF-8";
        return workbook::excel_length(text) > limits.cell_characters ? "a text is too long" : "";
    }
    std::string operator()(const DateTime& date) const {
        if (date.date.is_special()) return "a date is none";
        return date.day_fraction >= 0.0 && date.day_fraction < 1.0 ? "" : "a part of a day is none";
    }
    std::string operator()(const Elapsed& elapsed) const {
        return std::isfinite(elapsed.days) ? "" : "a time is not finite";
    }
    std::string operator()(const CellError& error) const {
        return valid_utf8(error.code) ? "" : "an error is not UTF-8";
    }
};

std::string broken_in_sheet(const workbook::Sheet& sheet, const workbook::Limits& limits) {
    const Cell* before = nullptr;
    for (const Cell& cell : sheet.cells) {
        const std::string wrong = std::visit(ValueCheck{limits}, cell.value);
        if (!wrong.empty()) return to_a1(cell.at) + ": " + wrong;
        if (before && before->at >= cell.at) return to_a1(cell.at) + ": out of order";
        before = &cell;
    }
    for (const CellRange& range : sheet.merged) {
        if (range.first.row > range.last.row || range.first.column > range.last.column)
            return "a merged range is reversed";
    }
    return {};
}

}  // namespace

std::string broken_invariant(const Checked<workbook::Workbook>& read, const workbook::Limits& limits) {
    std::size_t cells = 0;
    for (const workbook::Sheet& sheet : read.value.sheets) {
        const std::string wrong = broken_in_sheet(sheet, limits);
        if (!wrong.empty()) return sheet.name + "!" + wrong;
        cells += sheet.cells.size();
    }
    if (cells > limits.cells) return "too many cells";
    if (read.value.sheets.empty() && !any_error(read.findings)) return "nothing was taken and no error says why";
    for (const Finding& finding : read.findings) {
        if (finding.rule.empty() || finding.message.empty() || finding.remedy.empty())
            return "a finding does not say what to do";
        if (!valid_utf8(to_text(finding))) return "a finding is not UTF-8";
    }
    return {};
}

}  // namespace panelbook::tests
