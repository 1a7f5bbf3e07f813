#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/core/period.hpp"

namespace panelbook::extract {

/// What one cell of a heading says about time.
struct HeadingPart {
    std::string text;             ///< trimmed; empty for an empty cell
    std::optional<Period> whole;  ///< "Apr-14", a date, "2014/15 Q1", "2014/15", 201404
    std::optional<int> year;      ///< "2014", calendar
    bool needs_year = false;      ///< "Apr", "Q1", "Apr-Jun": a period once the year is known
    bool total = false;           ///< "Total", "Sum", "YTD"
    bool to_date = false;         ///< "YTD", "Year to date": a total from April to the month before it
    bool period_like() const { return whole || year || needs_year; }
};

/// Reads one cell of a heading; a null cell gives an empty part.
HeadingPart read_heading(const Cell* cell);

/// One column (or, where periods go down, one row) with its headings from the outermost to the innermost.
struct Heading {
    std::uint32_t index = 0;
    std::vector<HeadingPart> parts;
};

enum class SlotKind { period, total, other };

/// One place on the period axis of a table.
struct Slot {
    std::uint32_t index = 0;  ///< column or row of the sheet, zero-based
    SlotKind kind = SlotKind::other;
    std::optional<Period> period;  ///< of a total: the year that stands above it, where there is one
    bool to_date = false;
    std::string text;  ///< the heading as it stands: "2009 / Jan"
};

/// The periods of headings in the order of the sheet.
///
/// An outer heading left empty is that of the heading before it. A month takes its year from the outer heading: within
/// a financial year January to March lie in its second year; below a bare year the year grows when December has passed.
/// Months before the first year are those that lead up to it. Without any year, `context` (a year or a quarter) gives
/// it. Texts like "2009-10" are financial years where one of their neighbours can be nothing else.
std::vector<Slot> resolve_headings(std::span<const Heading> headings, std::optional<Period> context);

}  // namespace panelbook::extract
