#pragma once

#include <map>
#include <string>
#include <vector>

#include "panelbook/core/cell_role.hpp"

namespace panelbook::extract {

/// What every filled cell of the mapped tables was read as, by address. A cell that was claimed several times has the
/// role that comes first in CellRole.
class CellLedger {
public:
    void claim(const std::string& sheet, CellRef cell, CellRole role);
    /// By sheet, column and row; no cell twice.
    std::vector<CellRun> runs() const;

private:
    struct Stretch {
        std::uint32_t first_row = 0;
        std::uint32_t last_row = 0;
        CellRole role = CellRole::not_read;
    };
    using Columns = std::map<std::uint32_t, std::vector<Stretch>>;  // in the order of the claims
    std::map<std::string, Columns, std::less<>> m_sheets;
};

}  // namespace panelbook::extract
