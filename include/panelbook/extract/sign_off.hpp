#pragma once

#include <cstdint>
#include <optional>

#include "panelbook/extract/table_job.hpp"

namespace panelbook::extract {

/// The sign-off block at the head of a return: a label with its value in the next filled cell to the right, one a row.
struct SignOffBlock {
    SignOff sign_off;
    std::uint32_t end = 0;  ///< the row below its last line
};

/// Reads the block from the lines "Organisation", "Board", "Period", "Presented to the board on" and "Completed by
/// (role)" above the table. Nothing if there is none of them. A date that is not given is a note where the source needs
/// no release and a warning where it does ("sign-off-date-missing"); one that is no date is a warning
/// ("sign-off-date-unreadable"), and so is a period that cannot be read ("sign-off-period").
std::optional<SignOffBlock> read_sign_off(const TableJob& job, std::uint32_t first_row, std::uint32_t end_row);

}  // namespace panelbook::extract
