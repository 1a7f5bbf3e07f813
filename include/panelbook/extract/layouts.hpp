#pragma once

#include <functional>

#include "panelbook/extract/locate.hpp"
#include "panelbook/extract/table_job.hpp"

namespace panelbook::extract {

/// What a layout made of one table. Where the table's headings or columns could not be found, the findings say so and
/// no table is added to the extract.
///
/// `period` is what a sign-off block or the plan says about time where the table itself does not; it gives headings
/// such as "Apr" their year.

/// Periods across, one series a row.
void read_wide(const TableJob& job, const Stretch& stretch, std::optional<Period> period);
/// Periods down, one series a column.
void read_tall(const TableJob& job, const Stretch& stretch);
/// One observation a row.
void read_list(const TableJob& job, const Stretch& stretch, std::optional<Period> period);
/// The office's own form: a sign-off block, and below it one observation a row or periods across.
void read_return(const TableJob& job, const Stretch& stretch);
/// Single cells.
void read_cells(const TableJob& job);
/// One savings scheme a row.
void read_savings(const TableJob& job, const Stretch& stretch);

/// A field of the plan, found on the sheet. A heading that is not there is a "column-not-found" error.
std::optional<Field> require_field(const TableJob& job, std::string_view text, HeaderRows rows, std::string_view what);
/// The field where the plan gives one; else the first of `headings` that is there; else an absent one.
std::optional<Field> field_or_default(const TableJob& job, std::string_view text, HeaderRows rows,
                                      std::string_view what, std::span<const std::string_view> headings);

void find_header_missing(const TableJob& job, std::string message, std::string remedy);
/// A "rows-not-read" warning about figures below the blank row that ended a table.
void find_rows_below(const TableJob& job, const Body& body);
/// The table as it was understood, without its counts. Its title and its headings are claimed as such, and what stands
/// beside the figures in its rows, in columns that `reads` does not say are read, as not read.
TableRead describe_table(const TableJob& job, const Stretch& stretch, HeaderRows header, const Body& body,
                         std::uint32_t first_column, std::uint32_t last_column,
                         const std::function<bool(std::uint32_t)>& reads);

}  // namespace panelbook::extract
