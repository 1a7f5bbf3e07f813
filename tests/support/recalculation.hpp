#pragma once

#include <map>
#include <string>
#include <vector>

#include "panelbook/report/model.hpp"

namespace panelbook::tests {

/// Works out the formulas of a report anew, as a spreadsheet program would: from the typed values alone, never from a
/// cached one. Knows the operators and the handful of functions that reports use; throws std::runtime_error, with the
/// formula, for anything else, for a reference that is shown nowhere, and for a range that is not in one column.
class Recalculation {
public:
    explicit Recalculation(const report::Report& report);

    report::ItemValue value(report::ItemId item);
    /// The items of a range, from its first row to its last.
    std::vector<report::ItemId> items(report::ItemRange range) const;
    bool shown(report::ItemId item) const;

private:
    struct Place {
        const report::Table* table = nullptr;
        std::size_t row = 0;
        std::size_t column = 0;
    };
    const report::Report* m_report;
    std::map<report::ItemId, Place> m_places;
    std::map<report::ItemId, report::ItemValue> m_values;
};

/// All tables of a report, by name; a table without one by its title.
std::map<std::string, const report::Table*> tables_of(const report::Report& report);

/// The text of an item, or its number as C++ prints it; empty for an empty one.
std::string text_of(const report::Report& report, report::ItemId item);

}  // namespace panelbook::tests
