#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "panelbook/core/finding.hpp"

namespace panelbook::workbook {

/// What is wrong with single cells of one sheet. A program that writes a fault writes it thousands of times, so each
/// rule becomes one finding, at its first cell, that says how many cells more there are.
class CellFaults {
public:
    struct Rule {
        Severity severity;
        std::string_view id;
        std::string_view message;
        std::string_view remedy;
    };

    /// `rule` must outlive the faults; `found` is what stands in the cell.
    void add(const Rule& rule, CellRef at, std::string_view found);
    /// In the order of the rules' ids.
    Findings findings(const std::string& file, const std::string& sheet) const;

private:
    struct Fault {
        const Rule* rule;
        CellRef first;
        std::string found;
        std::uint64_t count = 0;
    };
    std::map<std::string_view, Fault> m_faults;
};

}  // namespace panelbook::workbook
