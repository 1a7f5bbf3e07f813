#include "panelbook/extract/cell_ledger.hpp"

#include <algorithm>

namespace panelbook::extract {

namespace {

/// Adds a cell below the last one to its stretch, or begins a new one.
template <class Stretches>
void extend(Stretches& stretches, std::uint32_t row, CellRole role) {
    if (!stretches.empty() && stretches.back().role == role && stretches.back().last_row + 1 == row)
        stretches.back().last_row = row;
    else
        stretches.push_back({row, row, role});
}

template <class Stretches>
Stretches settled(const Stretches& claims) {
    const auto apart = [](const auto& one, const auto& next) { return one.last_row >= next.first_row; };
    if (std::adjacent_find(claims.begin(), claims.end(), apart) == claims.end()) return claims;
    std::map<std::uint32_t, CellRole> roles;
    for (const auto& claim : claims) {
        for (std::uint32_t row = claim.first_row; row <= claim.last_row; ++row) {
            const auto [entry, added] = roles.try_emplace(row, claim.role);
            if (!added) entry->second = std::min(entry->second, claim.role);
        }
    }
    Stretches result;
    for (const auto& [row, role] : roles) extend(result, row, role);
    return result;
}

}  // namespace

void CellLedger::claim(const std::string& sheet, CellRef cell, CellRole role) {
    extend(m_sheets[sheet][cell.column], cell.row, role);
}

std::vector<CellRun> CellLedger::runs() const {
    std::vector<CellRun> runs;
    for (const auto& [sheet, columns] : m_sheets) {
        for (const auto& [column, claims] : columns) {
            for (const Stretch& each : settled(claims))
                runs.push_back({sheet, column, each.first_row, each.last_row, each.role});
        }
    }
    return runs;
}

}  // namespace panelbook::extract
