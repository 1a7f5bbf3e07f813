#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace panelbook::workbook {

/// The fields of a delimited text, one after the other.
class CsvScanner {
public:
    CsvScanner(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    /// Reads the next field into `field`; false when the text has ended. A line end at the very end begins no field.
    bool next(std::string& field);
    /// Whether the field last read ended its row.
    bool row_ended() const { return m_row_ended; }
    /// Whether the field last read began with a quote that is never closed.
    bool quote_open() const { return m_quote_open; }

private:
    void take_quoted(std::string& field);

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
    bool m_row_ended = true;
    bool m_quote_open = false;
};

}  // namespace panelbook::workbook
