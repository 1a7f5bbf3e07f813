#pragma once

#include <cstdint>
#include <string_view>

#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

/// What has been read of one file so far, over all its sheets. Throws Refused ("limit-hit") as soon as a limit is
/// passed.
class ReadCount {
public:
    explicit ReadCount(const Limits& limits) : m_limits(limits) {}
    /// One more cell that is not empty.
    void add_cell() {
        if (++m_cells > m_limits.cells) refuse_cells();
    }
    /// One more text of a cell, valid UTF-8.
    void add_text(std::string_view text) {
        m_text_bytes += text.size();
        if (m_text_bytes > m_limits.text_bytes) refuse_text();
    }
    /// One more merged range.
    void add_merged();
    const Limits& limits() const { return m_limits; }

private:
    [[noreturn]] void refuse_cells() const;
    [[noreturn]] void refuse_text() const;

    const Limits& m_limits;
    std::uint64_t m_cells = 0;
    std::uint64_t m_text_bytes = 0;
    std::uint32_t m_merged = 0;
};

}  // namespace panelbook::workbook
