#pragma once

#include <string>
#include <vector>

#include "panelbook/extract/extract.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::tests {

/// What does not add up between a workbook and what its cells were read as: "Return!C4 is claimed by nothing" for a
/// filled cell within the title, the headings or the rows of a table, "... is claimed but empty", "... is claimed
/// twice". The cells are counted from the workbook alone.
std::vector<std::string> wrong_accounts(const workbook::Workbook& book, const extract::Extract& extract);

/// The filled cells of the tables' headings and rows, counted from the workbook alone.
std::size_t filled_cells(const workbook::Workbook& book, const std::vector<extract::TableRead>& tables);

/// One letter a cell, a row a line, "." for what nothing claims: H header, L label, F figure, N n, M marker, T checked
/// total, U unchecked total, E in error, W not wanted, K unknown label, P unknown period, X words, - not read.
std::string roles_text(const extract::Extract& extract, const workbook::Sheet& sheet);

}  // namespace panelbook::tests
