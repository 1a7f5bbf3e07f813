#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

/// The text of one cell of an OpenDocument sheet, put together from its paragraphs.
class OdsText {
public:
    explicit OdsText(const Limits& limits) : m_limits(limits) {}

    void clear();
    /// Begins a paragraph; from the second on, on a new line.
    void begin_paragraph();
    /// Letters as they stand in the XML. Runs of white space count as one blank, at the beginning of a paragraph as
    /// none. Throws Refused if the text grows longer than a cell may hold.
    void add(std::string_view piece);
    /// Characters that have elements of their own: blanks, a tab, a line break.
    void add_characters(char character, std::uint64_t times);
    const std::string& text() const { return m_text; }

private:
    void check_length() const;

    const Limits& m_limits;
    std::string m_text;
    bool m_any_paragraph = false;
    bool m_skip_blanks = true;
};

}  // namespace panelbook::workbook
