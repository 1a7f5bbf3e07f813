#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "panelbook/core/cell.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/finding.hpp"

namespace panelbook::workbook {

/// Nothing of a file is taken, and why. Thrown inside this stage only; `read_workbook` turns it into a finding.
class Refused : public ReadError {
public:
    Refused(std::string rule, const std::string& message, std::string remedy);

    /// The sheet that was being read, for the finding's place.
    void set_sheet(const std::string& sheet) { m_sheet = sheet; }
    void set_cell(CellRef cell) { m_cell = cell; }
    /// The finding that says it, for the file that people call `file`.
    Finding finding(const std::string& file) const;

private:
    std::string m_rule;
    std::string m_remedy;
    std::string m_sheet;
    std::optional<CellRef> m_cell;
};

/// The file is not whole or not sound. `what` is one plain sentence: "It ends before its list of parts."
Refused damaged(const std::string& what);

/// The file is of a kind that is not read. `what` is one plain sentence that says of which.
Refused not_read(const std::string& what, std::string remedy);

/// The file is encrypted.
Refused password_protected();

/// The workbook has no sheet with cells.
Refused no_sheets();

/// A limit was reached. `limit` says which in words that follow "the limit": "of 256 sheets (sheets)".
Refused limit_hit(const std::string& limit);

/// "5,000,000"
std::string grouped(std::uint64_t count);
/// "50 MiB", "100 KiB", "7 bytes"
std::string byte_words(std::uint64_t bytes);

}  // namespace panelbook::workbook
