#include "panelbook/report/sheet_names.hpp"

#include <fmt/format.h>

#include "panelbook/core/text.hpp"

namespace panelbook::report {

namespace {

constexpr std::size_t longest_name = 31;

bool continues_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The first `letters` characters of UTF-8 text.
std::string first_letters(const std::string& text, std::size_t letters) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (continues_letter(text[i])) continue;
        if (count == letters) return text.substr(0, i);
        ++count;
    }
    return text;
}

std::size_t letters_in(const std::string& text) {
    std::size_t count = 0;
    for (const char byte : text)
        if (!continues_letter(byte)) ++count;
    return count;
}

std::string cut_at_word(const std::string& text, std::size_t letters) {
    if (letters_in(text) <= letters) return text;
    const std::string cut = first_letters(text, letters);
    const std::size_t blank = cut.rfind(' ');
    return blank == std::string::npos || blank < cut.size() / 2 ? cut : cut.substr(0, blank);
}

std::string legal(const std::string& wanted) {
    std::string name;
    for (const char letter : wanted)
        name += std::string_view("[]:*?/\\").find(letter) == std::string_view::npos ? letter : ' ';
    for (std::size_t at = name.find("  "); at != std::string::npos; at = name.find("  ")) name.erase(at, 1);
    name = std::string(trimmed(name));
    while (!name.empty() && name.front() == '\'') name.erase(0, 1);
    while (!name.empty() && name.back() == '\'') name.pop_back();
    return name.empty() ? "Section" : name;
}

}  // namespace

SheetNames::SheetNames()
    : m_taken{"summary",    "dashboard", "exceptions", "savings",           "comparisons", "spc",
              "data",       "findings",  "returns",    "changes",           "notes",       "chart data",
              "history",    "benchmarks", "benchmark figures", "forecasts"} {}

std::string SheetNames::take(const std::string& wanted) {
    const std::string wanted_legal = legal(wanted);
    std::string name = cut_at_word(wanted_legal, longest_name);
    for (int copy = 2; !m_taken.insert(folded(name)).second; ++copy) {
        const std::string ending = fmt::format(" {}", copy);
        name = cut_at_word(wanted_legal, longest_name - ending.size()) + ending;
    }
    return name;
}

}  // namespace panelbook::report
