#include "support/zip_parts.hpp"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <zlib.h>

namespace panelbook::tests {
namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t directory_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint16_t first_of_january_1980 = (1 << 5) | 1;

std::uint32_t number_at(const std::string& bytes, std::size_t at, unsigned width) {
    if (at + width > bytes.size()) throw std::runtime_error("zip: cut off");
    std::uint32_t value = 0;
    for (unsigned i = 0; i < width; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

void append_number(std::string& bytes, std::uint32_t value, unsigned width) {
    for (unsigned i = 0; i < width; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xff);
}

std::uint32_t checksum(std::string_view bytes) {
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    return static_cast<std::uint32_t>(crc);
}

std::string inflated(std::string_view deflated, std::size_t size) {
    std::string bytes(size, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
    stream.avail_in = static_cast<uInt>(deflated.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(size);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::runtime_error("zip: cannot inflate");
    const int outcome = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (outcome != Z_STREAM_END || stream.total_out != size) throw std::runtime_error("zip: damaged part");
    return bytes;
}

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zip: cannot deflate");
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int outcome = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw std::runtime_error("zip: cannot deflate");
    return out;
}

}  // namespace

std::vector<ZipPart> read_zip(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const std::string signature{'P', 'K', 5, 6};
    const std::size_t end = bytes.rfind(signature);
    if (end == std::string::npos) throw std::runtime_error("zip: no end record in " + path.string());
    std::vector<ZipPart> parts;
    std::size_t at = number_at(bytes, end + 16, 4);
    const std::uint32_t count = number_at(bytes, end + 10, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (number_at(bytes, at, 4) != directory_signature) throw std::runtime_error("zip: damaged directory");
        const std::uint32_t method = number_at(bytes, at + 10, 2);
        const std::uint32_t packed = number_at(bytes, at + 20, 4);
        const std::uint32_t size = number_at(bytes, at + 24, 4);
        const std::uint32_t name_size = number_at(bytes, at + 28, 2);
        const std::size_t local = number_at(bytes, at + 42, 4);
        const std::size_t start = local + 30 + number_at(bytes, local + 26, 2) + number_at(bytes, local + 28, 2);
        if (start + packed > bytes.size()) throw std::runtime_error("zip: cut off");
        const std::string_view content = std::string_view(bytes).substr(start, packed);
        parts.push_back(
            {bytes.substr(at + 46, name_size), method == 0 ? std::string(content) : inflated(content, size)});
        at += 46 + name_size + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return parts;
}

void write_zip(const std::vector<ZipPart>& parts, const std::filesystem::path& path) {
    std::string bytes;
    std::string directory;
    for (const ZipPart& part : parts) {
        const std::string packed = deflated(part.bytes);
        const auto local = static_cast<std::uint32_t>(bytes.size());
        std::string entry;  // what the local header and the directory have in common
        append_number(entry, 20, 2);
        append_number(entry, 0, 2);
        append_number(entry, Z_DEFLATED, 2);
        append_number(entry, 0, 2);
        append_number(entry, first_of_january_1980, 2);
        append_number(entry, checksum(part.bytes), 4);
        append_number(entry, static_cast<std::uint32_t>(packed.size()), 4);
        append_number(entry, static_cast<std::uint32_t>(part.bytes.size()), 4);
        append_number(entry, static_cast<std::uint32_t>(part.name.size()), 2);
        append_number(entry, 0, 2);
        append_number(bytes, local_signature, 4);
        bytes += entry + part.name + packed;
        append_number(directory, directory_signature, 4);
        append_number(directory, 20, 2);
        directory += entry;
        append_number(directory, 0, 4);
        append_number(directory, 0, 2);
        append_number(directory, 0, 4);
        append_number(directory, local, 4);
        directory += part.name;
    }
    const auto start = static_cast<std::uint32_t>(bytes.size());
    bytes += directory;
    append_number(bytes, end_signature, 4);
    append_number(bytes, 0, 4);
    append_number(bytes, static_cast<std::uint32_t>(parts.size()), 2);
    append_number(bytes, static_cast<std::uint32_t>(parts.size()), 2);
    append_number(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    append_number(bytes, start, 4);
    append_number(bytes, 0, 2);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << bytes;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace panelbook::tests
