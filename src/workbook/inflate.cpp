#include "panelbook/workbook/inflate.hpp"

#include <array>
#include <stdexcept>
#include <zlib.h>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::size_t window_bytes = 64 * 1024;

}  // namespace

struct Inflater::State {
    z_stream stream{};
    std::array<char, window_bytes> window{};
    std::string_view waiting;  // what zlib was not given yet: it counts its input in 32 bits
    bool ended = true;

    void feed() {
        constexpr std::size_t most = 1u << 30;
        const std::string_view piece = waiting.substr(0, most);
        waiting.remove_prefix(piece.size());
        // zlib reads its input only, but its interface is older than const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        stream.avail_in = static_cast<uInt>(piece.size());
    }
};

Inflater::Inflater() : m_state(std::make_unique<State>()) {
    constexpr int raw_deflate = -MAX_WBITS;
    if (inflateInit2(&m_state->stream, raw_deflate) != Z_OK) throw std::runtime_error("zlib cannot start");
}

Inflater::~Inflater() {
    inflateEnd(&m_state->stream);
}

void Inflater::start(std::string_view deflated) {
    if (inflateReset(&m_state->stream) != Z_OK) throw std::runtime_error("zlib cannot start again");
    m_state->waiting = deflated;
    m_state->stream.avail_in = 0;
    m_state->ended = false;
}

std::string_view Inflater::next() {
    State& state = *m_state;
    z_stream& stream = state.stream;
    if (state.ended) return {};
    stream.next_out = reinterpret_cast<Bytef*>(state.window.data());
    stream.avail_out = static_cast<uInt>(state.window.size());
    while (stream.avail_out > 0) {
        if (stream.avail_in == 0) state.feed();
        const bool starved = stream.avail_in == 0;
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            state.ended = true;
            break;
        }
        if (result == Z_BUF_ERROR && starved) throw damaged("A packed part of it stops short.");
        if (result != Z_OK) throw damaged("A packed part of it cannot be unpacked.");
    }
    return {state.window.data(), state.window.size() - stream.avail_out};
}

std::size_t Inflater::left_over() const {
    return m_state->waiting.size() + m_state->stream.avail_in;
}

std::uint32_t crc32_of(std::uint32_t so_far, std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32_z(so_far, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace panelbook::workbook
