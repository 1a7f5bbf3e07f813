#pragma once

#include <cstdint>
#include <string_view>

namespace panelbook::workbook {

/// Bytes whose numbers stand lowest byte first. Whatever would reach beyond their end throws Refused ("file-damaged").
class LittleEndian {
public:
    LittleEndian() = default;
    explicit LittleEndian(std::string_view bytes) : m_bytes(bytes) {}

    std::uint8_t u8(std::uint64_t at) const { return static_cast<std::uint8_t>(number(at, 1)); }
    std::uint16_t u16(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u32(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
    double f64(std::uint64_t at) const;
    std::string_view slice(std::uint64_t at, std::uint64_t size) const;
    std::string_view from(std::uint64_t at) const { return slice(at, size() > at ? size() - at : 0); }
    std::uint64_t size() const { return m_bytes.size(); }

private:
    std::uint64_t number(std::uint64_t at, std::uint64_t size) const;

    std::string_view m_bytes;
};

}  // namespace panelbook::workbook
