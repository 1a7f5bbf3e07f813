#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/cell.hpp"

namespace panelbook {

enum class Severity { note, warning, error };
std::string_view to_word(Severity severity);

/// Where something stands in what was sent. Parts that do not apply are empty.
struct Place {
    std::string file;  ///< as the sender knows it: the path below inbox/, or "plan.xlsx"
    std::string sheet;
    std::optional<CellRef> cell;
    bool operator==(const Place&) const = default;
    /// "Return.xlsx: Return!C14", "Return.xlsx: Return", "Return.xlsx"; pastes into Excel's Name Box from the sheet on.
    /// A sheet name that needs quotes gets them: 'April data'!C14.
    std::string text() const;
};

/// Something wrong, or worth knowing, in what was sent. Collected, never thrown.
struct Finding {
    Severity severity = Severity::error;
    std::string rule;  ///< kebab-case, never reused: "not-a-number"
    Place where;
    std::string message;  ///< one or two plain sentences: what is wrong
    std::string remedy;   ///< what to do, for the person who sent it
    std::string found;    ///< the text of the cell, as it stands; empty where it does not apply
    std::string expected;
};
using Findings = std::vector<Finding>;

/// What we got, and what was wrong with it.
template <class T>
struct Checked {
    T value;
    Findings findings;
};

/// "error: inbox/Northshire.xlsx: Return!C14: not-a-number\n  MESSAGE REMEDY\n"
std::string to_text(const Finding& finding);

/// error before warning before note, then file, sheet, row, column, rule: the same order whatever was read first.
void sort_findings(Findings& findings);
bool any_error(const Findings& findings);

}  // namespace panelbook
