#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/piece_source.hpp"

namespace panelbook::workbook {

/// The texts that cells share, in their order, one behind the other in memory.
class SharedTexts {
public:
    std::size_t size() const { return m_ends.size(); }
    /// Views are valid until the next text is added.
    std::string_view operator[](std::size_t index) const {
        const std::uint32_t begin = index == 0 ? 0 : m_ends[index - 1];
        return {m_all.data() + begin, m_ends[index] - begin};
    }
    /// Throws Refused beyond 4 GiB of text.
    void add(std::string_view text);

private:
    std::string m_all;
    std::vector<std::uint32_t> m_ends;
};

/// Reads the part that holds them. Runs of rich text are joined, phonetic guides left out, blanks kept as stored.
/// Throws Refused.
SharedTexts read_shared_strings(PieceSource& part, const Limits& limits);

/// The same by expat, which it is compared with.
SharedTexts read_shared_strings_by_expat(PieceSource& part, const Limits& limits);

}  // namespace panelbook::workbook
