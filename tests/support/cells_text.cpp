#include "support/cells_text.hpp"

namespace panelbook::tests {

std::string cells_text(const workbook::Sheet& sheet) {
    std::string all;
    for (const Cell& cell : sheet.cells) {
        if (!all.empty()) all += ", ";
        all += to_a1(cell.at) + " " + std::string(type_name(cell.value)) + " " + to_text(cell.value);
        if (cell.percent_format) all += " %";
        if (cell.formula) all += " =";
    }
    return all;
}

std::string rules_text(const Findings& findings) {
    std::string all;
    for (const Finding& finding : findings) {
        if (!all.empty()) all += ", ";
        all += std::string(to_word(finding.severity)) + " " + finding.rule;
        if (!finding.where.sheet.empty()) all += " " + finding.where.sheet;
        if (finding.where.cell) all += "!" + to_a1(*finding.where.cell);
    }
    return all;
}

}  // namespace panelbook::tests
