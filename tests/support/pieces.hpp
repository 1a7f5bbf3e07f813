#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "panelbook/workbook/piece_source.hpp"

namespace panelbook::tests {

/// A text in pieces of one size. Each piece is a copy of its own, so that reading beyond it is seen.
class Pieces : public workbook::PieceSource {
public:
    Pieces(std::string_view bytes, std::size_t piece_bytes) : m_bytes(bytes), m_piece_bytes(piece_bytes) {}
    std::string_view next() override {
        m_piece = std::string(m_bytes.substr(0, m_piece_bytes));
        m_piece.shrink_to_fit();
        m_bytes.remove_prefix(m_piece.size());
        return m_piece;
    }

private:
    std::string_view m_bytes;
    std::size_t m_piece_bytes;
    std::string m_piece;
};

}  // namespace panelbook::tests
