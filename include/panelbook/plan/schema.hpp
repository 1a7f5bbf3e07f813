#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::plan {

/// What a cell of a column holds: decides how it is written, so that Excel does not change what staff type.
enum class ColumnKind {
    text,  ///< words
    code,  ///< a name or number that must stay as typed: "14A", "3.10", "2014-06"
    number,
    date,
};

/// One column of one sheet of the plan workbook. Reader, writer and documentation all use this one table.
struct ColumnSchema {
    std::string_view heading;               ///< "over time"
    bool required = false;                  ///< a row without it is an error
    std::string_view note;                  ///< the cell note that staff read
    std::vector<std::string_view> choices;  ///< the only words allowed; empty: free text
    std::string_view example;               ///< what the example row shows
    double width = 16;                      ///< in characters
    ColumnKind kind = ColumnKind::text;
    std::string_view refers_to = {};  ///< the sheet whose first column holds the names that this one may hold
};

struct SheetSchema {
    std::string_view name;
    std::string_view purpose;  ///< the line above the headings
    std::vector<ColumnSchema> columns;
};

/// The sheets of design order: Settings, Priorities, Measures, Areas, Sources, Labels, Releases, Gaps, Issued, Resets,
/// Events, Commentary, Accepted, Glossary.
std::span<const SheetSchema> schema();
/// By name, case folded; null if there is none.
const SheetSchema* sheet_schema(std::string_view name);

/// One row of the sheet Settings.
struct SettingSchema {
    std::string_view name;
    std::string_view meaning;
    std::string_view otherwise;  ///< what holds where the value is blank, in words
    std::vector<std::string_view> choices;
    ColumnKind kind = ColumnKind::text;
};

/// The rules that control charts may follow, as `spc` names them.
inline constexpr std::array<std::string_view, 5> rule_sets{"opcc", "nhs", "weco", "nelson", "anhoej"};

/// In the order in which the sheet lists them.
std::span<const SettingSchema> settings_schema();

/// Sheets that a plan may hold but that this version does not use: Records, Cohorts, Holidays.
std::span<const std::string_view> sheets_not_used_yet();

}  // namespace panelbook::plan
