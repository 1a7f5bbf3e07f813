#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "panelbook/workbook/little_endian.hpp"

namespace panelbook::workbook {

/// The types of the records of an .xls file that are looked at ([MS-XLS] 2.3.2; before 1995, their older numbers).
enum class BiffType : std::uint16_t {
    formula = 0x0006,
    end_of_stream = 0x000A,
    date_1904 = 0x0022,
    file_pass = 0x002F,
    continued = 0x003C,
    code_page = 0x0042,
    column_info = 0x007D,
    bound_sheet = 0x0085,
    multiple_rk = 0x00BD,
    rich_string = 0x00D6,
    extended_format = 0x00E0,
    merged_cells = 0x00E5,
    shared_strings = 0x00FC,
    label_shared = 0x00FD,
    supporting_book = 0x01AE,
    number = 0x0203,
    label = 0x0204,
    boolean_or_error = 0x0205,
    string = 0x0207,
    row = 0x0208,
    array = 0x0221,
    table = 0x0236,
    rk = 0x027E,
    format = 0x041E,
    shared_formula = 0x04BC,
    beginning_of_stream = 0x0809,
};

struct BiffRecord {
    BiffType type = BiffType::end_of_stream;
    LittleEndian body;
};

/// The records of a stream, one after the other.
class BiffRecords {
public:
    /// `stream` must outlive this and what it gives. Throws Refused if `at` lies beyond its end.
    explicit BiffRecords(std::string_view stream, std::uint64_t at = 0);

    /// The next record; nothing at the end of the stream. Throws Refused if a record stops short.
    std::optional<BiffRecord> next();
    /// The type of the record that `next` would give; nothing at the end.
    std::optional<BiffType> next_type() const;
    /// The body of a record just read, and those of the records that follow to continue it, which are taken.
    std::vector<std::string_view> with_continued(const BiffRecord& record);
    /// Where the next record begins.
    std::uint64_t at() const { return m_at; }

private:
    LittleEndian m_stream;
    std::uint64_t m_at = 0;
};

}  // namespace panelbook::workbook
