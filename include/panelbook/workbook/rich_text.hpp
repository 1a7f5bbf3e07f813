#pragma once

#include <string>
#include <string_view>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

/// Joins the texts of a shared or inline string (the elements si and is): runs of rich text one after the other,
/// phonetic guides left out, blanks as stored.
class RichText {
public:
    explicit RichText(const Limits& limits) : m_limits(limits) {}

    /// Begins the next string.
    void clear();
    void start_element(const XmlName& name);
    void end_element(const XmlName& name);
    /// Throws Refused if the string grows far beyond what a cell may hold.
    void text(std::string_view piece);
    /// The string with its escapes resolved. Throws Refused if it is longer than a cell may hold.
    std::string take();

private:
    const Limits& m_limits;
    std::string m_stored;
    bool m_in_text = false;
    unsigned m_phonetic = 0;  // how many phonetic elements are open
};

/// Throws Refused if a text, valid UTF-8, is longer than a cell may hold.
void check_cell_text(std::string_view text, const Limits& limits);
/// Throws Refused if what is stored of a text is longer than any that a cell may hold, whatever its escapes.
void check_stored_text(std::string_view stored, const Limits& limits);

}  // namespace panelbook::workbook
