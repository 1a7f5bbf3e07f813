#include "panelbook/workbook/little_endian.hpp"

#include <bit>
#include <cstddef>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

double LittleEndian::f64(std::uint64_t at) const {
    return std::bit_cast<double>(u64(at));
}

std::string_view LittleEndian::slice(std::uint64_t at, std::uint64_t size) const {
    if (at > m_bytes.size() || size > m_bytes.size() - at) throw damaged("A piece of it stops short.");
    return m_bytes.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
}

std::uint64_t LittleEndian::number(std::uint64_t at, std::uint64_t size) const {
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const char byte : slice(at, size)) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << shift;
        shift += 8;
    }
    return value;
}

}  // namespace panelbook::workbook
