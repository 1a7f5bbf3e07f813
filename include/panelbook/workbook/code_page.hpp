#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace panelbook::workbook {

/// Texts of one Windows, DOS or Mac code page as UTF-8. Bytes that stand for nothing become U+FFFD.
class CodePage {
public:
    /// By the number that an .xls file gives: 1252 for Western Windows, 10000 for Mac Roman.
    /// One that is not known is read as Windows-1252.
    explicit CodePage(std::uint32_t number);
    ~CodePage();
    CodePage(CodePage&&) noexcept;
    CodePage& operator=(CodePage&&) noexcept;

    bool is_known() const { return m_is_known; }
    std::string to_utf8(std::string_view bytes) const;

private:
    struct Converter;
    std::unique_ptr<Converter> m_converter;
    bool m_is_known = true;
};

}  // namespace panelbook::workbook
