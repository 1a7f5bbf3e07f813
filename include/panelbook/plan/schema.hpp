#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::plan {

/// One column of one sheet of the plan workbook. Reader, writer and documentation all use this one table.
struct ColumnSchema {
    std::string_view heading;               ///< "tile kind"
    bool required = false;                  ///< a row without it is an error
    std::string_view note;                  ///< the cell note that staff read
    std::vector<std::string_view> choices;  ///< the only words allowed; empty: free text
    std::string_view example;               ///< what the example row shows
    double width = 16;                      ///< in characters
};

struct SheetSchema {
    std::string_view name;
    std::string_view purpose;  ///< the line above the headings
    std::vector<ColumnSchema> columns;
};

/// The sheets of design order: Settings, Priorities, Measures, Areas, Sources, Labels, Releases, Gaps, Issued, Resets,
/// Events, Commentary, Glossary. Sheets that later parts will read (Records, Cohorts, Accepted, Holidays) are not here:
/// the reader warns that this version does not use them.
std::span<const SheetSchema> schema();

}  // namespace panelbook::plan
