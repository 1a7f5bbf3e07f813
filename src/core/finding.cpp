#include "panelbook/core/finding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace panelbook {

namespace {

bool needs_quotes(std::string_view sheet) {
    return !std::all_of(sheet.begin(), sheet.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::string quoted(std::string_view sheet) {
    if (!needs_quotes(sheet)) return std::string(sheet);
    std::string result = "'";
    for (const char c : sheet) result += c == '\'' ? "''" : std::string(1, c);
    return result + "'";
}

}  // namespace

std::string_view to_word(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

std::string Place::text() const {
    if (sheet.empty()) return cell ? fmt::format("{}: {}", file, to_a1(*cell)) : file;
    return cell ? fmt::format("{}: {}!{}", file, quoted(sheet), to_a1(*cell)) : fmt::format("{}: {}", file, sheet);
}

std::string to_text(const Finding& finding) {
    return fmt::format("{}: {}: {}\n  {}{}{}\n", to_word(finding.severity), finding.where.text(), finding.rule,
                       finding.message, finding.remedy.empty() ? "" : " ", finding.remedy);
}

void sort_findings(Findings& findings) {
    const auto key = [](const Finding& finding) {
        return std::make_tuple(-static_cast<int>(finding.severity), std::cref(finding.where.file),
                               std::cref(finding.where.sheet), finding.where.cell.value_or(CellRef{}),
                               std::cref(finding.rule), std::cref(finding.message));
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& left, const Finding& right) { return key(left) < key(right); });
}

bool any_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

}  // namespace panelbook
