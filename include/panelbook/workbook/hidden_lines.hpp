#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace panelbook::workbook {

/// The rows, or the columns, of a sheet that are hidden, zero-based: a bit each, so that a million of them, or every
/// column hidden a million times over, cost next to nothing.
class HiddenLines {
public:
    HiddenLines() = default;
    HiddenLines(std::initializer_list<std::uint32_t> lines) {
        for (const std::uint32_t line : lines) insert(line, line);
    }
    /// Hides the lines from `first` to `last`, both included.
    void insert(std::uint32_t first, std::uint32_t last);
    bool contains(std::uint32_t line) const { return line < m_hidden.size() && m_hidden[line]; }
    /// All of them, in order.
    std::vector<std::uint32_t> lines() const;
    bool operator==(const HiddenLines&) const = default;

private:
    std::vector<bool> m_hidden;  // no longer than the last hidden line needs
};

}  // namespace panelbook::workbook
