#include "panelbook/workbook/code_page.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <iconv.h>
#include <string>

#include "panelbook/workbook/text_encoding.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::uint32_t windows_western = 1252;

struct Named {
    std::uint32_t number;
    const char* name;
};

/// Code pages whose name is more than CP and their number.
constexpr std::array named_pages{
    Named{367, "ASCII"},        Named{950, "BIG5"},           Named{10000, "MACINTOSH"},
    Named{10006, "MACGREEK"},   Named{10007, "MAC-CYRILLIC"}, Named{10029, "MAC-CENTRALEUROPE"},
    Named{10079, "MAC-IS"},     Named{10081, "MACTURKISH"},   Named{20127, "ASCII"},
    Named{28591, "ISO-8859-1"}, Named{32768, "MACINTOSH"},    Named{65001, "UTF-8"},
};

std::string name_of(std::uint32_t number) {
    const auto named = std::find_if(named_pages.begin(), named_pages.end(),
                                    [number](const Named& page) { return page.number == number; });
    return named == named_pages.end() ? "CP" + std::to_string(number) : named->name;
}

bool is_western(std::uint32_t number) {
    constexpr std::uint32_t western_in_old_files = 32769;
    return number == windows_western || number == western_in_old_files;
}

}  // namespace

struct CodePage::Converter {
    explicit Converter(const std::string& name) : handle(::iconv_open("UTF-8", name.c_str())) {}
    ~Converter() {
        if (is_open()) ::iconv_close(handle);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    // iconv says that it failed by a pointer of -1.
    bool is_open() const { return reinterpret_cast<std::ptrdiff_t>(handle) != -1; }

    void begin() { ::iconv(handle, nullptr, nullptr, nullptr, nullptr); }
    /// Converts what there is room for; false at a byte that stands for nothing.
    bool convert(char** from, std::size_t* left, std::string& text) {
        std::array<char, 1024> buffer{};
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const bool failed = ::iconv(handle, from, left, &to, &room) == static_cast<std::size_t>(-1);
        text.append(buffer.data(), buffer.size() - room);
        return !failed || errno == E2BIG;
    }

    iconv_t handle;
};

CodePage::CodePage(std::uint32_t number) {
    // Windows-1252 is read without iconv, so that it is read in the same way everywhere.
    if (is_western(number)) return;
    m_converter = std::make_unique<Converter>(name_of(number));
    m_is_known = m_converter->is_open();
    if (!m_is_known) m_converter.reset();
}

CodePage::~CodePage() = default;
CodePage::CodePage(CodePage&&) noexcept = default;
CodePage& CodePage::operator=(CodePage&&) noexcept = default;

std::string CodePage::to_utf8(std::string_view bytes) const {
    if (!m_converter) return workbook::to_utf8(bytes, Encoding::windows_1252);
    std::string copy(bytes);
    char* from = copy.data();
    std::size_t left = copy.size();
    std::string text;
    m_converter->begin();
    while (left > 0) {
        if (m_converter->convert(&from, &left, text)) continue;
        text += replacement;
        ++from;
        --left;
    }
    // A letter may be held back for the accent that could follow it.
    m_converter->convert(nullptr, nullptr, text);
    return text;
}

}  // namespace panelbook::workbook
