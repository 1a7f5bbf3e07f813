#include <algorithm>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <limits>

#include "panelbook/workbook/refused.hpp"

#include "inflate_libraries.hpp"

namespace panelbook::workbook {

namespace {

class IsalInflater : public Inflater {
public:
    IsalInflater() { isal_inflate_init(&m_state); }

    void start(std::string_view deflated) override {
        isal_inflate_reset(&m_state);
        m_waiting = deflated;
        m_state.avail_in = 0;
        m_ended = false;
    }

    std::size_t next(std::span<char> room) override {
        if (m_ended) return 0;
        const std::size_t size = std::min<std::size_t>(room.size(), std::numeric_limits<std::uint32_t>::max());
        m_state.next_out = reinterpret_cast<std::uint8_t*>(room.data());
        m_state.avail_out = static_cast<std::uint32_t>(size);
        while (m_state.avail_out > 0) {
            if (m_state.avail_in == 0) feed();
            const bool starved = m_state.avail_in == 0;
            const std::uint32_t room_before = m_state.avail_out;
            const int result = isal_inflate(&m_state);
            if (result < 0) throw damaged("A packed part of it cannot be unpacked.");
            if (m_state.block_state == ISAL_BLOCK_FINISH) {
                m_ended = true;
                break;
            }
            if (starved && m_state.avail_out == room_before) throw damaged("A packed part of it stops short.");
        }
        return size - m_state.avail_out;
    }

    std::size_t left_over() const override {
        constexpr std::int32_t bits_a_byte = 8;
        // What it has read ahead beyond the stream's end counts as left over too.
        return m_waiting.size() + m_state.avail_in +
               static_cast<std::size_t>(std::max(m_state.read_in_length, 0) / bits_a_byte);
    }

private:
    void feed() {
        constexpr std::size_t most = 1u << 30;
        const std::string_view piece = m_waiting.substr(0, most);
        m_waiting.remove_prefix(piece.size());
        // It reads its input only, but its interface has no const.
        m_state.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(piece.data()));
        m_state.avail_in = static_cast<std::uint32_t>(piece.size());
    }

    inflate_state m_state;       // set up by its own function; large, so not zeroed first
    std::string_view m_waiting;  // what it was not given yet: it counts its input in 32 bits
    bool m_ended = true;
};

}  // namespace

std::unique_ptr<Inflater> make_isal_inflater() {
    return std::make_unique<IsalInflater>();
}

std::uint32_t isal_crc32(std::uint32_t so_far, std::string_view bytes) {
    return crc32_gzip_refl(so_far, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

}  // namespace panelbook::workbook
