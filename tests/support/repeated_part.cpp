#include "support/repeated_part.hpp"

#include <stdexcept>
#include <utility>
#include <zlib.h>

namespace panelbook::tests {

namespace {

/// One raw deflate stream, given piece by piece; after each the packed bytes end at a byte and refer to nothing before.
class Deflater {
public:
    Deflater() {
        if (deflateInit2(&m_stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("zlib cannot start");
    }
    ~Deflater() { deflateEnd(&m_stream); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string packed(std::string_view bytes, int flush) {
        if (bytes.empty() && flush != Z_FINISH) return {};
        // A flush may add a few bytes to what deflateBound counts.
        std::string out(deflateBound(&m_stream, static_cast<uLong>(bytes.size())) + 64, '\0');
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
        m_stream.avail_out = static_cast<uInt>(out.size());
        const int result = deflate(&m_stream, flush);
        if (result != (flush == Z_FINISH ? Z_STREAM_END : Z_OK)) throw std::runtime_error("zlib cannot deflate");
        out.resize(out.size() - m_stream.avail_out);
        return out;
    }

private:
    z_stream m_stream{};
};

uLong crc_of(std::string_view bytes) {
    return crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
}

}  // namespace

PackagePart repeated_part(std::string name, const Repeated& content) {
    Deflater deflater;
    std::string packed = deflater.packed(content.head, Z_FULL_FLUSH);
    uLong crc = crc_of(content.head);
    const std::string unit = deflater.packed(content.unit, Z_FULL_FLUSH);
    const uLong unit_crc = crc_of(content.unit);
    const uLong behind_unit = crc32_combine_gen(static_cast<z_off_t>(content.unit.size()));
    packed.reserve(packed.size() + unit.size() * content.times + content.tail.size() + 64);
    for (std::uint64_t time = 0; time < content.times; ++time) {
        packed += unit;
        crc = crc32_combine_op(crc, unit_crc, behind_unit);
    }
    packed += deflater.packed(content.tail, Z_FINISH);
    crc = crc32_combine(crc, crc_of(content.tail), static_cast<z_off_t>(content.tail.size()));

    PackagePart part{std::move(name), std::move(packed)};
    part.method = 8;
    part.crc = static_cast<std::uint32_t>(crc);
    part.size =
        static_cast<std::uint32_t>(content.head.size() + content.unit.size() * content.times + content.tail.size());
    return part;
}

std::string dense_text(std::size_t size) {
    constexpr std::size_t line = 1024;
    constexpr std::size_t varied = 24;
    std::string text(size, 'x');
    std::uint32_t state = 20140630;
    for (std::size_t at = 0; at < size; ++at) {
        if (at % line >= varied) continue;
        state = state * 1664525u + 1013904223u;
        text[at] = static_cast<char>('a' + (state >> 24) % 26);
    }
    return text;
}

}  // namespace panelbook::tests
