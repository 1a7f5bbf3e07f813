#include "panelbook/workbook/cell_faults.hpp"

#include <fmt/format.h>
#include <utility>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

namespace {

/// The beginning of a text, cut between two characters.
std::string beginning(std::string_view text) {
    constexpr std::size_t most_bytes = 80;
    if (text.size() <= most_bytes) return std::string(text);
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "...";
}

}  // namespace

void CellFaults::add(const Rule& rule, CellRef at, std::string_view found) {
    const auto [place, is_new] = m_faults.try_emplace(rule.id, Fault{&rule, at, {}, 0});
    if (is_new) place->second.found = beginning(found);
    ++place->second.count;
}

Findings CellFaults::findings(const std::string& file, const std::string& sheet) const {
    Findings findings;
    for (const auto& [id, fault] : m_faults) {
        Finding finding;
        finding.severity = fault.rule->severity;
        finding.rule = id;
        finding.where = Place{file, sheet, fault.first};
        finding.message = fault.rule->message;
        const std::uint64_t others = fault.count - 1;
        if (others == 1) finding.message += " So it is with 1 other cell of this sheet.";
        if (others > 1) finding.message += fmt::format(" So it is with {} other cells of this sheet.", grouped(others));
        finding.remedy = fault.rule->remedy;
        finding.found = fault.found;
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace panelbook::workbook
