#pragma once

#include <string_view>

namespace panelbook::workbook {

/// Bytes that come a piece at a time, so that the whole is never in memory.
class PieceSource {
public:
    virtual ~PieceSource() = default;
    /// The next piece, valid until the next call; empty at the end. Throws Refused if the bytes cannot be had or are
    /// not what they should be, at the latest in place of the end.
    virtual std::string_view next() = 0;
};

}  // namespace panelbook::workbook
