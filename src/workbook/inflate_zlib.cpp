#include <algorithm>
#include <limits>
#include <stdexcept>
#include <zlib.h>

#include "panelbook/workbook/refused.hpp"

#include "inflate_libraries.hpp"

namespace panelbook::workbook {

namespace {

class ZlibInflater : public Inflater {
public:
    ZlibInflater() {
        constexpr int raw_deflate = -MAX_WBITS;
        if (inflateInit2(&m_stream, raw_deflate) != Z_OK) throw std::runtime_error("zlib cannot start");
    }
    ~ZlibInflater() override { inflateEnd(&m_stream); }
    ZlibInflater(const ZlibInflater&) = delete;
    ZlibInflater& operator=(const ZlibInflater&) = delete;

    void start(std::string_view deflated) override {
        if (inflateReset(&m_stream) != Z_OK) throw std::runtime_error("zlib cannot start again");
        m_waiting = deflated;
        m_stream.avail_in = 0;
        m_ended = false;
    }

    std::size_t next(std::span<char> room) override {
        if (m_ended) return 0;
        m_stream.next_out = reinterpret_cast<Bytef*>(room.data());
        const std::size_t size = std::min<std::size_t>(room.size(), std::numeric_limits<uInt>::max());
        m_stream.avail_out = static_cast<uInt>(size);
        while (m_stream.avail_out > 0) {
            if (m_stream.avail_in == 0) feed();
            const bool starved = m_stream.avail_in == 0;
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            if (result == Z_STREAM_END) {
                m_ended = true;
                break;
            }
            if (result == Z_BUF_ERROR && starved) throw damaged("A packed part of it stops short.");
            if (result != Z_OK) throw damaged("A packed part of it cannot be unpacked.");
        }
        return size - m_stream.avail_out;
    }

    std::size_t left_over() const override { return m_waiting.size() + m_stream.avail_in; }

private:
    void feed() {
        constexpr std::size_t most = 1u << 30;
        const std::string_view piece = m_waiting.substr(0, most);
        m_waiting.remove_prefix(piece.size());
        // zlib reads its input only, but its interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        m_stream.avail_in = static_cast<uInt>(piece.size());
    }

    z_stream m_stream{};
    std::string_view m_waiting;  // what zlib was not given yet: it counts its input in 32 bits
    bool m_ended = true;
};

}  // namespace

std::unique_ptr<Inflater> make_zlib_inflater() {
    return std::make_unique<ZlibInflater>();
}

std::uint32_t zlib_crc32(std::uint32_t so_far, std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32_z(so_far, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace panelbook::workbook
