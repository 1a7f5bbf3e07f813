#include <algorithm>
#include <fmt/format.h>

#include "tile.hpp"
#include "words.hpp"

namespace panelbook::report {

void Footnotes::add(const std::string& words, std::set<std::size_t>& marks) {
    const std::string note = sentence(words);
    if (note.empty()) return;
    auto at = std::find(m_notes.begin(), m_notes.end(), note);
    if (at == m_notes.end()) at = m_notes.insert(at, note);
    marks.insert(static_cast<std::size_t>(at - m_notes.begin()) + 1);
}

std::vector<std::string> Footnotes::lines() const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < m_notes.size(); ++i) lines.push_back(fmt::format("{} {}", i + 1, m_notes[i]));
    return lines;
}

std::string marks_text(const std::set<std::size_t>& marks) {
    std::string text;
    for (const std::size_t mark : marks) text += fmt::format("{}{}", text.empty() ? "" : ",", mark);
    return text;
}

}  // namespace panelbook::report
