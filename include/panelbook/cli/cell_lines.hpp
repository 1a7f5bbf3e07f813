#pragma once

#include <array>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "panelbook/workbook/cell_sink.hpp"

namespace panelbook::cli {

enum class LineFormat {
    text,  ///< Sheet!A1, type and value between tabs, all made visible
    csv,   ///< RFC 4180: sheet, cell, type, value, formula, percent, under a line of headings
    json,  ///< one object a line
};

/// How each type of value is called, in the order of CellValueView.
inline constexpr std::array<std::string_view, 6> value_type_names{"number", "boolean", "text", "date", "time", "error"};
static_assert(value_type_names.size() == std::variant_size_v<workbook::CellValueView>);

/// Whoever reads what is written has gone.
struct OutputClosed : std::runtime_error {
    OutputClosed() : std::runtime_error("nobody reads the output any more") {}
};

/// Writes each cell that it is told of as one line, in memory that does not grow with them.
///
/// Numbers have the fewest digits that read back as the same double. Dates are 2014-06-30, with a time of day where
/// they have one: 2014-06-30 12:00:00; times are 36:30:00; both to the millisecond where seconds are not whole.
class CellLines : public workbook::CellSink {
public:
    /// `only` is the number, from 0, of the sheet that is written; all are if there is none.
    CellLines(std::ostream& out, LineFormat format, std::optional<std::size_t> only = {});

    void begin_sheet(std::string_view name, workbook::Visibility visibility) override;
    void cell(const workbook::CellView& cell) override;
    void end_sheet() override {}
    /// Writes what is still held back. Throws OutputClosed, WriteError, as `cell` does.
    void finish();

private:
    void append_address(CellRef at);
    void append_value(const workbook::CellValueView& value);

    std::ostream& m_out;
    LineFormat m_format;
    std::optional<std::size_t> m_only;
    std::size_t m_sheets = 0;
    bool m_writing = false;
    std::string m_sheet;  // the beginning of every line of the sheet
    std::string m_lines;
};

}  // namespace panelbook::cli
